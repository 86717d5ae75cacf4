/// How far two raters agree about the same items, such as two counts of errors a report. Items may be added in any order and
/// parts merged in any order: the result is the same.
public struct RaterAgreement: Sendable, Hashable {
    private struct Pair: Sendable, Hashable {
        var first: Double
        var second: Double
    }

    /// How often each pair of ratings occurs: counts are few, however many items there are.
    private var counts: [Pair: Int] = [:]
    public private(set) var n = 0

    public init() {}

    /// - Parameters: neither may be NaN.
    public mutating func add(_ first: Double, _ second: Double) {
        counts[Pair(first: first, second: second), default: 0] += 1
        n += 1
    }

    public mutating func merge(_ other: RaterAgreement) {
        counts.merge(other.counts, uniquingKeysWith: +)
        n += other.n
    }

    /// The mean of |first − second|, 0–∞, lower is more alike; nil without items.
    public var meanAbsoluteDifference: Double? { mean { abs($0 - $1) } }

    /// The means of either rater, which tell who rates higher; nil without items.
    public var firstMean: Double? { mean { first, _ in first } }
    public var secondMean: Double? { mean { _, second in second } }

    /// Whether both put the same items above others: see `KendallTau`; nil where that is undefined.
    public var kendallTau: Double? {
        KendallTau.b(weighted: counts.map { KendallTau.Item(first: $0.key.first, second: $0.key.second, count: $0.value) })
    }

    private func mean(_ value: (Double, Double) -> Double) -> Double? {
        guard n > 0 else { return nil }
        // In an order of their own, as a dictionary has none that lasts and sums round.
        let sorted = counts.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
        return sorted.reduce(0) { $0 + Double($1.value) * value($1.key.first, $1.key.second) } / Double(n)
    }
}
