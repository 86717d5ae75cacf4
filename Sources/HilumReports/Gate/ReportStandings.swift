import HilumMetrics
import HilumOntology
import HilumScoring

/// Tells reports that are worse than in the baseline from those that are not.
struct ReportStandings {
    private let values: [GatedValue]
    /// Places of the values, those that fail first.
    private let order: [Int]
    private let current: CheckedReports
    private let baseline: Baseline
    private var regressions: [Regression] = []
    private(set) var better = 0
    private(set) var worse = 0
    private(set) var mixed = 0
    private(set) var same = 0

    /// - Parameter failing: names of the metrics that keep to no gate of theirs, by which the worst are chosen.
    init(_ values: [GatedValue], failing: Set<String>, current: CheckedReports, baseline: Baseline) {
        self.values = values
        let isFailing = values.map { failing.contains($0.metric.name) }
        order = values.indices.filter { isFailing[$0] } + values.indices.filter { !isFailing[$0] }
        self.current = current
        self.baseline = baseline
    }

    /// Adds a report by its rows.
    mutating func add(baseline row: Int, current currentRow: Int) {
        let changes = values.compactMap { value -> Regression.Change? in
            guard let before = value.value(of: baseline.scores, at: row),
                let now = value.value(of: current.scores, at: currentRow)
            else { return nil }
            return Regression.Change(
                metric: value.metric.name, countsWrongLabels: value.countsWrongLabels, baseline: before, now: now,
                isHigherBetter: !value.countsWrongLabels && value.metric.isHigherBetter,
                isCount: value.countsWrongLabels || value.metric.range.isOfCounts)
        }
        switch (changes.contains { $0.drop > 0 }, changes.contains { $0.drop < 0 }) {
        case (true, true): mixed += 1
        case (true, false): worse += 1
        case (false, true): better += 1
        case (false, false): same += 1
        }
        if changes.contains(where: { $0.drop > 0 }) {
            regressions.append(regression(changes, baseline: row, current: currentRow))
        }
    }

    private func regression(_ changes: [Regression.Change], baseline row: Int, current currentRow: Int) -> Regression {
        let report = current.reports[currentRow]
        let newErrors = report.errors.surplus(over: baseline.reports[row].errors, by: ErrorKey.init)
        let labels = values.flatMap { value in
            let before = value.wrongLabels(of: baseline.scores, at: row)
            return value.wrongLabels(of: current.scores, at: currentRow).filter { !before.contains($0) }
        }
        return Regression(
            id: current.scores.ids[currentRow], line: report.line, changes: changes, isBlank: report.isBlank,
            newErrors: newErrors.filter(\.isSignificant) + newErrors.filter { !$0.isSignificant },
            newWrongLabels: CheXpertLabel.allCases.filter(labels.contains))
    }

    /// See `CheckResult.regressions`.
    var worstFirst: [Regression] {
        regressions.sorted { one, other in
            for place in order {
                let drops = (one.changes[place].drop, other.changes[place].drop)
                if drops.0 != drops.1 { return drops.0 > drops.1 }
            }
            return one.id.lexicographicallyPrecedes(other.id)
        }
    }
}
