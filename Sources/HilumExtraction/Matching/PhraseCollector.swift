import HilumOntology

/// Gathers what the tables say of each phrase; the forms of a word make one phrase.
struct PhraseCollector {
    private(set) var numbers: PhraseNumbers
    /// By number of the phrase.
    private var entries: [Lexicon.Entry] = []

    init(numbers: PhraseNumbers) {
        self.numbers = numbers
        // With room for the senses of abbreviations, which come later.
        entries.reserveCapacity(numbers.count + 128)
    }

    mutating func add(_ ontology: Ontology) {
        addTerms(ontology)
        addLanguage(ontology)
    }

    /// Gives the entries away, so that they are not copied where they are changed.
    mutating func takeEntries() -> [Lexicon.Entry] {
        defer { entries = [] }
        return entries
    }

    /// Names of concepts.
    private mutating func addTerms(_ ontology: Ontology) {
        // What a concept has in common for all of its names, of which there are many.
        let series = Set(ontology.concepts.indices.compactMap { ontology.level(of: ontology.concepts[$0].id)?.series })
        var roles: [Lexicon.Entry] = []
        for index in ontology.concepts.indices { roles.append(Self.role(of: ontology.concepts[index].id, series, ontology)) }
        for term in ontology.terms {
            let role = roles[term.concept.index]
            update(term.text) {
                guard role.state == nil else { return $0.state = role.state }
                $0.concept = role.concept
                $0.laterality = term.laterality
                $0.level = role.level
                $0.isDevice = role.isDevice
                $0.hasTip = role.hasTip
            }
        }
    }

    private static func role(of concept: ConceptID, _ series: Set<ConceptID>, _ ontology: Ontology) -> Lexicon.Entry {
        var entry = Lexicon.Entry()
        let kind = ontology.kind(of: concept)
        guard kind != .state else {
            entry.state = concept
            return entry
        }
        entry.concept = concept
        // Of a finding, the series that it is found in: "6th lateral rib fracture".
        let place = kind == .anatomy ? concept : ontology.sites(of: concept).first
        entry.level = place.flatMap { level(of: $0, series, ontology) }
        entry.isDevice = kind == .device
        entry.hasTip = kind == .device && ontology.hasTip(concept)
        return entry
    }

    private static func level(of concept: ConceptID, _ series: Set<ConceptID>, _ ontology: Ontology) -> Lexicon.LevelRole? {
        if let level = ontology.level(of: concept) {
            return Lexicon.LevelRole(
                series: level.series, number: UInt8(level.number), prefix: LevelTable.prefix(of: level.label))
        }
        return series.contains(concept) ? Lexicon.LevelRole(series: concept, number: 0, prefix: 0) : nil
    }

    /// Words and phrases that have a role in a sentence.
    private mutating func addLanguage(_ ontology: Ontology) {
        for modifier in ontology.modifiers {
            update(modifier.text) { ($0.attribute, $0.negated) = (modifier.value, modifier.negated) }
        }
        for cue in ontology.cues {
            update(cue.text) { $0.cue = Lexicon.CueRole(kind: cue.kind, direction: cue.direction, likelihood: cue.likelihood) }
        }
        for connective in ontology.connectives { update(connective.text) { $0.connective = connective.role } }
        for heading in ontology.headings {
            update(heading.text) { $0.heading = Lexicon.HeadingRole(section: heading.section, scope: heading.scope) }
        }
        for (index, unit) in ontology.units.enumerated() { update(unit.text) { $0.unit = Int32(index) } }
        for sense in ontology.senses { update(sense.abbreviation) { _ in } }
        for word in ontology.tipWords { update(word.text) { $0.tipRole = word.role } }
        for word in ontology.numberWords {
            update(word.text) { $0.number = Lexicon.NumberRole(kind: word.kind, value: UInt8(word.value ?? 0)) }
        }
        for word in ontology.timeWords { update(word.text) { $0.time = word.role } }
    }

    private mutating func update(_ text: String, _ change: (inout Lexicon.Entry) -> Void) {
        let number = numbers.number(of: text)
        while entries.count <= number { entries.append(Lexicon.Entry()) }
        change(&entries[number])
    }
}
