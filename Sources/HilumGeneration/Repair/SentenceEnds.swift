import Hilum

/// Tells sentences that break off: "Scoliosis and."
struct SentenceEnds: Sendable {
    /// Words that something has to follow, each behind a blank.
    private let leads: [String]

    init(ontology: Ontology) {
        leads = ontology.connectives.filter { $0.role.leads || $0.role == .accompaniment || $0.role == .copula }
            .map { " \($0.text)" }
    }

    /// - Parameter sentence: words with one blank between two, with or without a full stop.
    func breaksOff(_ sentence: String) -> Bool {
        let text = " \(sentence.lowercased())"
        guard let last = text.lastIndex(where: { !Self.marks.contains($0) }) else { return true }
        let words = text[...last]
        return leads.contains(where: words.hasSuffix)
    }

    /// What may stand behind the last word.
    private static let marks: Set<Character> = [".", ",", ";", ":", " "]
}
