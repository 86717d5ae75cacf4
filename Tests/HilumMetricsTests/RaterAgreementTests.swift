import HilumMetrics
import HilumTestSupport
import Testing

@Suite("Agreement of two raters")
struct RaterAgreementTests {
    /// τ-b as `scipy.stats.kendalltau` of SciPy 1.17.1 gives it; nil for its NaN.
    static let tau: [([Double], [Double], Double?)] = [
        ([1, 2, 3], [2, 3, 1], -0.33333333333333337),
        ([1, 2, 3, 4], [1, 2, 3, 4], 1),
        ([1, 2, 3, 4], [4, 3, 2, 1], -1),
        ([0, 0, 1, 2, 0, 3, 1, 0], [0, 1, 1, 2, 0, 1, 0, 0], 0.5506887917539347),
        ([0, 0, 0, 1], [0, 0, 0, 1], 1),
        ([0, 0, 0, 0], [0, 1, 2, 3], nil),
        ([1], [1], nil),
        ([0.5, 1, 1, 0.25, 0.333], [1, 1, 0.5, 0, 0.333], 0.6666666666666666),
        ([12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.4714045207910316),
        (manyTies.map(\.0), manyTies.map(\.1), 0.8686334436237741),
        (noTies.map(\.0), noTies.map(\.1), 0.004647426152700069),
    ]

    private static let manyTies: [(Double, Double)] = (0..<1000).map { i in
        let first = (i * i * 7 + i * 3) % 11
        return (Double(first), Double((first * 2 + (i * 5) % 7) / 3))
    }
    private static let noTies: [(Double, Double)] = (0..<5000).map { i in
        let first = (i * 7919) % 5003
        return (Double(first), Double((i * 104_729 + first) % 4999))
    }

    @Test("Kendall's tau is SciPy's, ties and all", arguments: tau)
    func scipy(first: [Double], second: [Double], expected: Double?) {
        let tau = KendallTau.b(zip(first, second))
        guard let tau, let expected else {
            #expect(tau == expected)
            return
        }
        #expect(abs(tau - expected) < 1e-12)
        var agreement = RaterAgreement()
        for (first, second) in zip(first, second) { agreement.add(first, second) }
        #expect(abs((agreement.kendallTau ?? .nan) - expected) < 1e-12)
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

    @Test("Differences have a size and a direction; no items have neither")
    func differences() {
        var agreement = RaterAgreement()
        #expect(agreement.meanAbsoluteDifference == nil && agreement.meanDifference == nil && agreement.kendallTau == nil)
        for (first, second) in [(3.0, 1.0), (0, 0), (0, 1), (2, 2)] { agreement.add(first, second) }
        #expect(agreement.n == 4)
        #expect(agreement.meanAbsoluteDifference == 0.75)
        #expect(agreement.meanDifference == 0.25)
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
        #expect(merged.meanDifference == whole.meanDifference)
        #expect(merged.kendallTau == whole.kendallTau)
    }
}

extension Double {
    /// −1, 0 or 1.
    fileprivate var direction: Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
