import HilumOntology

/// Everything that reading a sentence looks up: built once from the ontology, shared by all threads.
final class Grammar: Sendable {
    let ontology: Ontology
    let lexicon: Lexicon
    let matcher: PhraseMatcher
    let splitter: SentenceSplitter
    let frames: FrameTable
    let unassertedSections: Set<Section>
    let discourse: DiscourseTable
    let levels: LevelTable
    let devicesByTip: [ConceptID: Int32]

    init(ontology: Ontology) {
        self.ontology = ontology
        lexicon = Lexicon(ontology: ontology)
        matcher = PhraseMatcher(lexicon: lexicon, ontology: ontology)
        splitter = SentenceSplitter(lexicon: lexicon)
        frames = FrameTable(ontology: ontology)
        discourse = DiscourseTable(ontology: ontology, vocabulary: lexicon.vocabulary)
        levels = LevelTable(ontology: ontology, lexicon: lexicon)
        devicesByTip = Self.devicesByTip(ontology, lexicon)
        unassertedSections = Set(ontology.headings.filter { $0.scope != .yes }.map(\.section))
    }

    /// The lexicon's entry of an item.
    func entry(_ item: Item) -> Lexicon.Entry? {
        item.entry < 0 ? nil : lexicon.entries[Int(item.entry)]
    }

    /// What an item does in a statement of where a device ends; nil for most.
    func tipRole(_ item: Item) -> TipWordRole? { entry(item)?.tipRole }
}
