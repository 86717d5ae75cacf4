/// How far two sets agree: the arithmetic under many of the field's scores.
public struct SetOverlap: Sendable, Hashable {
    /// |A ∩ B|
    public var shared: Int
    public var candidate: Int
    public var reference: Int

    public init(shared: Int, candidate: Int, reference: Int) {
        self.shared = shared
        self.candidate = candidate
        self.reference = reference
    }

    public init<Element: Hashable>(candidate: Set<Element>, reference: Set<Element>) {
        self.init(
            shared: candidate.count { reference.contains($0) }, candidate: candidate.count, reference: reference.count)
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
