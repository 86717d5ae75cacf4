import HilumMetrics
import HilumScoring

/// How a system compares with the baseline.
public struct SystemComparison: Sendable {
    public let file: String
    public let metrics: [MetricComparison]
}

/// How a system compares with the baseline in one metric.
public struct MetricComparison: Sendable {
    public let metric: ComparedMetric
    public let result: PairedComparison
    /// Reports for which the metric is undefined in either file; the result is of the others.
    public let undefined: Int
    /// p after Holm's correction over all tests of the run.
    public let adjustedP: Double?
    public let verdict: Verdict

    /// Reports on which the system is better, the same, and worse than the baseline; nil for a number of the whole corpus.
    public var wins: (better: Int, same: Int, worse: Int)? {
        guard let higher = result.higher, let lower = result.lower else { return nil }
        let better = metric.isHigherBetter ? higher : lower
        let worse = metric.isHigherBetter ? lower : higher
        return (better, result.reports - better - worse, worse)
    }
}

/// A comparison of systems with a baseline over the same reports, as `hilum compare` makes it.
///
///     let plan = try ComparisonPlan([ScoredReports(path: "a.csv"), ScoredReports(path: "b.csv")])
///     let comparison = plan.comparison()
///     comparison.systems[0].metrics[0].verdict.text  // "b is better: kg_reward +0.031 [0.012, 0.050], p = 0.0021 (Holm 0.019)"
public struct Comparison: Sendable {
    public let baseline: String
    public let systems: [SystemComparison]
    public let reports: Int
    /// Reports left out as not every file has them.
    public let unpaired: Int
    public let options: ComparisonOptions
    /// How many tests the correction counts.
    public let tests: Int
    /// What the scores depend on: nil if no file says so, or if they differ.
    public let scoreSignature: String?
    /// What a reader should know before the figures.
    public let notes: [String]

    /// What the comparison depends on, in one line.
    public var signature: String {
        """
        hilum:\(HilumVersion.current)|test:paired-randomisation|exact-to:\(PairedComparison.mostExact)|interval:paired-bootstrap-percentile|\
        confidence:\(options.confidence.shortest)|resamples:\(options.resamples)|seed:\(options.seed)|correction:holm
        """
    }
}

/// How to compare systems.
public struct ComparisonOptions: Sendable, Hashable {
    public var metrics = ComparedMetric.Selection.standard
    /// Names of columns of which less is better; those of `hilum score` need not be named.
    public var lowerIsBetter: Set<String> = []
    public var resamples = PairedResampling.standardResamples
    public var seed = PairedResampling.standardSeed
    /// The level of the tests, above 0 and below 1.
    public var alpha = 0.05
    /// Whether reports that not every file has are left out instead of refused.
    public var onlyCommon = false
    public var allowsDifferentSignatures = false

    public init() {}

    /// Of the intervals.
    public var confidence: Double { 1 - alpha }
}
