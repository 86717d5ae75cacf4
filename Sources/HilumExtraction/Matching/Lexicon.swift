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
        let vocabulary = Self.vocabulary(ontology)
        var collector = Collector(vocabulary: vocabulary)
        collector.addTerms(ontology)
        collector.addLanguage(ontology)
        var entries = collector.entries
        senses = SenseTable(ontology.senses, vocabulary: vocabulary, entryOf: { collector.index(of: $0) }, entries: &entries)
        trie = PhraseTrie(collector.phrases, wordCount: vocabulary.count)
        spelling = Spelling(
            vocabulary: vocabulary, prefixes: ontology.lookalikes.filter { $0.hasSuffix("-") }.map { String($0.dropLast()) })
        abbreviations = WordSet(ontology.abbreviations.flatMap(Lexer.words(of:)), of: vocabulary)
        plain = WordSet(ontology.plainWords, of: vocabulary)
        leading = Self.leading(ontology, vocabulary)
        units = ontology.units
        self.entries = entries
        self.vocabulary = vocabulary
    }

    /// The entry of a phrase; nil where no table has it.
    func entry(named text: String) -> Int32? {
        trie.phrase(of: Lexer.words(of: text).map(vocabulary.number(of:)))
    }

    // MARK: Words

    private static func vocabulary(_ ontology: Ontology) -> Vocabulary {
        let phrases = [
            ontology.terms.map(\.text), ontology.modifiers.map(\.text), ontology.cues.map(\.text),
            ontology.connectives.map(\.text),
            ontology.headings.map(\.text), ontology.units.map(\.text), ontology.tipWords.map(\.text),
            ontology.numberWords.map(\.text), ontology.timeWords.map(\.text), ontology.abbreviations,
            ontology.senses.map(\.abbreviation),
        ]
        let lookalikes = ontology.lookalikes.filter { !$0.hasSuffix("-") }
        return Vocabulary(
            words: Set(phrases.joined().flatMap(Lexer.words(of:))),
            others: Set(
                ontology.senses.flatMap(\.context) + ontology.plainWords + lookalikes
                    + ontology.discourse.flatMap { Lexer.words(of: $0.text) }),
            inflections: ontology.inflections)
    }

    private static func leading(_ ontology: Ontology, _ vocabulary: Vocabulary) -> WordSet {
        let connectives = ontology.connectives.filter { $0.role.leads }.map(\.text)
        let negations = ontology.cues.filter { $0.kind == .negation && $0.direction == .forward }.map(\.text)
        let words = (connectives + negations).map(Lexer.words(of:)).filter { $0.count == 1 }.joined()
        return WordSet(words, of: vocabulary)
    }

    // MARK: Phrases

    /// Gathers what the tables say of each phrase; the forms of a word make one phrase.
    private struct Collector {
        let vocabulary: Vocabulary
        private(set) var phrases: [[UInt16]] = []
        private(set) var entries: [Entry] = []
        private var indices: [[UInt16]: Int] = [:]

        init(vocabulary: Vocabulary) {
            self.vocabulary = vocabulary
        }

        /// Names of concepts.
        mutating func addTerms(_ ontology: Ontology) {
            let devices = Dictionary(
                uniqueKeysWithValues: ontology.concepts.filter { $0.kind == .device }.map { ($0.id, ontology.hasTip($0.id)) })
            let series = Set(ontology.concepts.compactMap { ontology.level(of: $0.id)?.series })
            for term in ontology.terms {
                update(term.text) {
                    guard ontology.kind(of: term.concept) != .state else { return $0.state = term.concept }
                    $0.concept = term.concept
                    $0.laterality = term.laterality
                    // Of a finding, the series that it is found in: "6th lateral rib fracture".
                    let isPlace = ontology.kind(of: term.concept) == .anatomy
                    let place = isPlace ? term.concept : ontology.sites(of: term.concept).first
                    $0.level = place.flatMap { Self.level(of: $0, series, ontology) }
                    $0.isDevice = devices[term.concept] != nil
                    $0.hasTip = devices[term.concept] ?? false
                }
            }
        }

        private static func level(of concept: ConceptID, _ series: Set<ConceptID>, _ ontology: Ontology) -> LevelRole? {
            if let level = ontology.level(of: concept) {
                return LevelRole(series: level.series, number: UInt8(level.number), prefix: LevelTable.prefix(of: level.label))
            }
            return series.contains(concept) ? LevelRole(series: concept, number: 0, prefix: 0) : nil
        }

        /// Words and phrases that have a role in a sentence.
        mutating func addLanguage(_ ontology: Ontology) {
            for modifier in ontology.modifiers {
                update(modifier.text) { ($0.attribute, $0.negated) = (modifier.value, modifier.negated) }
            }
            for cue in ontology.cues {
                update(cue.text) { $0.cue = CueRole(kind: cue.kind, direction: cue.direction, likelihood: cue.likelihood) }
            }
            for connective in ontology.connectives { update(connective.text) { $0.connective = connective.role } }
            for heading in ontology.headings {
                update(heading.text) { $0.heading = HeadingRole(section: heading.section, scope: heading.scope) }
            }
            for (index, unit) in ontology.units.enumerated() { update(unit.text) { $0.unit = Int32(index) } }
            for sense in ontology.senses { update(sense.abbreviation) { _ in } }
            for word in ontology.tipWords { update(word.text) { $0.tipRole = word.role } }
            for word in ontology.numberWords {
                update(word.text) { $0.number = NumberRole(kind: word.kind, value: UInt8(word.value ?? 0)) }
            }
            for word in ontology.timeWords { update(word.text) { $0.time = word.role } }
        }

        private mutating func update(_ text: String, _ change: (inout Entry) -> Void) {
            let phrase = Lexer.words(of: text).map(vocabulary.number(of:))
            let index = indices[phrase] ?? entries.count
            if index == entries.count {
                indices[phrase] = index
                phrases.append(phrase)
                entries.append(Entry())
            }
            change(&entries[index])
        }

        func index(of text: String) -> Int? {
            indices[Lexer.words(of: text).map(vocabulary.number(of:))]
        }
    }
}
