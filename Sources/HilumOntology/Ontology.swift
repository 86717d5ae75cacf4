import OntologyData

/// What Hilum knows: concepts, the words for them, and the language in which reports state them. Immutable and shared.
public final class Ontology: Sendable {
    /// By `ConceptID`, ordered by identifier.
    public let concepts: [Concept]
    /// Concepts that are near one another without one being a kind of the other; each pair once.
    public let related: [Relatedness]
    /// Every surface form of an observable concept, site, descriptor or state; preferred names among them.
    public let terms: [Term]
    public let cues: [Cue]
    public let modifiers: [Modifier]
    public let frames: [Frame]
    public let connectives: [Connective]
    public let discourse: [DiscourseWord]
    public let headings: [Heading]
    /// Irregular forms of single words to the word that terms use.
    public let inflections: [Inflection]
    /// Words whose full stop does not end a sentence, without it.
    public let abbreviations: [String]
    /// What abbreviations mean near certain words; anywhere else they mean what their term says.
    public let senses: [Sense]
    public let units: [Unit]
    /// Ordinary words of reports that make no clinical statement: left unread, they are no gap.
    public let plainWords: [String]
    /// Words that are a letter away from another of the tables and no misspelling of it; with a hyphen behind it, the beginning of
    /// such words (`micro-`, `macro-`).
    public let lookalikes: [String]
    /// The words that say where a device ends.
    public let tipWords: [TipWord]
    /// Words for numbers and for ranges of them.
    public let numberWords: [NumberWord]
    /// By concept: the place of a site in a numbered series, nil for most.
    private let levels: [Level?]
    /// Words that tell an earlier measurement from this one.
    public let timeWords: [TimeWord]
    /// Where the tips of devices belong, in the order written.
    public let placements: [PlacementRule]
    /// A fingerprint of all rows, 16 hexadecimal digits: results name it, so that they can be repeated.
    public let hash: String

    private let numbers: [String: ConceptID]
    private let kinds: Closure
    private let parts: Closure

    /// - Parameter areChecked: whether these rows have made an ontology before, so that only each by itself is checked.
    init(tables: [Table], areChecked: Bool = false) throws(OntologyError) {
        let builder = try OntologyBuilder(tables: tables, areChecked: areChecked)
        concepts = builder.concepts
        related = try builder.related()
        terms = try builder.terms()
        cues = try builder.cues()
        modifiers = try builder.modifiers()
        frames = try builder.frames()
        connectives = try builder.words(.connectives, as: Connective.init)
        discourse = try builder.words(.discourse, as: DiscourseWord.init)
        headings = try builder.headings()
        inflections = try builder.inflections()
        abbreviations = try builder.abbreviations()
        senses = try builder.senses()
        units = try builder.units()
        plainWords = try builder.words(.plain)
        lookalikes = try builder.words(.lookalikes)
        tipWords = try builder.words(.tips, as: TipWord.init)
        numberWords = try builder.numberWords()
        levels = try builder.levels()
        timeWords = try builder.words(.times, as: TimeWord.init)
        placements = try builder.placements()
        hash = Fingerprint(of: tables).hexadecimal
        numbers = builder.numbers
        kinds = Closure(edges: concepts.map(\.parents))
        parts = Closure(edges: concepts.map { $0.parents + $0.partOf })
    }

    /// The ontology that is embedded in the library.
    /// - Parameter overlays: folders of tables of your own, whose rows add to the ontology's or take their place; see Ontology/README.md.
    ///   Of two overlays that differ the later one holds. The hash tells the result from the ontology without them.
    /// - Throws: `OntologyError` with file, line and column of the first row of an overlay that does not hold.
    public static func bundled(with overlays: [String] = []) throws(OntologyError) -> Ontology {
        let bytes = UnsafeRawBufferPointer(start: hilum_ontology_bytes(), count: hilum_ontology_count())
        let name = "bundled ontology"
        let tables = try OntologyStore.read(Database(bytes: bytes, name: name), name: name)
        // Checked when it was compiled, and not at every start again.
        return try Ontology(tables: TableOverlay.lay(overlays, over: tables), areChecked: overlays.isEmpty)
    }

    /// Opens a compiled ontology.
    /// - Parameters:
    ///   - path: a file of the bytes that `compile` gives.
    ///   - overlays: as of `bundled(with:)`.
    public convenience init(contentsOf path: String, with overlays: [String] = []) throws(OntologyError) {
        let tables = try OntologyStore.read(Database(path: path), name: path)
        try self.init(tables: TableOverlay.lay(overlays, over: tables))
        guard !lacksLanguage else { throw .invalidStore(file: path, reason: Self.lackOfLanguage) }
    }

    /// Reads the tables of a folder, checks every row, and gives the ontology that they make.
    /// - Parameters:
    ///   - folder: holds `concepts/`, `terms/` and `language/`, as Ontology/README.md says.
    ///   - overlays: as of `bundled(with:)`.
    public convenience init(tables folder: String, with overlays: [String] = []) throws(OntologyError) {
        try self.init(tables: TableOverlay.lay(overlays, over: TableReader(folder: folder).tables()))
    }

    /// Whether there is nothing to read, or nothing that denies it: what such an ontology made of a report would be wrong.
    var lacksLanguage: Bool { terms.isEmpty || !cues.contains { $0.kind == .negation } }

    static let lackOfLanguage = "it has no terms, or no cues of negation"

    public subscript(id: ConceptID) -> Concept { concepts[id.index] }

    // Read out of the concept where it stands, as to copy one costs more than to ask.

    /// The kind of a concept.
    public func kind(of id: ConceptID) -> ConceptKind { concepts[id.index].kind }

    /// Where a finding may lie; empty for anywhere.
    public func sites(of id: ConceptID) -> [ConceptID] { concepts[id.index].sites }

    /// On which side a site may lie.
    public func sidedness(of id: ConceptID) -> Sidedness? { concepts[id.index].sidedness }

    /// Whether a site lies on either side.
    public func hasSides(_ id: ConceptID) -> Bool {
        switch concepts[id.index].sidedness {
        case .paired, .pair: true
        default: false
        }
    }

    /// The concept with an identifier such as `finding.pneumothorax`.
    public func concept(_ identifier: String) -> Concept? {
        numbers[identifier].map { self[$0] }
    }

    /// Whether `id` is `ancestor` or a kind of it.
    public func isA(_ id: ConceptID, _ ancestor: ConceptID) -> Bool { kinds.reaches(ancestor, from: id) }

    /// What a concept is a kind of, itself included, as a set of `Ancestry` bits.
    package func ancestry(of id: ConceptID) -> UInt64 { kinds.ancestry[id.index] }

    /// Whether a site is `whole`, a kind of it, or a part of it.
    public func isPart(_ id: ConceptID, of whole: ConceptID) -> Bool { parts.reaches(whole, from: id) }

    /// Whether two descriptors cannot be true of the same finding at the same time: acute and healed.
    public func excludes(_ one: ConceptID, _ other: ConceptID) -> Bool {
        self[one].excludes.contains(other) || self[other].excludes.contains(one)
    }

    /// How many steps of is-a lead from `id` up to `ancestor`; nil if none do.
    public func steps(from id: ConceptID, toKind ancestor: ConceptID) -> Int? { kinds.steps(to: ancestor, from: id) }

    /// How many steps of is-a and part-of lead from a site up to `whole`; nil if none do.
    public func steps(from id: ConceptID, toWhole whole: ConceptID) -> Int? { parts.steps(to: whole, from: id) }

    /// The place of a site in a numbered series: of the fourth rib, or of T12; nil for most sites.
    public func level(of site: ConceptID) -> Level? { levels[site.index] }

    /// Whether anatomy allows a finding at a site: the site is one of the finding's, a part, a kind or a whole of one.
    public func allows(_ finding: ConceptID, at site: ConceptID) -> Bool {
        let sites = concepts[finding.index].sites
        return sites.isEmpty || sites.contains { isPart(site, of: $0) || isPart($0, of: site) }
    }
}

extension Ontology: Hashable {
    public static func == (left: Ontology, right: Ontology) -> Bool { left === right || left.hash == right.hash }

    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
