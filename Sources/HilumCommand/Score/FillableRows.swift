import Hilum

/// Some rows have a reference and others not.
struct PartlyReferenced: Error, CustomStringConvertible {
    var file: String
    var given: Int
    var missing: Int

    var description: String {
        let verb = given == 1 ? "has" : "have"
        return """
            \(file): \(given) of \(given + missing) rows \(verb) a reference and \(missing) \(missing == 1 ? "has" : "have") none: scores \
            against given references and against generated ones are not comparable. Score them in two runs, or say --mix-references to have \
            both in one, with their means apart
            """
    }
}

/// The rows of a file of which some may have no reference. Their cells are candidate, reference (blank where there is none), and what
/// the reference can be written of.
final class FillableRows {
    /// Of what is to be selected.
    let columns: [TaskColumn]
    let passing: PassedColumns
    /// Whether the references are cells of a column. A key of JSON lines may come and go from line to line.
    private let hasColumn: Bool
    private let reader: RowReader
    private let reference: String?
    private let areMixed: Bool
    private var given = 0
    private var missing = 0
    private var first: Row?

    /// - Parameters:
    ///   - reader: whose columns have not been selected.
    ///   - reference: the column of the references; nil where there is none.
    ///   - areMixed: whether some rows may have a reference and others not.
    init(of reader: RowReader, candidate: String, reference: String?, source: RowSource, areMixed: Bool) {
        self.reader = reader
        self.areMixed = areMixed
        self.reference = reference
        hasColumn = reference != nil && reader.format != .jsonl
        columns = ([candidate] + (hasColumn ? [reference ?? ""] : [])).map { TaskColumn(name: $0) } + source.columns
        passing =
            reference == nil || reader.format != .jsonl ? .named([]) : .all(except: reader.columns.filter { $0 != reference })
    }

    /// Whether the first row has a reference, as all others then must; nil without rows. To be asked before the first row.
    func firstHasReference() throws -> Bool? {
        if first == nil { first = try read() }
        return first.map { !$0.isWithoutReference }
    }

    /// - Returns: nil at the end.
    /// - Throws: `PartlyReferenced` at the first row that differs, with the numbers of all rows.
    func next() throws -> Row? {
        guard let row = try first ?? read() else { return nil }
        first = nil
        count(row)
        guard areMixed || given == 0 || missing == 0 else {
            while let row = try read() { count(row) }
            throw PartlyReferenced(file: reader.name, given: given, missing: missing)
        }
        return row
    }

    private func count(_ row: Row) {
        if row.isWithoutReference { missing += 1 } else { given += 1 }
    }

    private func read() throws -> Row? {
        guard var row = try reader.next() else { return nil }
        if !hasColumn { row.cells.insert(try passedReference(of: row), at: 1) }
        return row
    }

    /// The reference among what a line of JSON brings along; blank where it is not there.
    private func passedReference(of row: Row) throws -> [UInt8] {
        guard let reference, !row.passed.isEmpty else { return [] }
        let members = try JSONValue(parsing: [UInt8(ascii: "{")] + row.passed + [UInt8(ascii: "}")])
        guard let value = members[reference], value != .null else { return [] }
        guard let text = value.text else {
            throw InputError(file: reader.name, problem: .notText(line: row.line, key: reference, found: value.kindName))
        }
        return text
    }
}

extension Row {
    /// Whether the second cell, that of the reference, has nothing to read.
    var isWithoutReference: Bool { String(decoding: cells[1], as: UTF8.self).allSatisfy(\.isWhitespace) }
}
