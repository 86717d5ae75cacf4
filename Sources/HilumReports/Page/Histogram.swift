import HilumScoring

/// How often a measure falls where: bins of equal width, each with its lower bound and without its upper one, but for the last,
/// which has both.
struct Histogram: Sendable, Hashable {
    let measure: PageMeasure
    private(set) var counts: [Int]
    /// In millionths, as scores are written, so that a score that is written as a bound counts as it reads.
    private let low: Int
    private let width: Int

    private static let scoreBins = 20
    /// Of counts: 0 to 9, and 10 or more.
    private static let countBins = 11
    private static let million = 1_000_000

    init(of measure: PageMeasure) {
        self.measure = measure
        guard !measure.isCount else {
            (low, width) = (0, Self.million)
            counts = [Int](repeating: 0, count: Self.countBins)
            return
        }
        let range = measure.range
        low = Int(range.lowerBound) * Self.million
        width = Int(range.upperBound - range.lowerBound) * Self.million / Self.scoreBins
        counts = [Int](repeating: 0, count: Self.scoreBins)
    }

    mutating func add(_ value: Double) {
        let place = (Int((value * Double(Self.million)).rounded()) - low) / width
        counts[min(max(place, 0), counts.count - 1)] += 1
    }

    /// - Parameter other: of the same measure.
    mutating func merge(_ other: Histogram) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    var total: Int { counts.reduce(0, +) }

    /// Where a bin begins, or the one before it ends.
    func bound(_ bin: Int) -> Double { Double(low + bin * width) / Double(Self.million) }

    /// Whether a bin is that of all that is as much or more.
    func isOpenEnded(_ bin: Int) -> Bool { measure.isCount && bin == counts.count - 1 }

    /// Where a value stands, in bins from the left.
    func place(of value: Double) -> Double {
        let place = (value * Double(Self.million) - Double(low)) / Double(width)
        // A count stands in the middle of its bin.
        return min(max(measure.isCount ? place + 0.5 : place, 0), Double(counts.count))
    }

    /// The values of a bin, for people: `0.15 to 0.20`, `3`, `10 or more`.
    func label(_ bin: Int) -> String {
        let start = bound(bin).fixed(decimals: measure.isCount ? 0 : 2)
        if isOpenEnded(bin) { return "\(start) or more" }
        return measure.isCount ? start : "\(start) to \(bound(bin + 1).fixed(decimals: 2))"
    }
}
