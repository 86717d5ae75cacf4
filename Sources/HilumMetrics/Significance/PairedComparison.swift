/// How two systems compare in one number over the same reports.
public struct PairedComparison: Sendable, Hashable {
    /// A value with the percentile interval of the bootstrap, nil with fewer than two reports.
    public struct Estimate: Sendable, Hashable {
        public var value: Double
        public var interval: Interval?

        public init(value: Double, interval: Interval?) {
            self.value = value
            self.interval = interval
        }
    }

    /// How p was computed.
    public enum Test: Sendable, Hashable {
        /// Over all 2ᵏ patterns of swaps of the k reports that differ: p = (patterns as extreme as the observed one)/2ᵏ.
        case exact
        /// Over so many random patterns: p = (1 + patterns as extreme)/(1 + patterns).
        case sampled(Int)
    }

    /// How many reports count; those without the number in either system are left out before.
    public let reports: Int
    /// How many of them differ between the systems.
    public let differing: Int
    /// Nil without reports, as are all the following.
    public let baseline: Estimate?
    public let candidate: Estimate?
    /// Candidate less baseline.
    public let difference: Estimate?
    /// Two-sided: how often a difference at least as large comes about if it is chance which system a score is of. 0–1.
    public let p: Double?
    /// Two-sided, of the bootstrap: 2·(1 + the fewer of the resamples with a difference ≤ 0 and of those with one ≥ 0)/(1 + resamples),
    /// at most 1.
    public let bootstrapP: Double?
    public let test: Test
    /// On how many reports the candidate's score is higher, and lower; nil where reports have no score of their own.
    public let higher: Int?
    public let lower: Int?

    /// Of up to so many differing reports all patterns are gone through.
    public static let mostExact = ExactRandomisation.mostDiffering

    /// The smallest p that so few differing reports, or so few resamples, can give.
    public var smallestP: Double { Self.smallestP(differing: differing, test: test) }

    static func smallestP(differing: Int, test: Test) -> Double {
        // All swaps to one side, or to the other.
        let exact = differing == 0 ? 1 : Double(sign: .plus, exponent: 1 - differing, significand: 1)
        return switch test {
        case .exact: exact
        case .sampled(let resamples): max(exact, 1 / Double(1 + resamples))
        }
    }

    init(
        sample: PairedSample, reading: (baseline: Double, candidate: Double, tolerance: Double)?, p: Double?, differing: Int,
        test: Test,
        bootstrap: (baseline: [Double], candidate: [Double]), confidence: Double
    ) {
        reports = sample.reports
        self.differing = differing
        self.p = p
        self.test = test
        let hasOwnScores = sample.width == 1
        higher = hasOwnScores ? (0..<sample.reports).count { sample.order(at: $0) == .higher } : nil
        lower = hasOwnScores ? (0..<sample.reports).count { sample.order(at: $0) == .lower } : nil
        guard let reading else {
            (baseline, candidate, difference, bootstrapP) = (nil, nil, nil, nil)
            return
        }
        func interval(of values: [Double]) -> Interval? {
            sample.reports > 1 ? Interval(percentilesOf: values, confidence: confidence) : nil
        }
        let differences = zip(bootstrap.candidate, bootstrap.baseline).map(-)
        baseline = Estimate(value: reading.baseline, interval: interval(of: bootstrap.baseline))
        candidate = Estimate(value: reading.candidate, interval: interval(of: bootstrap.candidate))
        difference = Estimate(value: reading.candidate - reading.baseline, interval: interval(of: differences))
        let fewer = min(differences.count { $0 <= reading.tolerance }, differences.count { $0 >= -reading.tolerance })
        bootstrapP = sample.reports > 1 ? min(1, 2 * Double(1 + fewer) / Double(1 + differences.count)) : nil
    }
}
