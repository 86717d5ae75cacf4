import HilumMetrics
import HilumOntology
import HilumScoring

/// A gated metric as it is read off reports: of one report, and of all.
struct GatedValue: Sendable {
    let metric: ComparedMetric
    /// Nil of a score that each report has.
    private let reading: CorpusReading?
    /// The places of the labels that the reading counts.
    private let labels: [Int]
    private let policy: UncertainPolicy

    init(_ metric: ComparedMetric, policy: UncertainPolicy) {
        self.metric = metric
        self.policy = policy
        let reading = CheXpertReading.readings.first { $0.name == metric.name }
        self.reading = reading?.reading
        labels = reading?.labels ?? []
    }

    /// Whether one report has the number of its wrong labels in place of the metric, which is an F1 of labels.
    var countsWrongLabels: Bool { reading != nil }

    /// Of one report. Nil where it is undefined.
    func value(of scores: ScoredReports, at row: Int) -> Double? {
        guard countsWrongLabels else { return scores.value(of: metric.name, at: row) }
        return Double(wrongLabels(of: scores, at: row).count)
    }

    /// Labels that only one of candidate and reference has.
    func wrongLabels(of scores: ScoredReports, at row: Int) -> [CheXpertLabel] {
        guard countsWrongLabels else { return [] }
        let statistics = CheXpertReading.statistics(of: scores, row: row, policy: policy)
        return labels.filter { statistics[3 * $0 + 1] != statistics[3 * $0 + 2] }.map { CheXpertLabel.allCases[$0] }
    }

    /// Of all reports: a mean, or an F1. Nil without reports. It does not depend on their order.
    func value(of scores: ScoredReports) -> Double? {
        let rows = scores.ids.indices
        guard let reading else {
            var moments = Moments()
            for row in rows { if let value = scores.value(of: metric.name, at: row) { moments.add(value) } }
            return moments.mean
        }
        guard !rows.isEmpty else { return nil }
        var sums = [Double](repeating: 0, count: 3 * CheXpertLabel.allCases.count)
        for row in rows {
            for (index, value) in CheXpertReading.statistics(of: scores, row: row, policy: policy).enumerated() {
                sums[index] += value
            }
        }
        return reading(sums[...], reports: rows.count)
    }
}
