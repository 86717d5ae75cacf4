import HilumOntology
import HilumText

/// What a `Lexicon` is laid out of and what takes most of the time to gather, so that it is stored with the ontology.
struct LexiconSource: Sendable, Hashable {
    var forms: WordForms
    var nodes: PhraseNodes
    /// The numbers of the phrases of all rows, in the order in which `PhraseCollector` goes through them.
    var rows: [UInt32]

    /// What is stored with an ontology, else gathered from it.
    init(of ontology: Ontology) {
        if let bytes = ontology.prepared(PreparedPart.lexicon), let source = try? LexiconSource(prepared: bytes) {
            self = source
        } else {
            self.init(gatheredFrom: ontology)
        }
    }

    init(gatheredFrom ontology: Ontology) {
        forms = WordForms(of: ontology)
        var collector = PhraseCollector(numbers: PhraseNumbers(vocabulary: Vocabulary(forms)))
        collector.add(ontology)
        nodes = PhraseNodes(collector.numbers.phrases)
        rows = collector.numbers.given
    }

    /// - Throws: `Damage` where the bytes are none of `prepared()`, as far as that shows.
    init(prepared bytes: [UInt8]) throws(PreparedReader.Damage) {
        var reader = PreparedReader(bytes)
        forms = WordForms()
        forms.wordCount = try reader.number()
        forms.words = try reader.integers()
        forms.arePlural = try reader.integers()
        forms.bytes = try reader.integers()
        forms.lengths = try reader.integers()
        nodes = PhraseNodes()
        nodes.parents = try reader.integers()
        nodes.words = try reader.integers()
        nodes.phrases = try reader.integers()
        rows = try reader.integers()
        guard reader.isAtEnd, forms.arePlural.count == forms.words.count, forms.lengths.count == forms.words.count,
            forms.lengths.reduce(0, { $0 + Int($1) }) == forms.bytes.count, nodes.parents.count == nodes.words.count,
            nodes.phrases.count == nodes.words.count + 1
        else { throw PreparedReader.Damage() }
    }

    /// The bytes that `init(prepared:)` reads. With every change of what they hold, or of what it comes from, raise
    /// `PreparedPart.currentFormat`.
    func prepared() -> [UInt8] {
        var writer = PreparedWriter()
        writer.add(count: forms.wordCount)
        writer.add(integers: forms.words)
        writer.add(integers: forms.arePlural)
        writer.add(integers: forms.bytes)
        writer.add(integers: forms.lengths)
        writer.add(integers: nodes.parents)
        writer.add(integers: nodes.words)
        writer.add(integers: nodes.phrases)
        writer.add(integers: rows)
        return writer.bytes
    }
}

extension CompiledOntology {
    /// The same with what an `Extractor` takes longest to gather. Only the ontology that is embedded in the library makes use of it.
    public func preparedForExtraction() throws(OntologyError) -> CompiledOntology {
        try adding(PreparedPart.lexicon, LexiconSource(gatheredFrom: ontology).prepared())
    }
}
