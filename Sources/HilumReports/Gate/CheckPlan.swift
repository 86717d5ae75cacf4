import HilumMetrics
import HilumOntology
import HilumScoring

/// What is to be computed for a check. The resamples of `comparison` may be made in parts, on any number of threads.
///
///     let plan = try CheckPlan(of: checked, against: Baseline(path: "baseline.json"), gates: Gate.standard)
///     let result = plan.result()
///     result.hasPassed
///     result.failures  // ["kg_reward dropped from 0.911 to 0.461, by 0.450 [0.151, 0.697] where 0 is allowed: p = 0.0166 (Holm 0.0332)"]
public struct CheckPlan: Sendable {
    private let current: CheckedReports
    private let baseline: Baseline
    private let gates: [Gate]
    private let alpha: Double
    private let allowsMissing: Bool
    private let pairs: [Pair]
    private let missing: [[UInt8]]
    private let added: [[UInt8]]
    /// How the metrics compare of which a drop is gated; nil if there are none.
    public let comparison: ComparisonPlan?

    /// Rows of one id.
    private struct Pair: Sendable {
        var baseline: Int
        var current: Int
    }

    public static let standardAlpha = 0.05

    /// - Parameters:
    ///   - current: scored in the parts that the gates need.
    ///   - gates: at least one.
    ///   - alpha: of the tests, above 0; 1 goes by the drop alone.
    ///   - allowsMissing: whether reports of the baseline may be missing.
    ///   - resamples: of the intervals, and of the test where more than 16 reports differ; at least 1.
    /// - Throws: `BaselineError` where the two are not comparable, `ComparisonError` where they share no report.
    public init(
        of current: CheckedReports, against baseline: Baseline, gates: [Gate], alpha: Double = standardAlpha,
        allowsMissing: Bool = false, resamples: Int = PairedResampling.standardResamples
    ) throws {
        precondition(alpha > 0 && alpha <= 1, "a level is above 0, and 1 at the most")
        try baseline.require(signature: current.signature)
        guard current.count > 0 else { throw BaselineError.noReports(input: current.file) }
        self.current = current
        self.baseline = baseline
        self.gates = gates
        self.alpha = alpha
        self.allowsMissing = allowsMissing
        let rows = Dictionary(zip(current.scores.ids, current.scores.ids.indices), uniquingKeysWith: { first, _ in first })
        pairs = baseline.scores.ids.indices.compactMap { row in
            rows[baseline.scores.ids[row]].map { Pair(baseline: row, current: $0) }
        }
        let known = Set(baseline.scores.ids)
        missing = baseline.scores.ids.filter { rows[$0] == nil }.sorted { $0.lexicographicallyPrecedes($1) }
        added = current.scores.ids.filter { !known.contains($0) }.sorted { $0.lexicographicallyPrecedes($1) }
        try Self.checkReferences(pairs, current, baseline)
        try Self.checkMetrics(gates, pairs, current, baseline)
        let tested = gates.filter { $0.kind == .maxDrop }.map(\.metric.name)
        var options = ComparisonOptions()
        options.metrics = .named(tested)
        options.alpha = alpha < 1 ? alpha : Self.standardAlpha
        options.onlyCommon = true
        options.resamples = resamples
        comparison = tested.isEmpty ? nil : try ComparisonPlan([baseline.scores, current.scores], options: options)
    }

    private static func checkReferences(_ pairs: [Pair], _ current: CheckedReports, _ baseline: Baseline) throws(BaselineError) {
        let changed = pairs.filter { baseline.reports[$0.baseline].reference != current.reports[$0.current].reference }
        guard changed.isEmpty else {
            throw .changedReferences(
                file: baseline.file, input: current.file,
                ids: changed.prefix(ComparisonError.mostNamed).map { text(baseline.scores.ids[$0.baseline]) },
                count: changed.count)
        }
    }

    /// Refuses reports, on either side, that lack a number that is to be compared.
    private static func checkMetrics(
        _ gates: [Gate], _ pairs: [Pair], _ current: CheckedReports, _ baseline: Baseline
    ) throws(BaselineError) {
        // Floors and ceilings are held against reports that the baseline does not have, too.
        let compared = [(baseline.scores, pairs.map(\.baseline)), (current.scores, Array(current.scores.ids.indices))]
        for name in gates.map(\.metric.name) where Metric(rawValue: name) != nil {
            for (scores, rows) in compared {
                guard let row = rows.first(where: { scores.value(of: name, at: $0) == nil }) else { continue }
                throw .lacks(file: scores.file, metric: name, id: text(scores.ids[row]))
            }
        }
    }

    // MARK: Results

    /// All resamples on one thread.
    public func result() -> CheckResult { result(from: comparison.map { $0.parts.map($0.draws) } ?? []) }

    /// - Parameter draws: of every part of `comparison`, once, in any order.
    public func result(from draws: [ComparisonPlan.Draws]) -> CheckResult {
        let policy = CheXpertReading.policy(of: [baseline.scores, current.scores])
        let compared = comparison?.comparison(from: draws)
        let results = gates.compactMap { gate -> GateResult? in
            if gate.kind == .maxDrop {
                return compared?.systems.first?.metrics.first { $0.metric.name == gate.metric.name }.map {
                    GateResult(gate, $0, alpha: alpha)
                }
            }
            let value = GatedValue(gate.metric, policy: policy)
            return value.value(of: current.scores).map {
                GateResult(gate, baseline: value.value(of: baseline.scores), now: $0)
            }
        }
        // A metric may have several gates.
        let values = results.map(\.gate.metric).reduce(into: [GatedValue]()) { values, metric in
            if !values.contains(where: { $0.metric == metric }) { values.append(GatedValue(metric, policy: policy)) }
        }
        let failing = Set(results.filter(\.hasFailed).map(\.gate.metric.name))
        var standings = ReportStandings(values, failing: failing, current: current, baseline: baseline)
        for pair in pairs { standings.add(baseline: pair.baseline, current: pair.current) }
        return CheckResult(
            input: current.file, baseline: baseline.file, signature: current.signature,
            testSignature: compared?.signature, reports: current.count,
            baselineReports: baseline.scores.ids.count, compared: pairs.count, missing: missing.map(Self.text),
            added: added.map(Self.text), allowsMissing: allowsMissing, alpha: alpha,
            confidence: compared?.options.confidence ?? 1 - Self.standardAlpha, gates: results, better: standings.better,
            worse: standings.worse, mixed: standings.mixed, same: standings.same, regressions: standings.worstFirst)
    }

    private static func text(_ id: [UInt8]) -> String { String(decoding: id, as: UTF8.self) }
}
