import Hilum

/// Scores the reports and compares them with a baseline.
struct CheckRun {
    let command: CheckCommand
    let gates: [Gate]
    let output: OutputFile

    enum Outcome {
        case compared(CheckResult)
        /// The baseline is made without a comparison; the reason is nil where there was none before.
        case made(reason: String?)
    }

    /// - Throws: where there is nothing to compare with; if the baseline is being made anew, only where it must not be written over.
    func run() async throws -> (checked: CheckedReports, outcome: Outcome) {
        let hilum = Hilum(ontology: try command.work.ontology.open())
        let signature = ScoreSignature.text(ontology: hilum.ontology)
        // Before the work of scoring.
        let (baseline, reason) = try unlessReplaced {
            let baseline = try Baseline(path: command.baseline)
            try baseline.require(signature: signature)
            return baseline
        }
        let checked = try await checked(with: hilum, signature: signature)
        guard checked.count > 0 else { throw BaselineError.noReports(input: checked.file) }
        guard let baseline else { return (checked, .made(reason: reason)) }
        let (plan, obstacle) = try unlessReplaced {
            try CheckPlan(
                of: checked, against: baseline, gates: gates, alpha: command.alpha, allowsMissing: command.allowMissing)
        }
        guard let plan else { return (checked, .made(reason: obstacle)) }
        let draws = try await plan.comparison?.draws(threads: command.work.threadCount) ?? []
        return (checked, .compared(plan.result(from: draws)))
    }

    /// What `make` gives, or why there is none that could be compared with, where a new baseline is made in its place.
    private func unlessReplaced<Value>(_ make: () throws -> Value) throws -> (value: Value?, reason: String?) {
        do {
            return (try make(), nil)
        } catch let error as BaselineError where command.update && error.isReplaceable {
            if case .missing = error { return (nil, nil) }
            return (nil, error.problem)
        } catch let error as ComparisonError where command.update {
            return (nil, "\(command.baseline): \(error)")
        }
    }

    private func checked(with hilum: Hilum, signature: String) async throws -> CheckedReports {
        let scorer = PairFileScorer(
            reference: command.reference, candidate: command.candidate, rows: command.rows,
            parts: parts, work: command.work, output: output)
        var checked = CheckedReports(file: PairFileScorer.name(of: command.input), signature: signature)
        var warning = CoverageWarning()
        try await scorer.score(command.input, with: hilum, &warning) { row, score in
            checked.append(score, id: row.id, line: row.line, candidate: row.cells[0], reference: row.cells[1])
        }
        scorer.show(warning)
        return checked
    }

    /// A baseline has everything, so that any gate finds what it needs.
    private var parts: Set<ScorePart> {
        command.update ? .all : ComparedMetric.Selection.named(gates.map(\.metric.name)).parts
    }
}
