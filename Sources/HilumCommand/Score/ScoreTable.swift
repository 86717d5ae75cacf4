import Hilum

/// Scores as a person reads them on a terminal: a line a pair, below it a line an error, and the means at the end.
struct ScoreTable: Sendable {
    private struct Column: Sendable {
        var title: String
        var metric: Metric
        var decimals: Int
        /// The mean of counts is no whole number.
        var decimalsOfMean: Int
    }

    private let columns: [Column]
    private let layout: TableLayout
    private let showsErrors: Bool
    private static let named: [(Metric, title: String)] = [
        (.radgraphSimple, "RadGraph simple"), (.radgraphPartial, "partial"), (.radgraphComplete, "complete"),
        (.temporalF1, "temporal F1"), (.bleu1, "BLEU-1"), (.bleu4, "BLEU-4"), (.rouge1, "ROUGE-1"), (.rougeL, "ROUGE-L"),
    ]

    /// - Parameter further: titles of columns behind Hilum's own.
    init(parts: Set<ScorePart>, further: [String] = []) {
        var columns: [Column] = []
        if parts.contains(.kg) { columns.append(Column(title: "reward", metric: .reward, decimals: 3, decimalsOfMean: 3)) }
        if parts.contains(.green) { columns.append(Column(title: "GREEN", metric: .green, decimals: 3, decimalsOfMean: 3)) }
        if parts.contains(.crimson) { columns.append(Column(title: "CRIMSON", metric: .crimson, decimals: 3, decimalsOfMean: 3)) }
        if parts.contains(.factuality) {
            columns.append(Column(title: "significant", metric: .significantErrors, decimals: 0, decimalsOfMean: 2))
            columns.append(Column(title: "insignificant errors", metric: .insignificantErrors, decimals: 0, decimalsOfMean: 2))
        }
        // The whole of a score is wider than a terminal: these are shown to who names them.
        if parts != .all {
            for (metric, title) in Self.named where parts.contains(metric.part) {
                columns.append(Column(title: title, metric: metric, decimals: 3, decimalsOfMean: 3))
            }
        }
        self.columns = columns
        layout = TableLayout(titles: columns.map(\.title) + further)
        showsErrors = parts.contains(.factuality)
    }

    var header: String { layout.header }

    /// - Parameters:
    ///   - mark: what stands behind the id.
    ///   - further: the cells of the further columns.
    ///   - remark: a line below the row.
    func rows(_ score: PairScore, id: String, mark: String = "", further: [String] = [], remark: String? = nil) -> String {
        let cells = columns.map { column in
            column.metric.value(of: score).map { $0.fixed(decimals: column.decimals) } ?? ""
        }
        var text = layout.line(ShortLine.of(id) + mark, cells + further)
        if let remark { text += "    \(remark)\n" }
        guard showsErrors else { return text }
        for error in score.factuality.errors { text += "    \(error.line)\n" }
        for implausibility in score.implausible { text += "    implausible in the candidate: \(implausibility.explanation)\n" }
        return text
    }

    /// - Parameter pairs: what the pairs are called where they are not all.
    func footer(_ summary: CorpusSummary, of pairs: String = "") -> String {
        guard summary.n > 0 else { return "no pairs\n" }
        let means = columns.map { column in
            summary[column.metric].mean.map { $0.fixed(decimals: column.decimalsOfMean) } ?? ""
        }
        return layout.line("mean of \(summary.n)\(pairs)", means)
    }
}
