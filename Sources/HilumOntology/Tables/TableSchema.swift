/// The tables of an ontology: which columns each has and which files it is written in. Ontology/README.md says what a column means.
package struct TableSchema: Sendable {
    let name: String
    package let columns: [String]
    /// The columns that tell a row from every other; see `RowKey`.
    let key: [String]
    /// Each file with the columns that it has, in its order; the other columns are empty there.
    package let files: [(path: String, columns: [String])]

    private init(_ name: String, _ file: String, _ columns: [String], key: [String]? = nil) {
        self.name = name
        self.columns = columns
        self.key = key ?? Array(columns.prefix(1))
        files = [(file, columns)]
    }

    private init(_ name: String, columns: [String], files: [(path: String, columns: [String])]) {
        self.name = name
        self.columns = columns
        key = Array(columns.prefix(1))
        self.files = files
    }

    static let concepts: TableSchema = {
        let observable = [
            "id", "name", "parents", "significance", "sites", "radlex", "mesh", "chexpert", "openi", "group", "side",
        ]
        return TableSchema(
            "concepts",
            columns: [
                "id", "name", "parents", "significance", "sites", "part_of", "side", "radlex", "mesh", "chexpert", "openi",
                "group",
                "excludes",
            ],
            files: ["findings", "diseases", "devices", "procedures"].map { ("concepts/\($0).tsv", observable) } + [
                ("concepts/anatomy.tsv", ["id", "name", "parents", "part_of", "side", "radlex", "mesh", "openi"]),
                ("concepts/descriptors.tsv", ["id", "name", "radlex", "mesh", "openi", "excludes"]),
            ])
    }()

    static let related = TableSchema(
        "related", "concepts/related.tsv", ["concept", "related", "closeness"], key: ["concept", "related"])

    static let terms: TableSchema = {
        let columns = ["term", "concept", "laterality"]
        let files = ["findings", "diseases", "devices", "procedures", "anatomy", "descriptors"]
        return TableSchema("terms", columns: columns, files: files.map { ("terms/\($0).tsv", columns) })
    }()

    static let cues = TableSchema("cues", "language/cues.tsv", ["cue", "kind", "direction", "likelihood", "example"])
    static let modifiers = TableSchema(
        "modifiers", "language/modifiers.tsv", ["term", "attribute", "value", "negated", "example"])
    static let states = TableSchema("states", "language/states.tsv", ["term", "state"])
    static let frames = TableSchema(
        "frames", "language/frames.tsv", ["subject", "state", "concept", "status", "example"], key: ["subject", "state"])
    static let connectives = TableSchema("connectives", "language/connectives.tsv", ["term", "role", "example"])
    static let discourse = TableSchema("discourse", "language/discourse.tsv", ["term", "role", "example"])
    static let sections = TableSchema("sections", "language/sections.tsv", ["heading", "section", "asserted"])
    static let inflections = TableSchema("inflections", "language/inflections.tsv", ["form", "word", "plural"])
    static let abbreviations = TableSchema("abbreviations", "language/abbreviations.tsv", ["abbreviation"])
    static let senses = TableSchema("senses", "language/senses.tsv", ["abbreviation", "concept", "context", "example"])
    static let plain = TableSchema("plain", "language/plain.tsv", ["word"])
    static let lookalikes = TableSchema("lookalikes", "language/lookalikes.tsv", ["word"])
    static let units = TableSchema("units", "language/units.tsv", ["term", "unit", "millimetres"])
    static let tips = TableSchema("tips", "language/tips.tsv", ["term", "role", "example"])
    static let levels = TableSchema("levels", "concepts/levels.tsv", ["site", "series", "number", "label"])
    static let numbers = TableSchema("numbers", "language/numbers.tsv", ["term", "kind", "value", "example"])
    static let times = TableSchema("times", "language/times.tsv", ["term", "role", "example"])
    static let wordings = TableSchema(
        "wordings", "language/wordings.tsv", ["concept", "status", "wording", "site"], key: ["concept", "status"])
    static let labels = TableSchema(
        "labels", "concepts/labels.tsv", ["set", "label", "concept", "status", "denied"], key: ["set", "label"])
    static let reportParts = TableSchema("report_parts", "concepts/report-parts.tsv", ["concept"])
    static let placements = TableSchema(
        "placements", "concepts/placements.tsv",
        ["device", "part", "relation", "site", "from", "to", "placement", "significance", "side"])

    package static let all = [
        concepts, related, terms, cues, modifiers, states, frames, connectives, discourse, sections, inflections, abbreviations,
        senses, units, plain, lookalikes,
        tips, placements, levels, numbers, times, wordings, labels, reportParts,
    ]
}
