/// How often there was no answer for each reason.
public struct ReasonCounts: Sendable, Hashable {
    private var counts: [String: Int] = [:]

    public init() {}

    public mutating func add(_ reason: String) { counts[reason, default: 0] += 1 }

    public mutating func merge(_ other: ReasonCounts) { counts.merge(other.counts, uniquingKeysWith: +) }

    public var total: Int { counts.values.reduce(0, +) }

    /// The most frequent first, those that are equally frequent by their words.
    public var sorted: [(reason: String, count: Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
}
