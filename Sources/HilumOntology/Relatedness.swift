/// Two concepts that a radiologist would take for nearly the same although neither is a kind of the other: mass and nodule.
public struct Relatedness: Sendable, Hashable {
    public let one: ConceptID
    public let other: ConceptID
    /// How much of the one is said by naming the other; above 0, below 1.
    public let closeness: Double
}
