import HilumOntology

/// Why an input could not be read. Its description names the file and the place, says what to do, and quotes no cell.
public struct InputError: Error, Equatable, CustomStringConvertible {
    /// Lines, rows and columns of characters count from 1; a row is a row of data, the header not counted.
    /// Byte offsets count from 0 at the start of the file.
    public enum Problem: Equatable, Sendable {
        /// A column that was asked for is not there. A wrong call rather than a wrong file.
        case missingColumn(String, existing: [String])
        /// No such file, or no permission.
        case unreadable(reason: String)
        case directory
        /// Not even a header.
        case empty
        /// The asked column stands twice in the header.
        case repeatedColumn(String)
        case raggedRow(line: Int, expected: Int, found: Int)
        /// `line` is where the quote opens.
        case unterminatedQuote(line: Int)
        /// A quoted cell goes on after its closing quote.
        case textAfterQuote(line: Int)
        /// A cell, or a line of JSON, of more than `RowReader.longestCell` bytes.
        case tooLong(line: Int)
        /// The cells asked for of one row have more than `RowReader.longestCell` bytes together.
        case rowTooLong(line: Int)
        case invalidUTF8(line: Int, row: Int, offset: Int)
        case nulByte(line: Int, row: Int, offset: Int)
        /// `byte` counts from 1 at the start of the line.
        case malformedJSON(line: Int, byte: Int, reason: String)
        /// A JSON value that is neither string, number nor null where text is asked.
        case notText(line: Int, key: String, found: String)
        case missingKey(line: Int, key: String, existing: [String])
        case repeatedID(line: Int, firstLine: Int)
        /// A cell that cannot be what it is asked to be.
        case invalidCell(line: Int, column: String, reason: String)
        /// A file beside the reports that has no row for the report on this line of theirs.
        case noRow(forLine: Int)
        /// A file beside the reports, to be matched by order, that has more or fewer rows than they are.
        case rowCount(expected: Int, found: Int)
    }

    /// The path as given, or `standard input`.
    public var file: String
    public var problem: Problem

    public init(file: String, problem: Problem) {
        self.file = file
        self.problem = problem
    }

    /// The line at fault, if it is one line.
    public var line: Int? {
        switch problem {
        case .missingColumn, .unreadable, .directory, .empty, .repeatedColumn, .noRow, .rowCount: nil
        case .raggedRow(let line, _, _), .unterminatedQuote(let line), .textAfterQuote(let line), .tooLong(let line),
            .rowTooLong(let line), .invalidUTF8(let line, _, _), .nulByte(let line, _, _), .malformedJSON(let line, _, _),
            .notText(let line, _, _),
            .missingKey(let line, _, _), .repeatedID(let line, _), .invalidCell(let line, _, _):
            line
        }
    }

    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(explanation)"
    }

    /// The description without file and line.
    package var explanation: String {
        switch problem {
        case .missingColumn(let name, let existing): missing(name, among: existing)
        case .unreadable(let reason): "cannot be read: \(reason)"
        case .directory: "is a folder; name a CSV, TSV or JSONL file in it"
        case .empty: "is empty; a header line or a JSON object is expected"
        case .repeatedColumn(let name): "the column \(NameList.quoted(name)) stands twice in the header; rename one"
        case .raggedRow(_, let expected, let found):
            "\(found) \(found == 1 ? "cell" : "cells") under \(expected) columns; a cell that holds a delimiter has to be quoted"
        case .unterminatedQuote: "the quote that opens here is never closed"
        case .textAfterQuote: "a quoted cell goes on after its closing quote; a quote inside a quoted cell is written twice"
        case .tooLong: "a cell of more than \(RowReader.longestCell >> 20) MiB; is a closing quote or a line end missing?"
        case .rowTooLong: "the texts of a row of more than \(RowReader.longestCell >> 20) MiB together; make it several rows"
        case .invalidUTF8(_, let row, let offset):
            "\(name(of: row)): the byte at offset \(offset) is no UTF-8; save the file as UTF-8"
        case .nulByte(_, let row, let offset):
            "\(name(of: row)): a NUL byte at offset \(offset); the file may be UTF-16: save it as UTF-8"
        case .malformedJSON(_, let byte, let reason): "byte \(byte): malformed JSON: \(reason)"
        case .notText(_, let key, let found):
            "the value of \(NameList.quoted(key)) is \(found); a string, a number or null is expected"
        case .missingKey(_, let key, let existing): missing(key, amongKeys: existing)
        case .repeatedID(_, let firstLine): "the id of this row is that of line \(firstLine) too; ids have to differ"
        case .noRow(let line):
            "there is no row for the report on line \(line) of the input; rows are matched by the column of ids, or by order without one"
        case .rowCount(let expected, let found):
            "\(found) rows for \(expected) reports; without a common column of ids rows are matched by their order"
        case .invalidCell(_, let column, let reason): "column \(NameList.quoted(column)): \(reason)"
        }
    }

    private func missing(_ name: String, among existing: [String]) -> String {
        "there is no column \(NameList.quoted(name)); \(NameList(existing).columns)"
    }

    private func missing(_ key: String, amongKeys existing: [String]) -> String {
        let list = NameList(existing)
        let keys = list.looksLikeProse ? "its keys look like text" : "the keys are \(list.text)"
        return "there is no key \(NameList.quoted(key)); \(keys)"
    }

    private func name(of row: Int) -> String {
        row == 0 ? "header" : "row \(row)"
    }
}
