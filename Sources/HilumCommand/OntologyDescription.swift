import Hilum

/// How much an ontology holds, in words.
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
            ("frames", ontology.frames.count), ("discourse", ontology.discourse.count), ("headings", ontology.headings.count),
            ("units", ontology.units.count),
        ] {
            rows.append((name, String(count)))
        }
        return lines(rows)
    }

    private func lines(_ rows: [(String, String)]) -> String {
        rows.map { name, value in name + String(repeating: " ", count: max(1, 14 - name.count)) + value + "\n" }.joined()
    }
}
