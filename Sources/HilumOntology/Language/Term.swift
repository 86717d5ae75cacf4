/// A surface form of a concept.
public struct Term: Sendable, Hashable {
    /// Lower-case, words separated by single spaces.
    public let text: String
    public let concept: ConceptID
    /// What the word itself says about the side: `bibasilar` is bilateral.
    public let laterality: Laterality?
}

extension OntologyBuilder {
    func terms() throws(OntologyError) -> [Term] {
        var terms: [Term] = []
        var written: Set<String> = []
        for row in tables.rows(.terms) {
            let text = try row.required("term")
            written.insert(text)
            let concept = try reference(row["concept"], "concept", row)
            terms.append(Term(text: text, concept: concept, laterality: try row.optionalValue("laterality", as: Laterality.self)))
        }
        for row in tables.rows(.states) {
            terms.append(
                Term(
                    text: try row.required("term"), concept: try reference("state.\(row["state"])", "state", row), laterality: nil
                ))
        }
        for concept in concepts where concept.kind != .state && !written.contains(concept.name) {
            terms.append(Term(text: concept.name, concept: concept.id, laterality: nil))
        }
        return terms
    }
}
