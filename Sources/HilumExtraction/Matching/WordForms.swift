import HilumOntology
import HilumText

/// The forms in which the words of phrases stand in text: what a `Vocabulary` is laid out of.
struct WordForms: Sendable, Hashable {
    /// Words are numbered from 1 to this.
    var wordCount = 0
    /// By form: the number of its word.
    var words: [UInt16] = []
    /// By form: 1 for a plural, else 0.
    var arePlural: [UInt8] = []
    /// The bytes of the forms, lower-case, one after the other.
    var bytes: [UInt8] = []
    /// By form: how many of the bytes are its.
    var lengths: [UInt16] = []

    init() {}

    /// Those of all words that an ontology's tables use.
    init(of ontology: Ontology) {
        let phrases = [
            ontology.terms.map(\.text), ontology.modifiers.map(\.text), ontology.cues.map(\.text),
            ontology.connectives.map(\.text),
            ontology.headings.map(\.text), ontology.units.map(\.text), ontology.tipWords.map(\.text),
            ontology.numberWords.map(\.text), ontology.timeWords.map(\.text), ontology.abbreviations,
            ontology.senses.map(\.abbreviation),
        ]
        let lookalikes = ontology.lookalikes.filter { !$0.hasSuffix("-") }
        self.init(
            words: Set(phrases.joined().flatMap(Lexer.words(of:))),
            others: Set(
                ontology.senses.flatMap(\.context) + ontology.plainWords + lookalikes
                    + ontology.discourse.flatMap { Lexer.words(of: $0.text) }),
            inflections: ontology.inflections)
    }

    /// - Parameters:
    ///   - words: lower-case.
    ///   - others: words that make no phrase, lower-case. They have numbers of their own and change nothing of the forms of `words`.
    ///   - inflections: irregular forms of words.
    init(words: Set<String>, others: Set<String> = [], inflections: [Inflection]) {
        let irregular = Dictionary(inflections.map { ($0.form, $0) }) { first, _ in first }
        let known = words.union(inflections.map(\.word))
        let sorted = known.sorted()
        var forms: [String: Vocabulary.Form] = [:]
        /// The keys of `forms` as they came, so that the table is the same at every start.
        var order: [String] = []
        func add(_ word: String, _ form: Vocabulary.Form) {
            if forms.updateValue(form, forKey: word) == nil { order.append(word) }
        }
        var count: UInt16 = 0
        for word in sorted {
            let base = Self.base(of: word, in: known, irregular)
            if forms[base] == nil {
                count += 1
                add(base, Vocabulary.Form(word: count, isPlural: false))
            }
            guard base != word, let form = forms[base] else { continue }
            add(word, Vocabulary.Form(word: form.word, isPlural: irregular[word]?.isPlural ?? true))
        }
        for inflection in inflections where forms[inflection.form] == nil {
            guard let form = forms[inflection.word] else { continue }
            add(inflection.form, Vocabulary.Form(word: form.word, isPlural: inflection.isPlural))
        }
        func addPlurals(of word: String) {
            guard let form = forms[word] else { return }
            for plural in Self.plurals(of: word) where forms[plural] == nil {
                add(plural, Vocabulary.Form(word: form.word, isPlural: true))
            }
        }
        for word in sorted { addPlurals(of: word) }
        let new = others.filter { forms[$0] == nil }.sorted()
        for word in new {
            count += 1
            add(word, Vocabulary.Form(word: count, isPlural: false))
        }
        for word in new { addPlurals(of: word) }
        wordCount = Int(count)
        for word in order {
            guard let form = forms[word] else { continue }
            bytes += word.utf8
            lengths.append(UInt16(word.utf8.count))
            self.words.append(form.word)
            arePlural.append(form.isPlural ? 1 : 0)
        }
    }

    /// The word that a form belongs to: what inflections.tsv says, else its singular where that is a word too.
    private static func base(of form: String, in words: Set<String>, _ irregular: [String: Inflection]) -> String {
        irregular[form]?.word ?? singulars(of: form).first { words.contains($0) } ?? form
    }

    private static func singulars(of form: String) -> [String] {
        guard form.utf8.count > 3, form.hasSuffix("s"), !form.hasSuffix("ss"), !form.hasSuffix("us") else { return [] }
        var singulars = [String(form.dropLast())]
        if form.hasSuffix("ies") { singulars.append(form.dropLast(3) + "y") }
        if form.hasSuffix("es") { singulars.append(String(form.dropLast(2))) }
        return singulars.filter { $0.utf8.count > 2 }
    }

    private static func plurals(of word: String) -> [String] {
        guard word.utf8.count > 2, word.utf8.allSatisfy(ASCII.isLetter) else { return [] }
        if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return [word + "es"] }
        if word.hasSuffix("y") { return [word.dropLast() + "ies", word + "s"] }
        return [word + "s"]
    }
}
