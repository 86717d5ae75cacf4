import HilumMetrics
import HilumTestSupport
import Testing

@Suite("Agreement of two raters")
struct RaterAgreementTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var items: [(Double, Double)]
        /// τ-b as `scipy.stats.kendalltau` of SciPy 1.17.1 gives it; nil for its NaN.
        var tau: Double?

        var testDescription: String { name }

        init(_ name: String, _ first: [Double], _ second: [Double], _ tau: Double?) {
            self.name = name
            items = Array(zip(first, second))
            self.tau = tau
        }
    }

    private static let manyTies = (0..<1000).map { ($0 * $0 * 7 + $0 * 3) % 11 }
    private static let noTies = (0..<5000).map { ($0 * 7919) % 5003 }

    static let cases = [
        Case("three", [1, 2, 3], [2, 3, 1], -0.33333333333333337),
        Case("the same order", [1, 2, 3, 4], [1, 2, 3, 4], 1),
        Case("the opposite order", [1, 2, 3, 4], [4, 3, 2, 1], -1),
        Case("counts", [0, 0, 1, 2, 0, 3, 1, 0], [0, 1, 1, 2, 0, 1, 0, 0], 0.5506887917539347),
        Case("one apart", [0, 0, 0, 1], [0, 0, 0, 1], 1),
        Case("one rater sees no difference", [0, 0, 0, 0], [0, 1, 2, 3], nil),
        Case("one item", [1], [1], nil),
        Case("fractions", [0.5, 1, 1, 0.25, 0.333], [1, 1, 0.5, 0, 0.333], 0.6666666666666666),
        Case("ties on one side", [12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.4714045207910316),
        Case(
            "a thousand with ties", manyTies.map(Double.init),
            manyTies.enumerated().map { Double(($1 * 2 + ($0 * 5) % 7) / 3) }, 0.8686334436237741),
        Case(
            "five thousand", noTies.map(Double.init), noTies.enumerated().map { Double(($0 * 104_729 + $1) % 4999) },
            0.004647426152700069),
    ]

    @Test("Kendall's tau is SciPy's, ties and all", arguments: cases)
    func scipy(expected: Case) {
        var agreement = RaterAgreement()
        for (first, second) in expected.items { agreement.add(first, second) }
        for tau in [KendallTau.b(expected.items), agreement.kendallTau] {
            #expect((tau == nil) == (expected.tau == nil))
            #expect(abs((tau ?? 0) - (expected.tau ?? 0)) < 1e-12)
        }
    }

    @Test("It counts pairs of items in order")
    func pairwise() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let items = (0..<(2 + generator.index(below: 12))).map { _ in
                (Double(generator.index(below: 4)), Double(generator.index(below: 4)))
            }
            var (order, first, second) = (0.0, 0.0, 0.0)
            for i in items.indices {
                for j in 0..<i {
                    let (x, y) = (items[i].0 - items[j].0, items[i].1 - items[j].1)
                    order += (x * y).direction
                    first += abs(x.direction)
                    second += abs(y.direction)
                }
            }
            let expected = first * second == 0 ? nil : order / (first * second).squareRoot()
            let tau = KendallTau.b(items)
            #expect((tau == nil) == (expected == nil))
            #expect(abs((tau ?? 0) - (expected ?? 0)) < 1e-12)
        }
    }

    @Test("NaN has no order")
    func notANumber() {
        #expect(KendallTau.b([(1, 2), (.nan, 3), (4, 5)]) == nil)
    }

    @Test("Means and the size of differences; no items have neither")
    func differences() {
        var agreement = RaterAgreement()
        #expect(agreement.meanAbsoluteDifference == nil && agreement.firstMean == nil && agreement.kendallTau == nil)
        for (first, second) in [(3.0, 1.0), (0, 0), (0, 1), (2, 2)] { agreement.add(first, second) }
        #expect(agreement.n == 4)
        #expect(agreement.meanAbsoluteDifference == 0.75)
        #expect(agreement.firstMean == 1.25 && agreement.secondMean == 1)
    }

    @Test("Parts and orders come to the same, to the last bit")
    func parts() {
        var generator = SeededGenerator(seed: 9)
        let items = (0..<500).map { _ in (Double(generator.index(below: 90)) / 7, Double(generator.index(below: 90)) / 11) }
        func agreement(_ items: some Sequence<(Double, Double)>) -> RaterAgreement {
            items.reduce(into: RaterAgreement()) { $0.add($1.0, $1.1) }
        }
        let whole = agreement(items)
        var merged = agreement(items[300...].reversed())
        merged.merge(agreement(items[..<300]))
        #expect(merged == whole)
        #expect(merged.meanAbsoluteDifference == whole.meanAbsoluteDifference)
        #expect(merged.firstMean == whole.firstMean && merged.secondMean == whole.secondMean)
        #expect(merged.kendallTau == whole.kendallTau)
    }
}

extension Double {
    /// −1, 0 or 1.
    fileprivate var direction: Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
