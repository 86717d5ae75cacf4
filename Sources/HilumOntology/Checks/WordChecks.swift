import HilumText

/// Whether the tables of single words say of each word one thing: plain words, lookalikes, and the abbreviations that have senses.
struct WordChecks {
    private let tables: [String: Table]

    init(tables: [String: Table]) {
        self.tables = tables
    }

    func run() throws(OntologyError) {
        try checkPlainWords()
        try checkSenses()
        _ = try words(of: .lookalikes, "word")
    }

    /// What is a phrase by itself makes a statement, so it is not plain; a user's own term may well take a plain word.
    private func checkPlainWords() throws(OntologyError) {
        var clinical: [String: (table: String, isOverlaid: Bool)] = [:]
        for (schema, column) in [(TableSchema.terms, "term"), (.states, "term"), (.modifiers, "term"), (.concepts, "name")] {
            for row in tables.rows(schema) {
                let words = Lexer.words(of: row[column])
                if words.count == 1 {
                    clinical[words[0]] = (schema.files.count == 1 ? schema.files[0].path : schema.name, row.row.isOverlaid)
                }
            }
        }
        for (word, row) in try words(of: .plain, "word") {
            if let phrase = clinical[word], row.row.isOverlaid || !phrase.isOverlaid {
                throw row.problem("word", "'\(word)' says something by itself: it stands in \(phrase.table)")
            }
        }
    }

    /// Words of a table that has one a row, each once.
    private func words(of schema: TableSchema, _ column: String) throws(OntologyError) -> [(word: String, row: TableRow)] {
        var words: [(String, TableRow)] = []
        var seen: Set<String> = []
        for row in tables.rows(schema) {
            let word = try self.word(row[column], column, row)
            guard seen.insert(word).inserted else { throw row.problem(column, "'\(word)' stands there twice") }
            words.append((word, row))
        }
        return words
    }

    private func word(_ cell: String, _ column: String, _ row: TableRow) throws(OntologyError) -> String {
        let words = Lexer.words(of: cell)
        guard words.count == 1, words[0].utf8.allSatisfy(ASCII.isLetter) else {
            throw row.problem(column, "'\(cell)' must be one word of letters")
        }
        return words[0]
    }

    /// The senses of an abbreviation are told apart by their words, so no word may speak for two of them.
    private func checkSenses() throws(OntologyError) {
        var spellings: [String: String] = [:]
        var senses: [String: [String: String]] = [:]
        for row in tables.rows(.senses) {
            let spelling = try row.required("abbreviation")
            let abbreviation = try word(spelling, "abbreviation", row)
            guard spellings.updateValue(spelling, forKey: abbreviation) ?? spelling == spelling else {
                throw row.problem("abbreviation", "'\(spelling)' is written otherwise in another row")
            }
            let concept = try row.required("concept")
            if concept.hasPrefix("state.") {
                throw row.problem("concept", "'\(concept)' is a state, which only a frame can place")
            }
            for cell in row.list("context") {
                let context = try word(cell, "context", row)
                if context == abbreviation { throw row.problem("context", "'\(cell)' is the abbreviation itself") }
                guard senses[abbreviation, default: [:]].updateValue(concept, forKey: context) == nil else {
                    throw row.problem("context", "'\(cell)' stands there twice for '\(spelling)'")
                }
            }
        }
    }
}
