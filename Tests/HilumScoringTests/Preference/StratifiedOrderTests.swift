import HilumScoring
import HilumTestSupport
import Testing

@Suite("The order of a stratified sample")
struct StratifiedOrderTests {
    private typealias Stratum = StratifiedOrder.Stratum

    /// The exact shares of a sample: parts by weight, at most what is available, what is lacking spread over the others.
    private func shares(_ strata: [Stratum], size: Int) -> [Double] {
        var shares = [Double](repeating: 0, count: strata.count)
        var open = Set(strata.indices)
        var left = Double(size)
        while !open.isEmpty {
            let weight = open.reduce(0.0) { $0 + Double(strata[$1].original) }
            let full = open.filter { left * Double(strata[$0].original) / weight >= Double(strata[$0].available) }
            guard !full.isEmpty else {
                for index in open { shares[index] = left * Double(strata[index].original) / weight }
                break
            }
            for index in full {
                shares[index] = Double(strata[index].available)
                left -= shares[index]
                open.remove(index)
            }
        }
        return shares
    }

    @Test("keeps every stratum within one of its exact share, at every size", arguments: 0..<200 as Range<UInt64>)
    func withinOne(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let strata = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
            let original = Int.random(in: 1...([3, 40, 400].randomElement(using: &generator) ?? 3), using: &generator)
            let isScarce = Bool.random(using: &generator)
            return Stratum(original: original, available: isScarce ? Int.random(in: 0...original, using: &generator) : original)
        }
        let total = strata.reduce(0) { $0 + $1.available }
        let order = StratifiedOrder.order(of: strata, count: .max)
        #expect(order.count == total)
        var taken = [Int](repeating: 0, count: strata.count)
        for (index, stratum) in order.enumerated() {
            taken[stratum] += 1
            let exact = shares(strata, size: index + 1)
            for (given, share) in zip(taken, exact) { #expect(abs(Double(given) - share) < 1, "after \(index + 1)") }
        }
        #expect(taken == strata.map(\.available))
        // A smaller sample is the beginning of a larger one.
        let size = Int.random(in: 0...total, using: &generator)
        #expect(StratifiedOrder.order(of: strata, count: size) == Array(order.prefix(size)))
    }

    /// Worked by hand. By largest remainder the third of these would have 2 of 10 and 1 of 11 (the Alabama paradox).
    @Test("takes nothing back where the method of largest remainder does")
    func alabama() {
        let strata = [6, 6, 2].map { Stratum(original: $0 * 100, available: $0 * 100) }
        #expect(StratifiedOrder.order(of: strata, count: 11) == [0, 1, 0, 1, 0, 1, 2, 0, 1, 0, 1])
    }

    @Test("gives what a stratum lacks to the others by their weights")
    func shortfall() {
        let strata = [
            Stratum(original: 50, available: 4), Stratum(original: 30, available: 30), Stratum(original: 20, available: 20),
        ]
        let order = StratifiedOrder.order(of: strata, count: 24)
        #expect(strata.indices.map { stratum in order.count { $0 == stratum } } == [4, 12, 8])
    }

    @Test("of nothing is nothing")
    func empty() {
        #expect(StratifiedOrder.order(of: [], count: 5).isEmpty)
        #expect(StratifiedOrder.order(of: [Stratum(original: 3, available: 0)], count: 5).isEmpty)
        #expect(StratifiedOrder.order(of: [Stratum(original: 3, available: 3)], count: 0).isEmpty)
    }
}
