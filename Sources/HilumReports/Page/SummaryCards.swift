import HilumMetrics
import HilumScoring

/// The main figures of the corpus, each with its 95 % interval and what is good.
struct SummaryCards {
    private let summary: CorpusSummary
    private let corpus: PageCorpus

    init(_ summary: CorpusSummary, _ corpus: PageCorpus) {
        self.summary = summary
        self.corpus = corpus
    }

    /// Of those that were asked for.
    var html: String {
        var cards: [String] = []
        for metric in PageMeasure.mainMetrics(of: summary.parts) {
            cards.append(card(metric))
            guard metric == .insignificantErrors else { continue }
            cards.append(
                card(
                    "reports without errors", corpus.errorFree, range: 0...1, note: "more is better",
                    write: { "\(($0 * 100).fixed(decimals: 1)) %" }))
        }
        if summary.parts.contains(.chexpert) {
            let f1 = summary.chexpertF1
            cards.append(card("CheXpert F1, micro of 14", f1.all.n == 0 ? nil : f1.all.micro))
            cards.append(card("CheXpert F1, macro of 14", f1.all.n == 0 ? nil : f1.all.macro))
        }
        cards.append(coverage)
        return """
            <p class="hint">Means over the pairs, with their 95 % intervals.</p>
            <ul class="cards">
            \(cards.joined())</ul>

            """
    }

    private func card(_ metric: Metric) -> String {
        let perReport = metric == .significantErrors || metric == .insignificantErrors
        return card(
            perReport ? "\(metric.title) a report" : metric.title, summary[metric], range: perReport ? nil : metric.range,
            note: metric.isHigherBetter ? "higher is better" : "fewer is better",
            write: { $0.fixed(decimals: perReport ? 2 : 3) })
    }

    /// - Parameter range: in which the interval is drawn; nil of counts, which have no upper bound.
    private func card(
        _ title: String, _ moments: Moments, range: ClosedRange<Double>?, note: String, write: (Double) -> String
    ) -> String {
        // The normal approximation may reach beyond what can be.
        let (least, most) = (range?.lowerBound ?? 0, range?.upperBound ?? .infinity)
        let interval = moments.ci95.map { "\(write(max($0.low, least))) to \(write(min($0.high, most)))" } ?? "no interval"
        return """
            <li class="card"><h3>\(title)</h3><p class="figure">\(moments.mean.map(write)?.withMinus ?? "–")</p>\
            <p class="interval">\(interval.withMinus)</p>\(range.map { strip(moments, $0) } ?? "")<p class="note">\(note)</p></li>

            """
    }

    private func card(_ title: String, _ value: Double?) -> String {
        """
        <li class="card"><h3>\(title)</h3><p class="figure">\(value.map { $0.fixed(decimals: 3) } ?? "–")</p>\
        <p class="note">over all pairs; higher is better</p></li>

        """
    }

    /// Where the interval lies between the least and the most that can be.
    private func strip(_ moments: Moments, _ range: ClosedRange<Double>) -> String {
        guard let mean = moments.mean else { return "" }
        let width = 160.0
        func x(_ value: Double) -> Double {
            let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
            return min(max(share, 0), 1) * width
        }
        let interval = moments.ci95 ?? (mean, mean)
        return """
            <svg class="strip" viewBox="-5 0 \((width + 10).short) 12" aria-hidden="true"><line x1="0" x2="\(width.short)" y1="6" y2="6"/>\
            <rect x="\(x(interval.low).short)" y="3" width="\((x(interval.high) - x(interval.low)).short)" height="6" rx="3"/>\
            <circle cx="\(x(mean).short)" cy="6" r="4"/></svg>
            """
    }

    private var coverage: String {
        let low = summary.pairsOfLowCoverage
        let limit = Int(CoveragePair.low * 100)
        return """
            <li class="card\(low > 0 ? " caution" : "")"><h3>pairs of low coverage</h3><p class="figure">\(low)</p>\
            <p class="interval">mean coverage \(summary.coverage.mean.map { $0.fixed(decimals: 3) } ?? "–")</p>\
            <p class="note">less than \(limit) % of one of their texts was understood</p></li>

            """
    }

    /// Every measure that was asked for.
    var table: String {
        let rows = Metric.allCases.filter { summary.parts.contains($0.part) }.map { metric in
            let moments = summary[metric]
            let interval = moments.ci95.map { "\($0.low.fixed(decimals: 3)) to \($0.high.fixed(decimals: 3))" } ?? "–"
            return """
                <tr><th scope="row">\(metric.title)</th><td class="number">\(moments.mean.map { $0.fixed(decimals: 3).withMinus } ?? "–")</td>\
                <td class="number">\(interval.withMinus)</td><td class="number">\(moments.sd.map { $0.fixed(decimals: 3) } ?? "–")</td></tr>

                """
        }
        guard !rows.isEmpty else { return "" }
        return """
            <details class="all-measures"><summary>All measures</summary>
            <table><caption>Means over pairs</caption><thead><tr><th scope="col">measure</th><th scope="col" class="number">mean</th>\
            <th scope="col" class="number">95 % interval</th><th scope="col" class="number">standard deviation</th></tr></thead>
            <tbody>
            \(rows.joined())</tbody></table></details>

            """
    }
}
