import Hilum

/// Finds concepts by what a person may call them.
struct OntologyLookup {
    let ontology: Ontology

    /// The concepts with a term or an identifier, and if there is none those with a code, whatever the case; a hyphen counts as a space.
    func concepts(matching words: String) -> [Concept] {
        let wanted = normalised(words)
        let named = Set(ontology.terms.filter { normalised($0.text) == wanted }.map(\.concept))
        let found = ontology.concepts.filter { named.contains($0.id) || normalised($0.identifier) == wanted }
        guard found.isEmpty else { return found }
        return ontology.concepts.filter { concept in
            (concept.radlex + concept.mesh + concept.openI).contains { normalised($0) == wanted }
        }
    }

    /// At most ten terms that hold the words, or one of them, the shortest first.
    func nearTerms(to words: String) -> [String] {
        let wanted = normalised(words)
        let terms = Set(ontology.terms.map(\.text))
        var near = terms.filter { normalised($0).contains(wanted) }
        if near.isEmpty {
            let parts = Set(wanted.split(separator: " ").filter { $0.count > 3 })
            near = terms.filter { !parts.isDisjoint(with: normalised($0).split(separator: " ")) }
        }
        return Array(near.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.prefix(10))
    }

    private func normalised(_ text: String) -> String {
        text.lowercased().split { $0 == " " || $0 == "-" }.joined(separator: " ")
    }
}
