/// The scores of one system's reports: what `hilum score` wrote, or any table with columns of numbers.
///
///     let scores = try ScoredReports(path: "system-a.jsonl")
///     scores.ids.count
///     scores.value(of: "kg_reward", at: 0)  // 0.83; nil where it is undefined
public struct ScoredReports: Sendable {
    /// The path as given, or `standard input`.
    public let file: String
    /// Columns that hold nothing but numbers and blanks, in their order. Members of nested objects are named as `hilum score` names
    /// the columns of CSV: `kg.reward` is `kg_reward`.
    public var columns: [String] { names.indices.filter { textLines[$0] == nil }.map { names[$0] } }
    /// In the order of the rows; UTF-8.
    public private(set) var ids: [[UInt8]] = []
    /// What the scores depend on, as the rows say; more than one if they differ.
    public private(set) var signatures: [String] = []

    /// Places among `ids` of the rows whose reference a model has written.
    private(set) var generatedReferences: Set<Int> = []

    private var names: [String] = []
    private var places: [String: Int] = [:]
    /// Of each row, by column; not a number where it is undefined. A row may be shorter than the columns.
    private var rows: [[Double]] = []
    /// Of each column, the first line on which it holds something else than a number.
    private var textLines: [Int?] = []
    private var hasNumber: [Bool] = []

    /// No reports yet.
    public init(file: String) {
        self.file = file
    }

    /// Reads a file.
    /// - Parameters:
    ///   - path: CSV, TSV or JSONL; `-` for standard input.
    ///   - format: nil to go by the extension, or without one by the first bytes.
    ///   - id: the column of the ids; nil for `id`, or the row number where there is no such column.
    /// - Throws: `InputError`, also where two rows have the same id.
    public init(path: String, format: InputFormat? = nil, id: String? = nil) throws(InputError) {
        let reader = try RowReader(path: path, format: format)
        self.init(file: path == "-" ? "standard input" : path)
        let id = id ?? (reader.columns.contains("id") ? "id" : nil)
        let columns = reader.columns.filter { $0 != id }
        try reader.select(columns, id: id, structured: Set(columns))
        while let row = try reader.next() {
            append(id: row.id)
            for (column, cell) in zip(columns, row.cells) {
                if column == Self.signatureColumn {
                    add(signature: String(decoding: cell, as: UTF8.self))
                } else if column == Self.generatedColumn {
                    if Self.isTrue(cell) { generatedReferences.insert(ids.count - 1) }
                } else if reader.format == .jsonl, cell.first == UInt8(ascii: "{"), let value = try? JSONValue(parsing: cell) {
                    for (name, value) in ScoreNames.flattened(value, under: column) { add(value, to: name, line: row.line) }
                } else {
                    add(.string(cell), to: column, line: row.line)
                }
            }
        }
    }

    private static let signatureColumn = "signature"
    private static let generatedColumn = "reference_generated"

    /// Also as pandas and spreadsheets write it.
    private static func isTrue(_ cell: [UInt8]) -> Bool {
        ["true", "1"].contains(String(decoding: cell, as: UTF8.self).lowercased())
    }

    // MARK: Rows

    /// Begins a row.
    public mutating func append(id: [UInt8]) {
        ids.append(id)
        rows.append([])
    }

    /// Sets a number of the last row; nil if it is undefined.
    public mutating func set(_ value: Double?, of column: String) {
        let place = place(of: column)
        if value != nil { hasNumber[place] = true }
        let missing = place + 1 - rows[rows.count - 1].count
        if missing > 0 { rows[rows.count - 1] += [Double](repeating: .nan, count: missing) }
        rows[rows.count - 1][place] = value ?? .nan
    }

    /// Adds what the scores depend on.
    public mutating func add(signature: String) {
        if !signature.isEmpty, signatures.last != signature, !signatures.contains(signature) { signatures.append(signature) }
    }

    private mutating func add(_ value: JSONValue, to column: String, line: Int) {
        switch ScoreNames.number(value) {
        case .number(let number): set(number, of: column)
        case .undefined: set(nil, of: column)
        case .notNumber:
            set(nil, of: column)
            let place = place(of: column)
            textLines[place] = textLines[place] ?? line
        }
    }

    private mutating func place(of column: String) -> Int {
        if let place = places[column] { return place }
        places[column] = names.count
        names.append(column)
        textLines.append(nil)
        hasNumber.append(false)
        return names.count - 1
    }

    // MARK: Values

    /// Nil where it is undefined, or there is no such column.
    public func value(of column: String, at row: Int) -> Double? {
        guard let place = places[column], place < rows[row].count, !rows[row][place].isNaN else { return nil }
        return rows[row][place]
    }

    /// Whether any report has a number in the column.
    public func hasNumber(in column: String) -> Bool { places[column].map { hasNumber[$0] } ?? false }

    /// - Throws: `InputError` where the column is not there or holds text.
    func check(_ column: String) throws(InputError) {
        guard let place = places[column] else {
            throw InputError(file: file, problem: .missingColumn(column, existing: columns))
        }
        if let line = textLines[place] {
            let reason = "a number is expected, or a blank where it is undefined"
            throw InputError(file: file, problem: .invalidCell(line: line, column: column, reason: reason))
        }
    }
}
