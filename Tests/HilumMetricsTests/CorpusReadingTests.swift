import HilumMetrics
import Testing

@Suite("Numbers of a corpus from sums of statistics")
struct CorpusReadingTests {
    /// Eight reports, two labels each.
    static let reference = [[1, 0], [1, 1], [1, 0], [0, 1], [1, 1], [0, 1], [0, 0], [1, 1]]
    static let baseline = [[0, 0], [0, 1], [0, 1], [0, 1], [1, 0], [1, 0], [1, 0], [0, 1]]
    static let candidate = [[1, 0], [0, 1], [1, 1], [0, 0], [1, 0], [0, 1], [1, 0], [1, 1]]

    static let sample = PairedSample(
        statistics: reference.indices.map { index in
            let labels = [reference, baseline, candidate].map { $0[index].map { $0 == 1 } }
            return (
                LabelStatistics.of(candidate: labels[1], reference: labels[0]),
                LabelStatistics.of(candidate: labels[2], reference: labels[0])
            )
        }, readings: [.microF1(of: [0, 1]), .macroF1(of: [0, 1]), .microF1(of: [0])])

    /// Values of scikit-learn 1.9.1's `f1_score`; p by going through the 256 patterns with it.
    @Test("F1 of labels is scikit-learn's, and p the share of patterns in which it differs as much")
    func labels() throws {
        let results = PairedResampling([Self.sample], resamples: 50).comparisons()[0]
        let expected = [(8.0 / 17, 14.0 / 19, 0.3125), (0.4583333333333333, 0.7333333333333334, 0.125)]
        for (result, (baseline, candidate, p)) in zip(results, expected) {
            #expect(abs(try #require(result.baseline).value - baseline) < 1e-12)
            #expect(abs(try #require(result.candidate).value - candidate) < 1e-12)
            #expect(result.p == p)
            #expect(result.higher == nil)
        }
        // The first label alone: 2·1/(3 + 5), 2·4/(5 + 5).
        #expect(results[2].baseline?.value == 0.25)
        #expect(results[2].candidate?.value == 0.8)
    }

    @Test("F1 without anything to find is 0")
    func empty() {
        let nothing = [Double](repeating: 0, count: 6)
        let sample = PairedSample(
            statistics: [(nothing, nothing), (nothing, nothing)],
            readings: [.microF1(of: [0, 1]), .macroF1(of: [0, 1]), .macroF1(of: [])])
        for result in PairedResampling([sample], resamples: 5).comparisons()[0] {
            #expect(result.difference?.value == 0)
            #expect(result.p == 1)
        }
    }

    @Test("Means resampled with other columns beside them are the same as alone")
    func together() {
        let means = PairedSample(PairedResamplingTests.forty)
        let wide = (0..<40).map { index -> (baseline: [Double], candidate: [Double]) in
            let flags = (0..<7).map { (index >> $0) & 1 == 1 }
            let other = (0..<7).map { ((index * 5) >> $0) & 1 == 1 }
            return (
                LabelStatistics.of(candidate: flags, reference: other), LabelStatistics.of(candidate: other, reference: other)
            )
        }
        let labels = PairedSample(statistics: wide, readings: [.macroF1(of: Array(0..<7))])
        let together = PairedResampling([labels, means], resamples: 200).comparisons()
        #expect(together[1] == PairedResampling([means], resamples: 200).comparisons()[0])
        #expect(together[0] == PairedResampling([labels], resamples: 200).comparisons()[0])
        #expect(together[0][0].candidate?.value == 1)
        #expect(together[0][0].p == 1 / 201.0)
    }
}
