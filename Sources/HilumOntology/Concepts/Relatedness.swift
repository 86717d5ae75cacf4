/// Two concepts that a radiologist would take for nearly the same although neither is a kind of the other: mass and nodule.
public struct Relatedness: Sendable, Hashable {
    public let one: ConceptID
    public let other: ConceptID
    /// How much of the one is said by naming the other; above 0, below 1.
    public let closeness: Double
}

extension OntologyBuilder {
    func related() throws(OntologyError) -> [Relatedness] {
        var related: [Relatedness] = []
        var seen: Set<Set<ConceptID>> = []
        for row in tables.rows(.related) {
            let one = try reference(row["concept"], "concept", row)
            let other = try reference(row["related"], "related", row)
            guard one != other else { throw row.problem("related", "'\(row["related"])' is the same concept") }
            guard seen.insert([one, other]).inserted else { throw row.problem("related", "the pair stands there twice") }
            let closeness = try row.number("closeness")
            guard closeness > 0, closeness < 1 else { throw row.problem("closeness", "must lie between 0 and 1") }
            related.append(Relatedness(one: one, other: other, closeness: closeness))
        }
        return related
    }
}
