extension OntologyBuilder {
    /// The rows of a table of words that each have one role.
    func words<Role: RawRepresentable<String> & CaseIterable, Word>(
        _ schema: TableSchema, as make: (_ text: String, _ role: Role, _ example: String) -> Word
    ) throws(OntologyError) -> [Word] {
        var words: [Word] = []
        for row in tables.rows(schema) {
            words.append(make(try row.required("term"), try row.value("role", as: Role.self), row["example"]))
        }
        return words
    }

    /// The cells of a table of one column, lower-case.
    func words(_ schema: TableSchema) throws(OntologyError) -> [String] {
        var words: [String] = []
        for row in tables.rows(schema) { words.append(try row.required(schema.columns[0]).lowercased()) }
        return words
    }

    func abbreviations() throws(OntologyError) -> [String] {
        var abbreviations: [String] = []
        for row in tables.rows(.abbreviations) {
            let text = try row.required("abbreviation")
            abbreviations.append(text.hasSuffix(".") ? String(text.dropLast()) : text)
        }
        return abbreviations
    }
}
