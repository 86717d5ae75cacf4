/// What an abbreviation means near certain words: "RA" near "pressure" is the right atrium.
public struct Sense: Sendable, Hashable {
    /// As the table writes it: in capitals it is read only where a report writes it in capitals among words that are not.
    public let abbreviation: String
    /// Nil where it names nothing that a graph holds: "RA" for room air.
    public let concept: ConceptID?
    /// Single words, lower-case; the one that stands nearest to the abbreviation in its sentence decides.
    public let context: [String]
    public let example: String
}

extension OntologyBuilder {
    func senses() throws(OntologyError) -> [Sense] {
        var senses: [Sense] = []
        for row in tables.rows(.senses) {
            let context = row.list("context")
            guard !context.isEmpty else { throw row.problem("context", "must name the words that decide") }
            senses.append(
                Sense(
                    abbreviation: try row.required("abbreviation"),
                    concept: row["concept"] == "-" ? nil : try reference(row["concept"], "concept", row),
                    context: context.map { $0.lowercased() }, example: row["example"]))
        }
        return senses
    }
}
