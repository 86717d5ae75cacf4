/// How often there was no answer for each reason. After the first few kinds only their sum is counted, as a server may word every one
/// of its errors in another way.
public struct ReasonCounts: Sendable, Hashable {
    public private(set) var total = 0
    private var counts: [String: Int] = [:]

    private static let most = 32
    private static let others = "other reasons"

    public init() {}

    public mutating func add(_ reason: String) { add(reason, 1) }

    /// Adds those of what follows.
    public mutating func merge(_ other: ReasonCounts) {
        // In an order of their own, on which it may depend what is counted by itself.
        for (reason, count) in other.sorted { add(reason, count) }
    }

    private mutating func add(_ reason: String, _ count: Int) {
        total += count
        counts[counts[reason] != nil || counts.count < Self.most ? reason : Self.others, default: 0] += count
    }

    /// The most frequent first, those that are equally frequent by their words.
    public var sorted: [(reason: String, count: Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
}
