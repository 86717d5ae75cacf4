import Hilum

/// An ontology, and its concepts, in words.
struct OntologyDescription {
    private let ontology: Ontology

    init(_ ontology: Ontology) {
        self.ontology = ontology
    }

    var summary: String {
        "\(ontology.concepts.count) concepts, \(ontology.terms.count) terms, hash \(ontology.hash)"
    }

    /// What there is of each sort.
    var table: String {
        var rows: [(String, String)] = [("hash", ontology.hash), ("concepts", String(ontology.concepts.count))]
        for kind in ConceptKind.allCases {
            rows.append(("  \(kind.rawValue)", String(ontology.concepts.count { $0.kind == kind })))
        }
        for (name, count) in [
            ("terms", ontology.terms.count), ("cues", ontology.cues.count), ("modifiers", ontology.modifiers.count),
            ("frames", ontology.frames.count), ("headings", ontology.headings.count), ("units", ontology.units.count),
        ] {
            rows.append((name, String(count)))
        }
        return lines(rows)
    }

    /// Everything about a concept, one property a line.
    func text(_ concept: Concept) -> String {
        var rows = [("concept", concept.identifier), ("name", concept.name)]
        rows.append(("terms", list(ontology.terms.filter { $0.concept == concept.id && $0.text != concept.name }.map(\.text))))
        rows.append(("parents", names(concept.parents)))
        rows.append(("part of", names(concept.partOf)))
        rows.append(("sites", names(concept.sites)))
        rows.append(("side", concept.sidedness?.rawValue ?? ""))
        if concept.kind.isObservable { rows.append(("significance", concept.significance.rawValue)) }
        rows.append(("RadLex", list(concept.radlex)))
        rows.append(("MeSH", list(concept.mesh)))
        rows.append(("CheXpert", list(concept.chexpert.map(\.rawValue))))
        rows.append(("Open-i", list(concept.openI)))
        return lines(rows.filter { !$0.1.isEmpty })
    }

    private func names(_ concepts: [ConceptID]) -> String { list(concepts.map { ontology[$0].identifier }) }

    private func list(_ parts: [String]) -> String { parts.joined(separator: "; ") }

    private func lines(_ rows: [(String, String)]) -> String {
        rows.map { name, value in name + String(repeating: " ", count: max(1, 14 - name.count)) + value + "\n" }.joined()
    }
}
