import HilumText

/// A table as written: cells of text, each row knowing where it stands.
struct Table: Sendable {
    let schema: TableSchema
    var rows: [Row]

    struct Row: Sendable {
        let cells: [String]
        /// For messages; a row out of a compiled ontology says so.
        let file: String
        let line: Int
        /// Whether it comes from a user's own tables, and so is the one to mend where it clashes with another.
        var isOverlaid = false
        /// The columns that its file has no cells for, by their place in the schema.
        var unstated: [Int] = []

        /// Where messages say that it stands.
        var place: String { "\(file):\(line)" }

        /// The same row, its unstated cells those of the row whose place it takes.
        func completed(from old: Row) -> Row {
            guard !unstated.isEmpty else { return self }
            var cells = cells
            for column in unstated { cells[column] = old.cells[column] }
            return Row(cells: cells, file: file, line: line, isOverlaid: isOverlaid)
        }
    }
}

/// A row under its schema: cells by column name, problems as errors that name the place.
struct TableRow {
    let schema: TableSchema
    let row: Table.Row

    /// The cell of a column, empty where nothing is stated.
    subscript(column: String) -> String {
        guard let index = schema.columns.firstIndex(of: column) else { preconditionFailure("no column \(column)") }
        return row.cells[index]
    }

    /// The parts of a cell, separated by `;`; `-` and the empty cell have none.
    func list(_ column: String) -> [String] {
        Self.list(self[column])
    }

    static func list(_ cell: String) -> [String] {
        guard !cell.isEmpty, cell != "-" else { return [] }
        return cell.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0).trimmingSpaces) }.filter { !$0.isEmpty }
    }

    /// A cell that must be one of an enumeration's words.
    func value<Value: RawRepresentable & CaseIterable>(_ column: String, as type: Value.Type) throws(OntologyError) -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: self[column]) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw problem(column, "'\(self[column])' is none of \(known)")
        }
        return value
    }

    /// The same for a cell that may be empty or `-`.
    func optionalValue<Value: RawRepresentable & CaseIterable>(_ column: String, as type: Value.Type) throws(OntologyError)
        -> Value?
    where Value.RawValue == String {
        self[column].isEmpty || self[column] == "-" ? nil : try value(column, as: type)
    }

    /// A cell that must not be empty.
    func required(_ column: String) throws(OntologyError) -> String {
        guard !self[column].isEmpty else { throw problem(column, "must not be empty") }
        return self[column]
    }

    func number(_ column: String) throws(OntologyError) -> Double {
        guard let number = Double(self[column]), number.isFinite else {
            throw problem(column, "'\(self[column])' is no number")
        }
        return number
    }

    /// The subject of a frame: a site, with or without its parts; no site for a state that stands alone.
    var frameSubject: (site: String?, includesParts: Bool) {
        let cell = self["subject"]
        guard cell != "-" else { return (nil, false) }
        return cell.hasSuffix("+") ? (String(cell.dropLast()), true) : (cell, false)
    }

    func problem(_ column: String, _ problem: String) -> OntologyError {
        .invalidRow(file: row.file, line: row.line, column: column, problem: problem)
    }
}

extension Table {
    /// The rows under their schema.
    var typedRows: some Sequence<TableRow> { rows.lazy.map { TableRow(schema: schema, row: $0) } }
}

extension [String: Table] {
    /// The rows of a table by its name, under its schema; none where it is missing.
    func rows(_ schema: TableSchema) -> [TableRow] {
        self[schema.name].map { Array($0.typedRows) } ?? []
    }
}

extension Substring {
    var trimmingSpaces: Substring {
        var rest = utf8
        while rest.first == ASCII.space { rest.removeFirst() }
        while rest.last == ASCII.space { rest.removeLast() }
        return Substring(rest)
    }
}
