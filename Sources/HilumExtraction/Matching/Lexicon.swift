import HilumOntology

/// The ontology's words, prepared for matching: one trie over all phrases, and what each phrase may be.
struct Lexicon: Sendable {
    let vocabulary: Vocabulary
    let spelling: Spelling
    /// By word number: whether it is an ordinary word that makes no clinical statement.
    let isPlain: [Bool]
    let abbreviations: Set<UInt16>
    /// Single words that something must follow: conjunctions, prepositions, articles, "no".
    let leading: Set<UInt16>
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
        let terms = Phrase.all(ontology.terms, \.text)
        let modifiers = Phrase.all(ontology.modifiers, \.text)
        let cues = Phrase.all(ontology.cues, \.text)
        let connectives = Phrase.all(ontology.connectives, \.text)
        let headings = Phrase.all(ontology.headings, \.text)
        let units = Phrase.all(ontology.units, \.text)
        let tipWords = Phrase.all(ontology.tipWords, \.text)
        let numberWords = Phrase.all(ontology.numberWords, \.text)
        let timeWords = Phrase.all(ontology.timeWords, \.text)
        let senses = Phrase.all(ontology.senses, \.abbreviation)
        var words: Set<String> = []
        func addWords<Row>(of phrases: [Phrase<Row>]) { for phrase in phrases { words.formUnion(phrase.words) } }
        addWords(of: terms)
        addWords(of: modifiers)
        addWords(of: cues)
        addWords(of: connectives)
        addWords(of: headings)
        addWords(of: units)
        addWords(of: tipWords)
        addWords(of: numberWords)
        addWords(of: timeWords)
        addWords(of: senses)
        let abbreviated = ontology.abbreviations.flatMap(Lexer.words(of:))
        let lookalikes = ontology.lookalikes.filter { !$0.hasSuffix("-") }
        vocabulary = Vocabulary(
            words: words.union(abbreviated),
            others: Set(
                ontology.senses.flatMap(\.context) + ontology.plainWords + lookalikes
                    + ontology.discourse.flatMap { Lexer.words(of: $0.text) }), inflections: ontology.inflections)
        spelling = Spelling(
            vocabulary: vocabulary, prefixes: ontology.lookalikes.filter { $0.hasSuffix("-") }.map { String($0.dropLast()) })
        abbreviations = Set(abbreviated.map(vocabulary.number(of:)))
        var isPlain = [Bool](repeating: false, count: vocabulary.count + 1)
        for word in ontology.plainWords { isPlain[Int(vocabulary.number(of: word))] = true }
        isPlain[Int(Vocabulary.unknown)] = false
        self.isPlain = isPlain
        self.units = ontology.units
        let leaders = connectives.filter { $0.row.role.leads }.map(\.words)
        let negations = cues.filter { $0.row.kind == .negation && $0.row.direction == .forward }.map(\.words)
        leading = Set((leaders + negations).filter { $0.count == 1 }.joined().map(vocabulary.number(of:)))

        var collector = Collector(vocabulary: vocabulary)
        let devices = Dictionary(
            uniqueKeysWithValues: ontology.concepts.filter { $0.kind == .device }.map { ($0.id, ontology.hasTip($0.id)) })
        let series = Set(ontology.concepts.compactMap { ontology.level(of: $0.id)?.series })
        for phrase in terms {
            let term = phrase.row
            collector.update(phrase.words) {
                if ontology[term.concept].kind == .state {
                    $0.state = term.concept
                } else {
                    $0.concept = term.concept
                    $0.laterality = term.laterality
                    // Of a finding, the series that it is found in: "6th lateral rib fracture".
                    let place = ontology[term.concept].kind == .anatomy ? term.concept : ontology[term.concept].sites.first
                    $0.level = place.flatMap { Self.level(of: $0, series, ontology) }
                    $0.isDevice = devices[term.concept] != nil
                    $0.hasTip = devices[term.concept] ?? false
                }
            }
        }
        for modifier in modifiers {
            collector.update(modifier.words) {
                $0.attribute = modifier.row.value
                $0.negated = modifier.row.negated
            }
        }
        for cue in cues {
            collector.update(cue.words) {
                $0.cue = CueRole(kind: cue.row.kind, direction: cue.row.direction, likelihood: cue.row.likelihood)
            }
        }
        for connective in connectives { collector.update(connective.words) { $0.connective = connective.row.role } }
        for heading in headings {
            collector.update(heading.words) {
                $0.heading = HeadingRole(section: heading.row.section, scope: heading.row.scope)
            }
        }
        for (index, unit) in units.enumerated() { collector.update(unit.words) { $0.unit = Int32(index) } }
        for sense in senses { collector.update(sense.words) { _ in } }
        for word in tipWords { collector.update(word.words) { $0.tipRole = word.row.role } }
        for word in numberWords {
            collector.update(word.words) { $0.number = NumberRole(kind: word.row.kind, value: UInt8(word.row.value ?? 0)) }
        }
        for word in timeWords { collector.update(word.words) { $0.time = word.row.role } }
        trie = PhraseTrie(collector.phrases, wordCount: vocabulary.count)
        var entries = collector.entries
        self.senses = SenseTable(ontology.senses, vocabulary: vocabulary, entryOf: { collector.index(of: $0) }, entries: &entries)
        self.entries = entries
    }

    private static func level(of concept: ConceptID, _ series: Set<ConceptID>, _ ontology: Ontology) -> LevelRole? {
        if let level = ontology.level(of: concept) {
            return LevelRole(series: level.series, number: UInt8(level.number), prefix: LevelTable.prefix(of: level.label))
        }
        return series.contains(concept) ? LevelRole(series: concept, number: 0, prefix: 0) : nil
    }

    /// The entry of a phrase; nil where no table has it.
    func entry(named text: String) -> Int32? {
        trie.phrase(of: Lexer.words(of: text).map(vocabulary.number(of:)))
    }

    /// A row of a table with the words of its phrase, so that each phrase is cut into words once.
    private struct Phrase<Row> {
        var row: Row
        var words: [String]

        static func all(_ rows: [Row], _ text: (Row) -> String) -> [Phrase] {
            rows.map { Phrase(row: $0, words: Lexer.words(of: text($0))) }
        }
    }

    /// Gathers what the tables say of each phrase; the forms of a word make one phrase.
    private struct Collector {
        let vocabulary: Vocabulary
        private(set) var phrases: [[UInt16]] = []
        private(set) var entries: [Entry] = []
        private var indices: [[UInt16]: Int] = [:]

        init(vocabulary: Vocabulary) {
            self.vocabulary = vocabulary
        }

        mutating func update(_ words: [String], _ change: (inout Entry) -> Void) {
            let phrase = words.map(vocabulary.number(of:))
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
