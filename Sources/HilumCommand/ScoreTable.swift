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
    private let showsErrors: Bool
    private static let idWidth = 24

    init(parts: Set<ScorePart>) {
        var columns: [Column] = []
        if parts.contains(.kg) { columns.append(Column(title: "reward", metric: .reward, decimals: 3, decimalsOfMean: 3)) }
        if parts.contains(.green) { columns.append(Column(title: "GREEN", metric: .green, decimals: 3, decimalsOfMean: 3)) }
        if parts.contains(.crimson) { columns.append(Column(title: "CRIMSON", metric: .crimson, decimals: 3, decimalsOfMean: 3)) }
        if parts.contains(.factuality) {
            columns.append(Column(title: "significant", metric: .significantErrors, decimals: 0, decimalsOfMean: 2))
            columns.append(Column(title: "insignificant errors", metric: .insignificantErrors, decimals: 0, decimalsOfMean: 2))
        }
        self.columns = columns
        showsErrors = parts.contains(.factuality)
    }

    var header: String { line("id", columns.map(\.title)) }

    func rows(_ score: PairScore, id: String) -> String {
        var text = line(ShortLine.of(id), columns.map { fixed($0.metric.value(of: score), decimals: $0.decimals) })
        guard showsErrors else { return text }
        for error in score.factuality.errors {
            let weight = error.isSignificant ? "significant" : "insignificant"
            let category = error.category.rawValue.split(separator: "_").joined(separator: " ")
            let finding = error.finding.map { "\($0): " } ?? ""
            text += "    \(weight) \(category): \(finding)\(error.explanation)\n"
        }
        for implausibility in score.implausible { text += "    implausible in the candidate: \(implausibility.explanation)\n" }
        return text
    }

    func footer(_ summary: CorpusSummary) -> String {
        guard summary.n > 0 else { return "no pairs\n" }
        let means = columns.map { column in
            summary[column.metric].mean.map { fixed($0, decimals: column.decimalsOfMean) } ?? ""
        }
        return line("mean of \(summary.n)", means)
    }

    private func line(_ id: String, _ cells: [String]) -> String {
        var text = id + String(repeating: " ", count: max(0, Self.idWidth - id.count))
        for (column, cell) in zip(columns, cells) {
            text += "  " + String(repeating: " ", count: max(0, max(7, column.title.count) - cell.count)) + cell
        }
        return text + "\n"
    }

    /// A number with as many decimals as asked for.
    private func fixed(_ value: Double, decimals: Int) -> String {
        var power = 1
        for _ in 0..<decimals { power *= 10 }
        let scaled = Int((value * Double(power)).rounded())
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(power))
        let sign = scaled < 0 ? "-" : ""
        guard decimals > 0 else { return "\(sign)\(whole)" }
        let digits = String(fraction)
        return "\(sign)\(whole)." + String(repeating: "0", count: decimals - digits.count) + digits
    }
}
