import HilumScoring

/// A pair of which Hilum and a judge count different errors.
public struct Disagreement: Sendable, Hashable {
    /// UTF-8.
    public let id: [UInt8]
    /// Of the row, counted from 1.
    public let number: Int
    public let hilum: Factuality
    public let judge: JudgeAnswer

    public var difference: JudgeDifference { JudgeDifference(hilum: hilum, judge: judge.factuality) }
}

/// The pairs that are farthest apart, so that a person may look who is right. They are ordered by the differences of clinically
/// significant counts, then of the others, then by their rows.
public struct Disagreements: Sendable, Hashable {
    /// More than anybody reads at a time.
    public static let most = 20

    /// The farthest apart first.
    public private(set) var list: [Disagreement] = []

    init() {}

    mutating func add(_ disagreement: Disagreement) {
        guard disagreement.difference.size != (0, 0) else { return }
        let place = list.firstIndex { Self.isFarther(disagreement, $0) } ?? list.count
        guard place < Self.most else { return }
        list.insert(disagreement, at: place)
        if list.count > Self.most { list.removeLast() }
    }

    mutating func merge(_ other: Disagreements) {
        for disagreement in other.list { add(disagreement) }
    }

    private static func isFarther(_ one: Disagreement, _ other: Disagreement) -> Bool {
        let (size, otherSize) = (one.difference.size, other.difference.size)
        return (size.significant, size.insignificant, -one.number) > (
            otherSize.significant, otherSize.insignificant, -other.number
        )
    }
}
