import Hilum

/// The plural of a name: its last word's, by inflections.tsv or as regular words have it.
struct Plurals: Sendable {
    private let irregular: [String: String]

    /// Words for findings that can be counted. Of others ("pneumonia", "edema", "scarring") reports have no plural.
    private static let countable: Set = [
        "abscess", "bleb", "bulla", "cavity", "cyst", "deformity", "density", "dislocation", "fracture", "granuloma", "hematoma",
        "infarct", "infiltrate", "lesion", "lucency", "mass", "metastasis", "node", "nodule", "opacity", "osteophyte", "plaque",
        "pneumatocele", "tumor",
    ]
    /// Words for devices that cannot.
    private static let uncountable: Set = ["hardware", "jewelry", "material", "plombage", "tubing"]
    /// Words for devices of which each has one tip.
    private static let singleTipped: Set = ["lead", "wire"]

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
        guard let index = Self.head(of: words) else { return name }
        words[index] = irregular[words[index]] ?? Self.regular(words[index])
        return words.joined(separator: " ")
    }

    /// Whether there may be several of what a name names.
    func isCountable(_ name: String, isDevice: Bool) -> Bool {
        let head = Self.head(of: name)
        return isDevice ? !Self.uncountable.contains(head) : Self.countable.contains(head)
    }

    /// Whether several tips are those of several devices of this name.
    func isSingleTipped(_ name: String) -> Bool { Self.singleTipped.contains(Self.head(of: name)) }

    private static func head(of name: String) -> String {
        let words = name.split(separator: " ").map(String.init)
        return head(of: words).map { words[$0] } ?? ""
    }

    /// The place of the word that is put in the plural: of "ventricle of heart", the ventricle's.
    private static func head(of words: [String]) -> Int? {
        guard let index = words.firstIndex(of: "of").map({ $0 - 1 }) ?? words.indices.last, words.indices.contains(index) else {
            return nil
        }
        return index
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
