/// In what order strata give their members so that a sample of any size has them in given proportions, and a larger sample holds every
/// smaller one.
///
/// The proportions are filled by the quota method (Balinski & Young 1975, doi:10.2307/2318729) with an upper bound for each stratum. The
/// method of largest remainder would take a member out of a stratum at times when the sample grows (the Alabama paradox), so that
/// samples would not lie within one another; both keep within one of the exact share.
public enum StratifiedOrder {
    public struct Stratum: Sendable, Hashable {
        /// Its weight in the proportions: how many rows the original has.
        public var original: Int
        /// How many members it can give, at most `original`.
        public var available: Int

        public init(original: Int, available: Int) {
            self.original = original
            self.available = available
        }
    }

    /// Which stratum gives the first, the second … member.
    ///
    /// The exact share of a stratum in a sample of n is its part of n by original weight or, where it has less, all that is available;
    /// what it lacks is spread over the others by their weights. After n members every stratum has given its exact share rounded up or
    /// down. Of strata in the same situation the first gives first.
    /// - Parameter count: how many; fewer come back if fewer are available.
    /// - Returns: indices into `strata`.
    public static func order(of strata: [Stratum], count: Int) -> [Int] {
        let total = strata.reduce(0) { $0 + $1.available }
        var taken = [Int](repeating: 0, count: strata.count)
        // Those whose share is all that they have, which they come to in this order.
        let exhaustible = strata.indices.sorted { one, other in
            let (first, second) = (strata[one], strata[other])
            return first.available * second.original < second.available * first.original
        }
        var exhausted = 0
        var isExhausted = [Bool](repeating: false, count: strata.count)
        var exhaustedMembers = 0
        var weightLeft = strata.reduce(0) { $0 + $1.original }
        var order: [Int] = []
        order.reserveCapacity(min(count, total))
        while order.count < min(count, total) {
            let size = order.count + 1
            while exhausted < exhaustible.count {
                let stratum = strata[exhaustible[exhausted]]
                guard (size - exhaustedMembers) * stratum.original >= stratum.available * weightLeft else { break }
                isExhausted[exhaustible[exhausted]] = true
                exhaustedMembers += stratum.available
                weightLeft -= stratum.original
                exhausted += 1
            }
            // Of those that have given less than their share, the one that must give its next member soonest.
            var next: Int?
            for (index, stratum) in strata.enumerated() {
                let isDue =
                    isExhausted[index]
                    ? taken[index] < stratum.available
                    : taken[index] * weightLeft < (size - exhaustedMembers) * stratum.original
                guard isDue else { continue }
                if let best = next, (taken[index] + 1) * strata[best].original >= (taken[best] + 1) * stratum.original {
                    continue
                }
                next = index
            }
            guard let next else { break }
            taken[next] += 1
            order.append(next)
        }
        return order
    }
}
