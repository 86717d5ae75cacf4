import Hilum
import HilumExtraction

/// Finds what a person may mean: concepts by term, name, identifier or code, and the words that do something to a statement.
struct OntologyLookup {
    private let ontology: Ontology
    private let forms: PhraseForms

    init(ontology: Ontology) {
        self.ontology = ontology
        forms = PhraseForms(ontology: ontology)
    }

    /// What a person asks for, without what ends a sentence, or a site in frames.tsv ("anatomy.lung+").
    static func term(of words: String) -> String {
        var term = words[...]
        while let last = term.last, last == "." || last == "+" || last == " " { term.removeLast() }
        return term.isEmpty ? words : String(term)
    }

    /// What is known of a term, a blank line between one thing and the next; nil where nothing is.
    func text(of words: String) -> String? {
        let wanted = forms.key(of: words)
        let isMeant = { (text: String) in forms.key(of: text) == wanted }
        let roles = WordDescription(ontology)
        let texts = concepts(matching: words).map(ConceptDescription(ontology).text) + roles.texts(of: words, where: isMeant)
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    /// The concepts with a term or an identifier, and if there is none those with a code, whatever the case; a hyphen counts as a space.
    private func concepts(matching words: String) -> [Concept] {
        let wanted = forms.key(of: words)
        let named = Set(ontology.terms.filter { forms.key(of: $0.text) == wanted }.map(\.concept))
        let code = normalised(words)
        let found = ontology.concepts.filter { named.contains($0.id) || normalised($0.identifier) == code }
        guard found.isEmpty else { return found }
        return ontology.concepts.filter { concept in
            (concept.radlex + concept.mesh + concept.openI).contains { normalised($0) == code }
        }
    }

    /// At most ten terms that are near: that hold the words, are spelt nearly so, or share a long word; the nearest first.
    func nearTerms(to words: String) -> [String] {
        let wanted = normalised(words)
        let terms = Set(ontology.terms.map(\.text) + WordDescription(ontology).words)
        guard !wanted.isEmpty, wanted.utf8.count <= Self.mostEdits + (terms.map(\.utf8.count).max() ?? 0) else { return [] }
        var near = terms.filter { normalised($0).contains(wanted) }.map { (distance: $0.utf8.count, text: $0) }
        if near.isEmpty {
            let most = wanted.utf8.count < 6 ? 1 : Self.mostEdits
            near = terms.compactMap { term in
                editDistance(from: wanted, to: normalised(term), atMost: most).map { ($0, term) }
            }
        }
        if near.isEmpty {
            let parts = Set(wanted.split(separator: " ").filter { $0.count > 3 })
            near = terms.filter { !parts.isDisjoint(with: normalised($0).split(separator: " ")) }.map { ($0.utf8.count, $0) }
        }
        return near.sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }.prefix(10).map(\.text)
    }

    /// Slips in a term that it is still guessed from.
    private static let mostEdits = 2

    private func normalised(_ text: String) -> String {
        text.lowercased().split { $0 == " " || $0 == "-" }.joined(separator: " ")
    }

    /// Insertions, deletions and replacements of bytes that lead from one word to another (Levenshtein 1966); nil if it takes more.
    private func editDistance(from one: String, to other: String, atMost most: Int) -> Int? {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard abs(one.count - other.count) <= most else { return nil }
        var row = Array(0...other.count)
        for (index, byte) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in other.indices {
                let change = diagonal + (byte == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, diagonal + 1, row[column] + 1)
            }
        }
        return row[other.count] <= most ? row[other.count] : nil
    }
}
