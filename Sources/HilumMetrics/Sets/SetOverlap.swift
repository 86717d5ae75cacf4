/// How far two sets agree: the arithmetic under many of the field's scores.
public struct SetOverlap: Sendable, Hashable {
    /// |A ∩ B|
    public var shared: Int
    public var candidate: Int
    public var reference: Int

    @inlinable
    public init(shared: Int, candidate: Int, reference: Int) {
        self.shared = shared
        self.candidate = candidate
        self.reference = reference
    }

    public init<Element: Hashable>(candidate: Set<Element>, reference: Set<Element>) {
        self.init(
            shared: candidate.count { reference.contains($0) }, candidate: candidate.count, reference: reference.count)
    }

    /// Of elements that may repeat and count once: the quicker way for integers, as it sorts instead of hashing.
    @inlinable
    public init<Element: Comparable>(candidate: consuming [Element], reference: consuming [Element]) {
        var one = consume candidate
        var other = consume reference
        one.sort()
        other.sort()
        self.init(shared: 0, candidate: 0, reference: 0)
        var first = 0
        var second = 0
        while first < one.count || second < other.count {
            let value = first < one.count && (second == other.count || one[first] <= other[second]) ? one[first] : other[second]
            let isInOne = first < one.count && one[first] == value
            let isInOther = second < other.count && other[second] == value
            while first < one.count, one[first] == value { first += 1 }
            while second < other.count, other[second] == value { second += 1 }
            if isInOne { self.candidate += 1 }
            if isInOther { self.reference += 1 }
            if isInOne && isInOther { shared += 1 }
        }
    }

    /// |A ∩ B| / |A|, 0–1; 0 without a candidate's element.
    public var precision: Double { candidate == 0 ? 0 : Double(shared) / Double(candidate) }

    /// |A ∩ B| / |B|, 0–1; 0 without a reference's element.
    public var recall: Double { reference == 0 ? 0 : Double(shared) / Double(reference) }

    /// 2PR/(P + R) = 2·|A ∩ B| / (|A| + |B|), 0–1; nil where both sets are empty, as scores differ in what that is worth.
    public var f1: Double? {
        candidate + reference == 0 ? nil : Double(2 * shared) / Double(candidate + reference)
    }

    /// |A ∩ B| / |A ∪ B|, 0–1; nil where both sets are empty.
    public var intersectionOverUnion: Double? {
        let union = candidate + reference - shared
        return union == 0 ? nil : Double(shared) / Double(union)
    }
}
