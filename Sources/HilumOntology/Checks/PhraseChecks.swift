import HilumText

/// Whether the words of the tables can be found in a report, and whether each phrase has one meaning in each of its roles.
struct PhraseChecks {
    private let tables: [String: Table]

    /// Matching numbers words in 16 bits, from 1.
    private static let mostWords = 65_535

    init(tables: [String: Table]) {
        self.tables = tables
    }

    /// A column of phrases that do the same.
    private struct Role {
        var schema: TableSchema
        var column: String
        /// Whether a phrase may be a sign alone: `?`, `&`.
        var allowsSigns = false
    }

    private static let roles = [
        Role(schema: .terms, column: "term"), Role(schema: .states, column: "term"), Role(schema: .modifiers, column: "term"),
        Role(schema: .cues, column: "cue", allowsSigns: true),
        Role(schema: .connectives, column: "term", allowsSigns: true), Role(schema: .discourse, column: "term"),
        Role(schema: .sections, column: "heading"),
        Role(schema: .units, column: "term"), Role(schema: .tips, column: "term"),
        Role(schema: .numbers, column: "term"), Role(schema: .times, column: "term"),
    ]

    func run() throws(OntologyError) {
        var words: Set<String> = []
        let names = try checkNames(&words)
        for role in Self.roles {
            var seen: Set<[String]> = []
            for row in tables.rows(role.schema) {
                let phrase = try phrase(row, role.column, allowsSigns: role.allowsSigns, &words)
                guard seen.insert(phrase).inserted else {
                    throw row.problem(role.column, "'\(row[role.column])' stands there twice")
                }
                if role.schema.name == TableSchema.terms.name, let owner = names[phrase], owner["id"] != row["concept"] {
                    throw Self.clash(of: row, role.column, withNameOf: owner)
                }
            }
        }
        for (schema, column) in [
            (TableSchema.inflections, "form"), (.inflections, "word"), (.abbreviations, "abbreviation"),
            (.senses, "abbreviation"),
            (.plain, "word"), (.lookalikes, "word"),
        ] {
            for row in tables.rows(schema) { _ = try phrase(row, column, allowsSigns: false, &words) }
        }
        for row in tables.rows(.senses) {
            _ = try phrase(row, "context", allowsSigns: false, &words)
        }
    }

    /// - Returns: the row of the concept that each preferred name belongs to.
    private func checkNames(_ words: inout Set<String>) throws(OntologyError) -> [[String]: TableRow] {
        var owners: [[String]: TableRow] = [:]
        for row in tables.rows(.concepts) {
            let name = try phrase(row, "name", allowsSigns: false, &words)
            if let owner = owners.updateValue(row, forKey: name), owner["id"] != row["id"] {
                let (wrong, right) = owner.row.isOverlaid && !row.row.isOverlaid ? (owner, row) : (row, owner)
                throw wrong.problem("name", "'\(wrong["name"])' is the name of '\(right["id"])' too")
            }
        }
        return owners
    }

    /// The error of a term that is another concept's name, in the row that the user wrote.
    private static func clash(of term: TableRow, _ column: String, withNameOf owner: TableRow) -> OntologyError {
        guard owner.row.isOverlaid, !term.row.isOverlaid else {
            return term.problem(column, "'\(term[column])' is the name of '\(owner["id"])'")
        }
        return owner.problem(
            "name", "'\(owner["name"])' is a term of '\(term["concept"])'; take it away there first: !\(term[column])")
    }

    /// The words of a cell, lower-case; `words` gets them too.
    private func phrase(
        _ row: TableRow, _ column: String, allowsSigns: Bool, _ words: inout Set<String>
    ) throws(OntologyError) -> [String] {
        let lexemes = Lexer.lexemes(of: try row.required(column))
        let phrase = lexemes.map(\.text)
        let beyondASCII = { (text: String) in text.utf8.count { $0 >= 0x80 } }
        guard phrase.reduce(0, { $0 + beyondASCII($1) }) == beyondASCII(row[column].lowercased()) else {
            throw row.problem(column, "a dash, quote, blank or sign beyond ASCII, which is never read in a report")
        }
        let isFound = phrase.contains { $0.utf8.contains { ASCII.isLetter($0) || ASCII.isDigit($0) } }
        guard isFound || (allowsSigns && !phrase.isEmpty) else { throw row.problem(column, "must hold a letter or a digit") }
        for lexeme in lexemes {
            guard lexeme.text.utf8.count <= Lexer.longestWord else {
                throw row.problem(column, "a word of more than \(Lexer.longestWord) bytes")
            }
            if lexeme.kind == .mask {
                throw row.problem(column, "a mark of de-identification, which is never read as a word")
            }
        }
        words.formUnion(phrase)
        guard words.count <= Self.mostWords else {
            throw .tooMany(file: row.row.file, what: "distinct words", limit: Self.mostWords)
        }
        return phrase
    }
}
