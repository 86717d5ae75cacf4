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
        let tables: [(name: String, count: Int)] = [
            ("related", ontology.related.count), ("placements", ontology.placements.count),
            ("levels", ontology.concepts.count { ontology.level(of: $0.id) != nil }),
            ("terms", ontology.terms.count), ("cues", ontology.cues.count), ("modifiers", ontology.modifiers.count),
            ("frames", ontology.frames.count), ("connectives", ontology.connectives.count),
            ("discourse", ontology.discourse.count), ("headings", ontology.headings.count),
            ("inflections", ontology.inflections.count), ("abbreviations", ontology.abbreviations.count),
            ("units", ontology.units.count), ("senses", ontology.senses.count), ("plain", ontology.plainWords.count),
            ("lookalikes", ontology.lookalikes.count), ("tips", ontology.tipWords.count),
            ("numbers", ontology.numberWords.count), ("times", ontology.timeWords.count), ("wordings", ontology.wordings.count),
            ("labels", ontology.labels.count), ("report_parts", ontology.reportParts.count),
        ]
        rows += tables.map { ($0.name, String($0.count)) }
        return lines(rows)
    }

    private func lines(_ rows: [(String, String)]) -> String {
        rows.map { name, value in name + String(repeating: " ", count: max(1, 14 - name.count)) + value + "\n" }.joined()
    }
}
