import HilumMetrics
import Testing

@Suite("Paired bootstrap")
struct PairedBootstrapTests {
    /// The percentile method of scipy 1.17.1's `bootstrap`, 200,000 resamples, of the same forty pairs.
    @Test("gives the intervals that scipy gives, within the error of resampling")
    func scipy() throws {
        let result = PairedResamplingTests.comparison(PairedResamplingTests.forty, resamples: 10_000)
        let expected = [
            (result.baseline, 0.4985, 0.407, 0.5895), (result.candidate, 0.53175, 0.43425, 0.629),
            (result.difference, 0.03325, -0.002, 0.06875),
        ]
        for (estimate, value, low, high) in expected {
            let interval = try #require(estimate?.interval)
            #expect(abs(try #require(estimate).value - value) < 1e-12)
            // A quantile of 10,000 resamples is off by about a fortieth of their interval.
            #expect(abs(interval.low - low) < (high - low) / 30)
            #expect(abs(interval.high - high) < (high - low) / 30)
        }
    }

    @Test("has narrower intervals of less confidence")
    func confidence() throws {
        let result = PairedResamplingTests.comparison(PairedResamplingTests.forty, resamples: 10_000, confidence: 0.8)
        let interval = try #require(result.difference?.interval)
        #expect(abs(interval.low - 0.01025) < 0.0015)
        #expect(abs(interval.high - 0.05625) < 0.0015)
    }

    @Test("draws all patterns of two reports: by hand ¼ of the resamples have the lower one twice")
    func twoReports() throws {
        let result = PairedResamplingTests.comparison([(0, 1), (0, -1)], resamples: 4_000)
        // Differences of −1, 0, 0, 1: three of four are ≤ 0 and as many ≥ 0.
        #expect(result.bootstrapP == 1)
        #expect(result.difference?.interval == Interval(low: -1, high: 1))
        let shifted = PairedResamplingTests.comparison([(0, 1), (0, -0.5)], resamples: 4_000)
        // −½, ¼, ¼, 1: one of four is ≤ 0.
        #expect(abs(try #require(shifted.bootstrapP) - 0.5) < 0.05)
    }

    @Test(
        "takes quantiles as numpy 2.4.6 does, by linear interpolation",
        arguments: [(0.95, 1.0625, 8.375), (0.8, 1.25, 6.5)])
    func quantiles(confidence: Double, low: Double, high: Double) throws {
        let interval = try #require(Interval(percentilesOf: [3, 1, 4, 1.5, 9, 2.6], confidence: confidence))
        #expect(abs(interval.low - low) < 1e-12)
        #expect(abs(interval.high - high) < 1e-12)
        #expect(Interval(percentilesOf: [], confidence: confidence) == nil)
        #expect(Interval(percentilesOf: [2], confidence: confidence) == Interval(low: 2, high: 2))
    }
}
