import HilumMetrics
import Testing

@Suite("Paired randomisation")
struct PairedResamplingTests {
    /// As in the command's fixtures: scores of ten reports.
    static let baseline = [0.41, 0.55, 0.30, 0.62, 0.48, 0.50, 0.71, 0.33, 0.59, 0.44]
    static let candidate = [0.47, 0.52, 0.41, 0.70, 0.48, 0.61, 0.69, 0.45, 0.66, 0.40]

    /// Forty pairs, of too many patterns to go through.
    static let forty: [(baseline: Double, candidate: Double)] = (0..<40).map { index in
        let left = Double(index * 37 % 101) / 100
        return (left, min(1.2, max(0, left + Double(index * 53 % 41 - 17) / 100)))
    }

    static func comparison(
        _ scores: [(baseline: Double, candidate: Double)], resamples: Int = 100, seed: UInt64 = 1, confidence: Double = 0.95
    ) -> PairedComparison {
        PairedResampling([PairedSample(scores)], resamples: resamples, seed: seed).comparisons(confidence: confidence)[0][0]
    }

    @Test(
        "goes through all patterns of few reports; by hand: where one system always wins, 2 of 2ⁿ are as extreme",
        arguments: [(1, 1.0), (2, 0.5), (3, 0.25), (5, 0.0625), (10, 0.001953125), (16, 0.000030517578125)])
    func oneSided(reports: Int, p: Double) {
        let result = Self.comparison((0..<reports).map { (Double($0) / 7, Double($0) / 7 + 0.1) })
        #expect(result.p == p)
        #expect(result.smallestP == p)
        #expect(result.test == .exact)
        #expect(result.higher == reports)
        #expect(result.lower == 0)
    }

    @Test(
        "equals scipy 1.17.1's permutation_test (permutation_type='samples', all permutations)",
        arguments: [(10, 0.0546875, 0.046), (7, 0.125, 0.31 / 7), (5, 0.25, 0.044)])
    func scipy(reports: Int, p: Double, difference: Double) throws {
        let result = Self.comparison(Array(zip(Self.baseline, Self.candidate).prefix(reports)).map { ($0.0, $0.1) })
        #expect(result.p == p)
        #expect(abs(try #require(result.difference).value - difference) < 1e-12)
    }

    @Test("equals scipy's where many reports tie; they need no swapping")
    func counts() throws {
        let scores: [(baseline: Double, candidate: Double)] = [
            (1, 0), (0, 0), (2, 1), (3, 3), (1, 0), (0, 1), (1, 0), (4, 2), (2, 2), (1, 0), (0, 0), (5, 3),
        ]
        let result = Self.comparison(scores)
        #expect(result.p == 0.0546875)
        #expect(result.differing == 8)
        #expect(result.smallestP == 2 / 256.0)
        #expect((result.higher, result.lower) == (1, 7))
    }

    @Test("has nothing to say without reports, and p 1 where all tie")
    func nothing() {
        let none = Self.comparison([])
        #expect(none.p == nil)
        #expect(none.bootstrapP == nil)
        #expect(none.difference == nil)
        #expect(none.baseline == nil)
        let ties = Self.comparison((0..<30).map { (Double($0) / 3, Double($0) / 3) })
        #expect(ties.p == 1)
        #expect(ties.bootstrapP == 1)
        #expect(ties.difference == .init(value: 0, interval: Interval(low: 0, high: 0)))
        let one = Self.comparison([(0, 1)])
        #expect(one.p == 1)
        #expect(one.difference == .init(value: 1, interval: nil))
        #expect(one.bootstrapP == nil)
    }

    @Test("counts the patterns that are as extreme in tenths, whose sums of doubles differ by rounding", arguments: 0..<30)
    func ties(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let reports = 2 + generator.index(below: 9)
        let tenths = (0..<reports).map { _ in (generator.index(below: 11), generator.index(below: 11)) }
        // The slow, obvious way, in integers.
        let differences = tenths.map { $0.1 - $0.0 }
        let observed = abs(differences.reduce(0, +))
        let extreme = (0..<1 << reports).count { pattern in
            abs(differences.indices.reduce(0) { $0 + (pattern >> $1 & 1 == 0 ? 1 : -1) * differences[$1] }) >= observed
        }
        let result = Self.comparison(tenths.map { (Double($0.0) / 10, Double($0.1) / 10) })
        #expect(result.p == Double(extreme) / Double(1 << reports))
    }

    @Test("draws patterns where there are too many; near the exact 0.0786 that scipy's million permutations give")
    func sampled() throws {
        let result = Self.comparison(Self.forty, resamples: 20_000)
        #expect(result.test == .sampled(20_000))
        // Three standard errors of a share of 20,000.
        #expect(abs(try #require(result.p) - 0.078652) < 0.0058)
        #expect(result.smallestP == 1 / 20_001.0)
    }

    @Test("gives p = (1 + 0)/(1 + n) where no drawn pattern is as extreme")
    func smallest() {
        #expect(Self.comparison((0..<40).map { (Double($0), Double($0) + 1) }, resamples: 199).p == 1 / 200.0)
    }

    @Test("under the null, p is at most a level about as often as the level says")
    func calibration() {
        var below = [0.05: 0, 0.25: 0, 0.5: 0]
        let trials = 400
        for trial in 0..<trials {
            var generator = SeededGenerator(seed: 99, stream: UInt64(trial))
            let scores = (0..<24).map { _ in
                (Double(generator.index(below: 1_000_000)) / 1e6, Double(generator.index(below: 1_000_000)) / 1e6)
            }
            let p = Self.comparison(scores, resamples: 199, seed: UInt64(trial)).p ?? 0
            for level in below.keys where p <= level { below[level, default: 0] += 1 }
        }
        for (level, count) in below {
            let error = (level * (1 - level) / Double(trials)).squareRoot()
            #expect(abs(Double(count) / Double(trials) - level) < 4 * error, "\(level)")
        }
    }

    @Test("is the same however resamples are divided, and whatever other samples there are")
    func division() {
        let few = PairedSample(zip(Self.baseline, Self.candidate).map { ($0, $1) })
        let many = PairedSample(Self.forty)
        let mirrored = PairedSample(Self.forty.map { ($0.candidate, $0.baseline) })
        let whole = PairedResampling([many, few, mirrored], resamples: 300)
        let results = whole.comparisons()
        var parts = whole.draws(200..<300)
        parts.merge(whole.draws(0..<7))
        parts.merge(whole.draws(7..<200))
        #expect(whole.comparisons(from: parts) == results)
        #expect(PairedResampling([few], resamples: 300).comparisons()[0] == results[1])
        #expect(PairedResampling([many], resamples: 300).comparisons()[0] == results[0])
        #expect(results[2][0].p == results[0][0].p)
        #expect(results[2][0].higher == results[0][0].lower)
        #expect(PairedResampling([many], resamples: 300, seed: 2).comparisons()[0] != results[0])
    }
}
