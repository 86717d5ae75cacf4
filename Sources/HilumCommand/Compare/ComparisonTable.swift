import Hilum

/// A comparison as a person reads it on a terminal: a line a metric, below them a line a verdict.
struct ComparisonTable {
    private let comparison: Comparison
    private let names: [String]

    init(_ comparison: Comparison) {
        self.comparison = comparison
        names = [comparison.baseline] + comparison.systems.map(\.file)
    }

    var text: String {
        let reports = "\(comparison.reports) \(comparison.reports == 1 ? "report" : "reports")"
        let unpaired = comparison.unpaired > 0 ? ", \(comparison.unpaired) left out that not every file has" : ""
        var text = "\(reports) paired by id\(unpaired); intervals of \((100 * comparison.options.confidence).shortest) %\n"
        for note in comparison.notes { text += "note: \(note)\n" }
        for system in comparison.systems {
            text += "\n" + table(of: system) + "\n"
            for metric in system.metrics { text += metric.verdict.text + "\n" }
        }
        return text + "\n\(comparison.signature)\n" + (comparison.scoreSignature.map { "scores: \($0)\n" } ?? "")
    }

    private func shown(_ file: String) -> String { ShortLine.of(SystemName.short(file, among: names)) }

    private func table(of system: SystemComparison) -> String {
        var rows = [
            [
                "metric", "better", shown(comparison.baseline), "", shown(system.file), "", "difference", "p", "Holm",
                "won/tied/lost", "n",
            ]
        ]
        for metric in system.metrics { rows.append(cells(of: metric)) }
        return AlignedTable(rows: rows, leftAligned: [0, 1, 3, 5, 6]).text
    }

    private func cells(of metric: MetricComparison) -> [String] {
        let result = metric.result
        let better = metric.metric.isHigherBetter ? "higher" : "lower"
        guard let baseline = result.baseline, let candidate = result.candidate, let difference = result.difference else {
            return [metric.metric.name, better] + [String](repeating: "", count: 8) + ["0"]
        }
        let figures = Figures(difference)
        return [
            metric.metric.name, better, figures.value(baseline.value), figures.interval(baseline.interval),
            figures.value(candidate.value), figures.interval(candidate.interval), figures.difference, result.p?.shortest ?? "",
            metric.adjustedP?.shortest ?? "", metric.wins.map { "\($0.better)/\($0.same)/\($0.worse)" } ?? "",
            String(result.reports),
        ]
    }
}
