import Hilum

/// The plural of a name: its last word's, by inflections.tsv or as regular words have it.
struct Plurals: Sendable {
    private let irregular: [String: String]

    init(ontology: Ontology) {
        // Those of Latin and Greek words alone: the others in the table are British or misspelt.
        irregular = Dictionary(
            ontology.inflections.filter {
                $0.isPlural && (!["s", "mata"].contains(where: $0.form.hasSuffix) || $0.form.hasSuffix("ces"))
            }
            .map { ($0.word, $0.form) }
        ) { first, _ in first }
    }

    func plural(of name: String) -> String {
        var words = name.split(separator: " ").map(String.init)
        // Of "ventricle of heart", the ventricle's.
        guard let index = words.firstIndex(of: "of").map({ $0 - 1 }) ?? words.indices.last, words.indices.contains(index) else {
            return name
        }
        words[index] = irregular[words[index]] ?? Self.regular(words[index])
        return words.joined(separator: " ")
    }

    private static func regular(_ word: String) -> String {
        let endings = ["ss", "us", "is", "x", "ch", "sh"]
        if word.hasSuffix("sis") { return word.dropLast(2) + "es" }
        if endings.contains(where: word.hasSuffix) { return word + "es" }
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) { return word.dropLast() + "ies" }
        // What ends with one otherwise is a plural.
        return word.hasSuffix("s") ? word : word + "s"
    }
}
