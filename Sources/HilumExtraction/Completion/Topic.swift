import HilumOntology

/// What the next sentence may speak of without naming it: the first finding of a sentence that is asserted and not absent, with its sites.
struct Topic {
    /// The sites and, last, the finding; none where the sentence before has no such finding.
    private(set) var items = Scratch<Item>()
    /// By item: the sides said of it.
    private(set) var sides = Scratch<Sides>()
    /// The observation made of the finding, as an index into the graph's.
    private(set) var observation = SentenceReading.none
    /// Those of the sentence.
    private(set) var traits: PhraseTraits = []

    mutating func removeAll() {
        items.removeAll()
        sides.removeAll()
    }

    /// Takes the topic of a sentence in place of the one before.
    mutating func take(from reading: borrowing SentenceReading) {
        removeAll()
        guard reading.topic != SentenceReading.none else { return }
        let finding = Int(reading.topic)
        for site in reading.siteItems(of: finding) { add(Int(site), of: reading) }
        add(finding, of: reading)
        observation = reading.notes[finding].observation
        traits = reading.traits
    }

    private mutating func add(_ item: Int, of reading: borrowing SentenceReading) {
        items.append(reading.items[item])
        sides.append(reading.notes[item].sides)
    }
}
