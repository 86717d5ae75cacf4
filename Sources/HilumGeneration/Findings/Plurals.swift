import Hilum

/// The plural of a name: its last word's, by inflections.tsv or as regular words have it.
struct Plurals: Sendable {
    private let irregular: [String: String]

    init(ontology: Ontology) {
        irregular = Dictionary(ontology.inflections.filter(\.isPlural).map { ($0.word, $0.form) }) { first, _ in first }
    }

    func plural(of name: String) -> String {
        var words = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let last = words.popLast() else { return name }
        return (words + [irregular[last] ?? Self.regular(last)]).joined(separator: " ")
    }

    private static func regular(_ word: String) -> String {
        let endings = ["s", "x", "ch", "sh"]
        if word.hasSuffix("sis") { return word.dropLast(2) + "es" }
        if endings.contains(where: word.hasSuffix) { return word + "es" }
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) { return word.dropLast() + "ies" }
        return word + "s"
    }
}
