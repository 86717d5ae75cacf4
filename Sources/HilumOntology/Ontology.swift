/// What Hilum knows: concepts, the words for them, and the language in which reports state them. Immutable and shared.
public final class Ontology: Sendable {
    /// By `ConceptID`, ordered by identifier.
    public let concepts: [Concept]
    /// Concepts that are near one another without one being a kind of the other; each pair once.
    public var related: [Relatedness] { contents.related }
    /// Every surface form of an observable concept, site, descriptor or state; preferred names among them.
    public var terms: [Term] { contents.terms }
    public var cues: [Cue] { contents.cues }
    public var modifiers: [Modifier] { contents.modifiers }
    public var frames: [Frame] { contents.frames }
    public var connectives: [Connective] { contents.connectives }
    public var discourse: [DiscourseWord] { contents.discourse }
    public var headings: [Heading] { contents.headings }
    /// Irregular forms of single words to the word that terms use.
    public var inflections: [Inflection] { contents.inflections }
    /// Words whose full stop does not end a sentence, without it.
    public var abbreviations: [String] { contents.abbreviations }
    /// What abbreviations mean near certain words; anywhere else they mean what their term says.
    public var senses: [Sense] { contents.senses }
    public var units: [Unit] { contents.units }
    /// Ordinary words of reports that make no clinical statement: left unread, they are no gap.
    public var plainWords: [String] { contents.plainWords }
    /// Words that are a letter away from another of the tables and no misspelling of it; with a hyphen behind it, the beginning of
    /// such words (`micro-`, `macro-`).
    public var lookalikes: [String] { contents.lookalikes }
    /// The words that say where a device ends.
    public var tipWords: [TipWord] { contents.tipWords }
    /// Words for numbers and for ranges of them.
    public var numberWords: [NumberWord] { contents.numberWords }
    /// Words that tell an earlier measurement from this one.
    public var timeWords: [TimeWord] { contents.timeWords }
    /// Where the tips of devices belong, in the order written.
    public var placements: [PlacementRule] { contents.placements }
    /// How findings are written that their names alone would not do for, of one finding the better first.
    public var wordings: [Wording] { contents.wordings }
    /// What the labels of data sets say, each set's in its order.
    public var labels: [LabelMeaning] { contents.labels }
    /// The parts of a report in their order.
    public var reportParts: [ReportPart] { contents.reportParts }
    /// A fingerprint of all rows, 16 hexadecimal digits: results name it, so that they can be repeated.
    public let hash: String

    let contents: OntologyContents
    private let preparedParts: [PreparedPart]
    private let kinds: Closure
    private let parts: Closure

    /// - Parameters:
    ///   - hash: of the tables that hold what the contents come to.
    ///   - prepared: what else was made of them when they were compiled.
    init(contents: OntologyContents, hash: String, prepared: [PreparedPart] = []) {
        self.contents = contents
        self.hash = hash
        preparedParts = prepared.filter { $0.hash == hash }
        concepts = contents.concepts
        kinds = Closure(edges: concepts.map(\.parents))
        parts = Closure(edges: concepts.map { $0.parents + $0.partOf })
    }

    convenience init(tables: [Table], areChecked: Bool = false) throws(OntologyError) {
        self.init(
            contents: try OntologyContents(tables: tables, areChecked: areChecked), hash: Fingerprint(of: tables).hexadecimal)
    }

    /// The ontology that is embedded in the library.
    /// - Parameter overlays: folders of tables of your own, whose rows add to the ontology's or take their place; see Ontology/README.md.
    ///   Of two overlays that differ the later one holds. The hash tells the result from the ontology without them.
    /// - Throws: `OntologyError` with file, line and column of the first row of an overlay that does not hold.
    public static func bundled(with overlays: [String] = []) throws(OntologyError) -> Ontology {
        guard overlays.isEmpty else {
            return try Ontology(tables: TableOverlay.lay(overlays, over: OntologyStore.bundled().tables()))
        }
        return try shared.get()
    }

    /// Opened once, for all who ask for it.
    private static let shared = Result { () throws(OntologyError) in try Ontology(trusting: .bundled()) }

    /// - Parameter store: holds what `compile` wrote and nobody has changed: its rows were checked then, and are not again.
    convenience init(trusting store: OntologyStore) throws(OntologyError) {
        if let part = store.preparedPart(PreparedPart.contents), let contents = try? OntologyContents(prepared: part.bytes) {
            self.init(
                contents: contents, hash: part.hash, prepared: [store.preparedPart(PreparedPart.lexicon)].compactMap(\.self))
        } else {
            try self.init(tables: store.tables(), areChecked: true)
        }
    }

    /// The hash of the ontology that is embedded in the library, at the price of opening a file.
    public static func bundledHash() throws(OntologyError) -> String {
        let store = try OntologyStore.bundled()
        if let hash = store.preparedHash(of: PreparedPart.contents) { return hash }
        return Fingerprint(of: try store.tables()).hexadecimal
    }

    /// Opens a compiled ontology.
    /// - Parameters:
    ///   - path: a file of the bytes that `compile` gives.
    ///   - overlays: as of `bundled(with:)`.
    public convenience init(contentsOf path: String, with overlays: [String] = []) throws(OntologyError) {
        // Its prepared form may be anything, so it is left alone.
        let tables = try OntologyStore(path: path).tables()
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

    /// Bytes that were made of the tables when they were compiled, by the name of the part; nil where they have to be made anew.
    package func prepared(_ name: String) -> [UInt8]? { preparedParts.first { $0.name == name }?.bytes }

    /// Whether there is nothing to read, or nothing that denies it: what such an ontology made of a report would be wrong.
    var lacksLanguage: Bool { terms.isEmpty || !cues.contains { $0.kind == .negation } }

    static let lackOfLanguage = "it has no terms, or no cues of negation"

    public subscript(id: ConceptID) -> Concept { concepts[id.index] }

    // Read out of the concept where it stands, as to copy one costs more than to ask.

    /// The kind of a concept.
    public func kind(of id: ConceptID) -> ConceptKind { concepts[id.index].kind }

    /// All anatomy.
    package var sites: [ConceptID] { concepts.indices.filter { concepts[$0].kind == .anatomy }.map { concepts[$0].id } }

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
        var (first, end) = (0, concepts.count)
        while first < end {
            let middle = (first + end) / 2
            if concepts[middle].identifier < identifier { first = middle + 1 } else { end = middle }
        }
        return first < concepts.count && concepts[first].identifier == identifier ? concepts[first] : nil
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

    /// Gives each concept that a site is a part or a kind of (or only a kind of), itself first, with the steps up to it.
    func forEachAncestor(of id: ConceptID, includingWholes: Bool, _ body: (ConceptID, Int) -> Void) {
        (includingWholes ? parts : kinds).forEachAncestor(of: id, body)
    }

    /// The place of a site in a numbered series: of the fourth rib, or of T12; nil for most sites.
    public func level(of site: ConceptID) -> Level? { contents.levels[site.index] }

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
