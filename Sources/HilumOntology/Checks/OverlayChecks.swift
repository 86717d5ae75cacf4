import HilumText

/// Whether the rows of a user's own tables leave the rest of the language working. A phrase that names something is read as that and as
/// nothing else, so as a term `no` would turn every denial into a finding, and `effusion` as a cue would do nothing.
struct OverlayChecks {
    private let tables: [String: Table]

    init(tables: [String: Table]) {
        self.tables = tables
    }

    func run() throws(OntologyError) {
        guard tables.values.contains(where: { $0.rows.contains(where: \.isOverlaid) }) else { return }
        try checkTerms()
        try checkInflections()
    }

    /// The columns of words that shape a statement.
    private static let language: [(schema: TableSchema, column: String)] = [
        (.cues, "cue"), (.connectives, "term"), (.modifiers, "term"), (.numbers, "term"),
    ]

    /// The columns of words that name a concept.
    private static let names: [(schema: TableSchema, column: String)] = [(.terms, "term"), (.concepts, "name")]

    private func checkTerms() throws(OntologyError) {
        var shaping: [[String]: (row: TableRow, column: String)] = [:]
        for (schema, column) in Self.language {
            for row in tables.rows(schema) where schema.name != TableSchema.modifiers.name || row["attribute"] == "laterality" {
                shaping[Lexer.words(of: row[column])] = (row, column)
            }
        }
        for (schema, column) in Self.names {
            for row in tables.rows(schema) {
                guard let other = shaping[Lexer.words(of: row[column])], row.row.isOverlaid || other.row.row.isOverlaid,
                    !Self.isCountingDescriptor(row, other.row)
                else { continue }
                throw Self.clash(row, column, other.row, other.column)
            }
        }
    }

    /// "multiple" is a number and a descriptor.
    private static func isCountingDescriptor(_ name: TableRow, _ word: TableRow) -> Bool {
        let concept = name.schema.name == TableSchema.terms.name ? name["concept"] : name["id"]
        return word.schema.name == TableSchema.numbers.name && concept.hasPrefix("\(ConceptKind.descriptor.rawValue).")
    }

    /// The error of two rows that are at odds, in the one that the user wrote.
    private static func clash(_ name: TableRow, _ nameColumn: String, _ word: TableRow, _ wordColumn: String) -> OntologyError {
        guard name.row.isOverlaid else {
            return word.problem(
                wordColumn,
                "'\(word[wordColumn])' would do nothing: it is a \(nameColumn) of \(name.schema.name) (\(name.row.place))"
                    + advice(name, nameColumn))
        }
        return name.problem(
            nameColumn,
            "'\(name[nameColumn])' would be lost to \(word.schema.name), where it stands too (\(word.row.place))"
                + advice(word, wordColumn))
    }

    /// A preferred name goes only with its concept.
    private static func advice(_ other: TableRow, _ column: String) -> String {
        other.schema.name == TableSchema.concepts.name ? "" : "; if that is meant, take it away there: !\(other[column])"
    }

    // MARK: Inflections

    /// A word that terms use is itself: an inflection would send it, and every term that it stands in, elsewhere.
    private func checkInflections() throws(OntologyError) {
        let inflections = tables.rows(.inflections)
        let words = inflections.contains(where: \.row.isOverlaid) ? baseWords : [:]
        for row in inflections where row.row.isOverlaid {
            let form = row["form"].lowercased()
            let base = Self.bases(of: form).first { words[$0] != nil }
            if let base, base != row["word"].lowercased(), let other = words[base] {
                throw row.problem("form", "'\(form)' is a word of the tables: it stands in \(other.place)")
            }
        }
        let forms = Dictionary(inflections.map { ($0["form"].lowercased(), $0) }) { first, _ in first }
        for row in inflections {
            guard let next = forms[row["word"].lowercased()], row.row.isOverlaid || next.row.isOverlaid else { continue }
            let (wrong, right, column) = row.row.isOverlaid ? (row, next, "word") : (next, row, "form")
            throw wrong.problem(
                column, "'\(wrong[column])' is both the form of a word and the word of a form: \(right.row.place)")
        }
    }

    /// A form, and what it may be the regular plural of.
    private static func bases(of form: String) -> [String] {
        var bases = [form]
        if form.hasSuffix("s"), !form.hasSuffix("ss") { bases.append(String(form.dropLast())) }
        if form.hasSuffix("es") { bases.append(String(form.dropLast(2))) }
        if form.hasSuffix("ies") { bases.append(form.dropLast(3) + "y") }
        return bases
    }

    /// The words of the phrases that are not the user's, each with a row that it stands in.
    private var baseWords: [String: Table.Row] {
        var words: [String: Table.Row] = [:]
        for (schema, column) in Self.names + Self.language + [(.states, "term")] {
            for row in tables.rows(schema) where !row.row.isOverlaid {
                for word in Lexer.words(of: row[column]) { words[word] = words[word] ?? row.row }
            }
        }
        return words
    }
}
