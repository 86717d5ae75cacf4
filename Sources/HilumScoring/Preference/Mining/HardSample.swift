import HilumMetrics

/// Hard rows in an order of which every beginning is a stratified sample.
///
///     var sample = HardSample()
///     sample.count(stratum: ["Pneumothorax"])            // every row of the input
///     sample.add(HardExample(stratum: ["Pneumothorax"], …))  // the hard ones as well
///     let order = sample.order(.hardestFirst, count: 2000)   // the first 1000 are the sample of 1000
public struct HardSample: Sendable {
    /// Which of a stratum's rows come first.
    public enum Choice: Sendable, Hashable {
        case hardestFirst
        /// By chance; the same seed gives the same choice, whatever the order of the rows.
        case random(seed: UInt64)
    }

    /// What there was of a stratum, and what was taken.
    public struct Share: Sendable, Hashable {
        public var stratum: [String]
        public var original: Int
        public var hard: Int
        public var taken: Int
    }

    public private(set) var examples: [HardExample] = []
    /// Rows counted.
    public private(set) var total = 0
    private var originals: [[String]: Int] = [:]

    public init() {}

    /// Counts a row of the input, hard or not.
    public mutating func count(stratum: [String], rows: Int = 1) {
        originals[stratum, default: 0] += rows
        total += rows
    }

    /// Adds a hard row, which is counted as well by `count(stratum:)`.
    public mutating func add(_ example: HardExample) { examples.append(example) }

    /// The order of the sample.
    /// - Returns: indices into `examples`; fewer than `count` if there are fewer.
    public func order(_ choice: Choice, count: Int) -> [Int] {
        let members = Dictionary(grouping: examples.indices) { examples[$0].stratum }
            .mapValues { $0.sorted { precedes(examples[$0], examples[$1], choice) } }
        // Of strata in the same situation the one whose member comes first by the choice gives first.
        let strata = originals.keys.sorted { one, other in
            guard let first = members[one]?.first, let second = members[other]?.first else {
                return (members[one] == nil ? 1 : 0, one.description) < (members[other] == nil ? 1 : 0, other.description)
            }
            return precedes(examples[first], examples[second], choice)
        }
        let order = StratifiedOrder.order(
            of: strata.map { StratifiedOrder.Stratum(original: originals[$0] ?? 0, available: members[$0]?.count ?? 0) },
            count: count)
        var given = [Int](repeating: 0, count: strata.count)
        return order.compactMap { stratum in
            defer { given[stratum] += 1 }
            return members[strata[stratum]]?[given[stratum]]
        }
    }

    /// - Parameter sample: indices into `examples`.
    /// - Returns: every stratum, the largest of the original first.
    public func shares(of sample: some Sequence<Int>) -> [Share] {
        let hard = examples.reduce(into: [:]) { $0[$1.stratum, default: 0] += 1 }
        let taken = sample.reduce(into: [:]) { $0[examples[$1].stratum, default: 0] += 1 }
        return names.map { Share(stratum: $0, original: originals[$0] ?? 0, hard: hard[$0] ?? 0, taken: taken[$0] ?? 0) }
    }

    private var names: [[String]] {
        originals.sorted { one, other in
            one.value == other.value ? one.key.lexicographicallyPrecedes(other.key) : one.value > other.value
        }.map(\.key)
    }

    private func precedes(_ one: HardExample, _ other: HardExample, _ choice: Choice) -> Bool {
        switch choice {
        case .hardestFirst: return HardExample.isHarder(one, than: other)
        case .random(let seed):
            let keys = (SeededOrder.key(of: one.id, seed: seed), SeededOrder.key(of: other.id, seed: seed))
            return keys.0 == keys.1 ? HardExample.precedes(one, other) : keys.0 < keys.1
        }
    }
}

/// An order by chance that hangs on nothing but a seed and the ids.
enum SeededOrder {
    static func key(of id: [UInt8], seed: UInt64) -> UInt64 {
        // FNV-1a (draft-eastlake-fnv).
        let hash = id.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        var generator = SeededGenerator(seed: seed, stream: hash)
        return generator.next()
    }
}
