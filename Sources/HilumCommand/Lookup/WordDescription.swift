import Hilum

/// What the words of the tables do to a statement: cues, modifiers, connectives, headings and the like.
struct WordDescription {
    private let entries: [Entry]

    private struct Entry {
        var role: String
        var word: String
        var effect: String
        /// The words near which it holds.
        var context: [String] = []
        var example = ""
    }

    init(_ ontology: Ontology) {
        entries = Self.graded(ontology) + Self.shaping(ontology) + Self.counting(ontology) + Self.single(ontology)
    }

    /// Every such word.
    var words: [String] { entries.map(\.word) }

    /// One text for each role that a word has.
    /// - Parameters:
    ///   - form: as written; of irregular forms only this one is told.
    ///   - isMeant: whether it is a form of a phrase.
    func texts(of form: String, where isMeant: (String) -> Bool) -> [String] {
        entries.filter { $0.role == Self.irregular ? $0.word == form.lowercased() : isMeant($0.word) }.map(text)
    }

    private func text(_ entry: Entry) -> String {
        var list = PropertyList()
        list.append(entry.role, entry.word)
        list.append("effect", entry.effect)
        list.append("near", list: entry.context)
        list.append("example", plain(entry.example))
        return list.text
    }

    /// An example without its marks: `No [[pneumothorax|absent]]` is `No pneumothorax`.
    private func plain(_ example: String) -> String {
        var text = ""
        var rest = example[...]
        while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
            text += rest[..<open.lowerBound] + rest[open.upperBound..<close.lowerBound].prefix { $0 != "|" }
            rest = rest[close.upperBound...]
        }
        return text + rest
    }

    // MARK: Tables

    private static let irregular = "form"

    /// What says how certain a finding is, how large, or since when.
    private static func graded(_ ontology: Ontology) -> [Entry] {
        let cues = ontology.cues.map { cue in
            let reach = cue.direction.map { ", \($0.meaning)" } ?? ""
            let likelihood = cue.likelihood.map { ", likelihood \($0)" } ?? ""
            return Entry(role: "cue", word: cue.text, effect: cue.kind.meaning + reach + likelihood, example: cue.example)
        }
        let modifiers = ontology.modifiers.map { modifier in
            let negated = modifier.negated.map { "; under a negation \($0.rawValue)" } ?? ""
            return Entry(
                role: "modifier", word: modifier.text, effect: modifier.value.meaning + negated, example: modifier.example)
        }
        return cues + modifiers
    }

    /// What says how the parts of a statement hang together, and statements with one another.
    private static func shaping(_ ontology: Ontology) -> [Entry] {
        let connectives = ontology.connectives.map {
            Entry(role: "connective", word: $0.text, effect: "\($0.role.rawValue): \($0.role.meaning)", example: $0.example)
        }
        let discourse = ontology.discourse.map {
            Entry(role: "discourse", word: $0.text, effect: $0.role.meaning, example: $0.example)
        }
        let headings = ontology.headings.map {
            Entry(role: "heading", word: $0.text, effect: "begins the section \($0.section.rawValue), \($0.scope.meaning)")
        }
        let tips = ontology.tipWords.map {
            Entry(role: "tip word", word: $0.text, effect: $0.role.meaning, example: $0.example)
        }
        return connectives + discourse + headings + tips
    }

    private static func counting(_ ontology: Ontology) -> [Entry] {
        let numbers = ontology.numberWords.map {
            Entry(role: "number word", word: $0.text, effect: $0.meaning, example: $0.example)
        }
        let times = ontology.timeWords.map {
            Entry(role: "time word", word: $0.text, effect: $0.role.meaning, example: $0.example)
        }
        let units = ontology.units.map {
            Entry(role: "unit", word: $0.text, effect: "\($0.symbol), \($0.millimetres) mm")
        }
        return numbers + times + units
    }

    /// What is said of single words.
    private static func single(_ ontology: Ontology) -> [Entry] {
        let senses = ontology.senses.map { sense in
            let meaning = sense.concept.map { "means \(ontology[$0].name) (\(ontology[$0].identifier))" }
            let effect =
                (meaning ?? "means nothing that a graph holds") + " where one of these words is the nearest of its sentence"
            return Entry(
                role: "sense", word: sense.abbreviation, effect: effect, context: sense.context, example: sense.example)
        }
        let inflections = ontology.inflections.map {
            Entry(role: irregular, word: $0.form, effect: "read as '\($0.word)'" + ($0.isPlural ? ", a plural" : ""))
        }
        let abbreviations = ontology.abbreviations.map {
            Entry(role: "abbreviation", word: $0, effect: "its full stop ends no sentence")
        }
        let plain = ontology.plainWords.map {
            Entry(role: "plain word", word: $0, effect: "makes no statement: left unread, it is no gap")
        }
        let lookalikes = ontology.lookalikes.map {
            let effect =
                $0.hasSuffix("-")
                ? "a word that begins so is read as none that does not" : "never read as a misspelling of another word"
            return Entry(role: "lookalike", word: $0, effect: effect)
        }
        return senses + inflections + abbreviations + plain + lookalikes
    }
}
