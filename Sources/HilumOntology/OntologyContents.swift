/// What the rows of an ontology's tables come to. `Ontology` says what each list is.
struct OntologyContents: Sendable, Hashable {
    var concepts: [Concept] = []
    var related: [Relatedness] = []
    var terms: [Term] = []
    var cues: [Cue] = []
    var modifiers: [Modifier] = []
    var frames: [Frame] = []
    var connectives: [Connective] = []
    var discourse: [DiscourseWord] = []
    var headings: [Heading] = []
    var inflections: [Inflection] = []
    var abbreviations: [String] = []
    var senses: [Sense] = []
    var units: [Unit] = []
    var plainWords: [String] = []
    var lookalikes: [String] = []
    var tipWords: [TipWord] = []
    var numberWords: [NumberWord] = []
    var levels: [Level?] = []
    var timeWords: [TimeWord] = []
    var placements: [PlacementRule] = []
    var wordings: [Wording] = []
    var labels: [LabelMeaning] = []
    var reportParts: [ReportPart] = []
}

extension OntologyContents {
    /// - Parameter areChecked: whether these rows have made an ontology before, so that only each by itself is checked.
    /// - Throws: `OntologyError` for the first row that does not hold, with where it stands.
    init(tables: [Table], areChecked: Bool = false) throws(OntologyError) {
        let builder = try OntologyBuilder(tables: tables, areChecked: areChecked)
        self.init(
            concepts: builder.concepts, related: try builder.related(), terms: try builder.terms(), cues: try builder.cues(),
            modifiers: try builder.modifiers(), frames: try builder.frames(),
            connectives: try builder.words(.connectives, as: Connective.init),
            discourse: try builder.words(.discourse, as: DiscourseWord.init), headings: try builder.headings(),
            inflections: try builder.inflections(), abbreviations: try builder.abbreviations(), senses: try builder.senses(),
            units: try builder.units(), plainWords: try builder.words(.plain), lookalikes: try builder.words(.lookalikes),
            tipWords: try builder.words(.tips, as: TipWord.init), numberWords: try builder.numberWords(),
            levels: try builder.levels(), timeWords: try builder.words(.times, as: TimeWord.init),
            placements: try builder.placements(), wordings: try builder.wordings(),
            labels: try builder.labels(), reportParts: try builder.reportParts())
    }
}
