import HilumOntology
import HilumText

/// The ontology's words, prepared for matching: one trie over all phrases, and what each phrase may be.
struct Lexicon: Sendable {
    let vocabulary: Vocabulary
    let spelling: Spelling
    /// Ordinary words that make no clinical statement.
    let plain: WordSet
    let abbreviations: WordSet
    /// Single words that something must follow: conjunctions, prepositions, articles, "no".
    let leading: WordSet
    let trie: PhraseTrie
    /// By phrase.
    let entries: [Entry]
    let units: [Unit]
    let senses: SenseTable

    /// The roles that one phrase may have; a phrase such as `increased` has several. Plain values, so that reading one costs nothing.
    struct Entry: Sendable, Hashable {
        var concept: ConceptID?
        var state: ConceptID?
        /// The side that a term itself states.
        var laterality: Laterality?
        var attribute: AttributeValue?
        /// The change that an attribute states under a negation.
        var negated: Change?
        var cue: CueRole?
        var connective: ConnectiveRole?
        var heading: HeadingRole?
        /// Index into `units`.
        var unit: Int32?
        var tipRole: TipWordRole?
        var number: NumberRole?
        var time: TimeRole?
        /// For sites: its place in a numbered series.
        var level: LevelRole?
        /// Whether it is a device, and one that the tables know the right place of.
        var isDevice = false
        var hasTip = false
    }

    // In bytes, so that entries stay small: every item of a sentence looks one up.

    struct NumberRole: Sendable, Hashable {
        var kind: NumberKind
        /// 0 for a number that is not told.
        var value: UInt8
    }

    struct LevelRole: Sendable, Hashable {
        var series: ConceptID
        /// 0 for the series itself: "ribs".
        var number: UInt8
        /// The letter before the number in a label, `t` of T12; 0 for none.
        var prefix: UInt8
    }

    struct CueRole: Sendable, Hashable {
        var kind: CueKind
        var direction: CueDirection?
        var likelihood: Double?
    }

    struct HeadingRole: Sendable, Hashable {
        var section: Section
        var scope: HeadingScope
    }

    init(ontology: Ontology) {
        let source = LexiconSource(of: ontology)
        let vocabulary = Vocabulary(source.forms)
        let trie = PhraseTrie(source.nodes, wordCount: vocabulary.count)
        var collector = PhraseCollector(numbers: PhraseNumbers(again: source.rows))
        collector.add(ontology)
        var entries = collector.takeEntries()
        senses = SenseTable(
            ontology.senses, vocabulary: vocabulary, entryOf: { trie.phrase(of: vocabulary.numbers(of: $0)) }, entries: &entries)
        spelling = Spelling(
            vocabulary: vocabulary, prefixes: ontology.lookalikes.filter { $0.hasSuffix("-") }.map { String($0.dropLast()) })
        abbreviations = WordSet(ontology.abbreviations.flatMap(Lexer.words(of:)), of: vocabulary)
        plain = WordSet(ontology.plainWords, of: vocabulary)
        leading = Self.leading(ontology, vocabulary)
        units = ontology.units
        self.entries = entries
        self.trie = trie
        self.vocabulary = vocabulary
    }

    /// The entry of a phrase; nil where no table has it.
    func entry(named text: String) -> Int32? {
        trie.phrase(of: vocabulary.numbers(of: text))
    }

    private static func leading(_ ontology: Ontology, _ vocabulary: Vocabulary) -> WordSet {
        let connectives = ontology.connectives.filter { $0.role.leads }.map(\.text)
        let negations = ontology.cues.filter { $0.kind == .negation && $0.direction == .forward }.map(\.text)
        let words = (connectives + negations).map(Lexer.words(of:)).filter { $0.count == 1 }.joined()
        return WordSet(words, of: vocabulary)
    }
}
