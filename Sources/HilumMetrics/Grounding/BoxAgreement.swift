/// How well boxes that a candidate places cover those of a reference, for one phrase on one image.
///
/// Boxes are paired one to one so that the sum of their IoU is the greatest there is. Everything is divided by the greater number of
/// boxes, so that one too many or too few counts as a pair of IoU 0. No box on both sides is full agreement, on one side none.
/// With one box on each side, as in phrase grounding (M4CXR), `meanIoU` is the IoU.
public struct BoxAgreement: Sendable, Hashable {
    /// Candidate and reference by their places, in the order of the candidates; pairs that do not overlap are in none.
    public let pairs: [Pair]
    /// The greater number of boxes.
    public let count: Int

    public struct Pair: Sendable, Hashable {
        public var candidate: Int
        public var reference: Int
        /// Above 0, up to 1.
        public var intersectionOverUnion: Double
    }

    public init(candidate: [Box], reference: [Box]) {
        count = max(candidate.count, reference.count)
        var assignment = Assignment(rows: candidate.count, columns: reference.count)
        for row in candidate.indices {
            for column in reference.indices {
                assignment.add(candidate[row].intersectionOverUnion(reference[column]), row: row, column: column)
            }
        }
        pairs = assignment.solution().enumerated().compactMap { row, column in
            column.map { column in
                let value = candidate[row].intersectionOverUnion(reference[column])
                return Pair(candidate: row, reference: column, intersectionOverUnion: value)
            }
        }
    }

    /// The mean IoU of the boxes, 0–1.
    public var meanIoU: Double {
        count == 0 ? 1 : pairs.reduce(0) { $0 + $1.intersectionOverUnion } / Double(count)
    }

    /// The share of boxes whose IoU is at least `threshold`, 0–1.
    public func accuracy(atLeast threshold: Double) -> Double {
        count == 0 ? 1 : Double(pairs.count { $0.intersectionOverUnion >= threshold }) / Double(count)
    }
}
