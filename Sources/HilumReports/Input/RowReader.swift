import HilumMetrics

/// One row of an input: its id and the cells that were asked for.
public struct Row: Sendable, Hashable {
    /// UTF-8; the row number where the input has no ids.
    public var id: [UInt8]
    /// Counts from 1, the header not counted.
    public var number: Int
    /// The line of the file on which the row begins, counted from 1.
    public var line: Int
    /// UTF-8, in the order asked for.
    public var cells: [[UInt8]]
    /// The columns to pass on, as members of a JSON object with commas between them: of JSONL as they stand there, of CSV as strings.
    public var passed: [UInt8]

    public init(id: [UInt8], number: Int, line: Int, cells: [[UInt8]], passed: [UInt8] = []) {
        self.id = id
        self.number = number
        self.line = line
        self.cells = cells
        self.passed = passed
    }
}

/// Reads the rows of a CSV, TSV or JSONL file, or of standard input, one after another.
///
///     let reader = try RowReader(path: "reports.csv")
///     try reader.select(["report"], id: "study")
///     while let row = try reader.next() { … row.cells[0] … }
///
/// Memory is that of the longest row, whatever the length of the file; only ids are remembered, to find repeated ones: about 35 bytes a
/// row, however long they are. Names of columns and ids are compared byte by byte. A blank cell
/// is a cell. An empty line is no row, except in a file of one column, where it is a blank cell. The whole input is checked to be
/// UTF-8, columns that nobody asked for included.
public final class RowReader {
    /// The most bytes that a cell, or a line of JSON, may have: 256 MiB. It keeps an open quote from swallowing a file of any size.
    public static let longestCell = 1 << 28

    public let format: InputFormat
    /// The header; of JSONL the keys of the first object, none if there is no object.
    public let columns: [String]

    /// What messages call the input.
    public var name: String { source.name }

    private let source: ByteSource
    private var delimited: DelimitedParser
    private var lines = JSONLines()
    private var row = 0

    /// The distinct columns to read; where each column asked for stands among them; where the id does.
    private var keys: [[UInt8]] = []
    private var order: [Int] = []
    private var idIndex: Int?
    /// For each cell of a record, where among the keys it goes.
    private var slots: [Int?] = []
    private var structuredKeys: Set<[UInt8]> = []
    private var passing = PassedColumns.none
    /// Of CSV: the columns to pass on, and where they stand among the keys.
    private var passedKeys: [(name: String, index: Int)] = []
    private var checksIDs = false
    private var ids = IDRegister()
    /// The most bytes of the cells of a row together, so that they can be one text.
    var longestRow = RowReader.longestCell

    /// Opens an input and reads its header.
    /// - Parameters:
    ///   - path: a file, or `-` for standard input.
    ///   - format: nil to go by the extension, or without one by the first bytes.
    /// - Throws: `InputError`.
    public convenience init(path: String, format: InputFormat? = nil) throws(InputError) {
        try self.init(source: ByteSource(path: path), format: format ?? InputFormat(path: path))
    }

    init(source: ByteSource, format: InputFormat?) throws(InputError) {
        self.source = source
        guard try source.refill(line: 1, row: 0) else { throw InputError(file: source.name, problem: .empty) }
        self.format = format ?? InputFormat(sniffing: source.unread)
        delimited = DelimitedParser(delimiter: self.format.delimiter ?? 0)
        if self.format == .jsonl {
            guard let keys = try lines.firstKeys(from: source) else { throw InputError(file: source.name, problem: .empty) }
            columns = keys
        } else {
            var header: [[UInt8]] = []
            repeat {
                header = []
                guard try delimited.next(from: source, everything: true, row: 0, into: &header) else {
                    throw InputError(file: source.name, problem: .empty)
                }
            } while delimited.isBlank
            columns = header.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Says which columns to read; call it once, before the first row.
    /// - Parameters:
    ///   - names: the cells of each row, in this order; a column may be named more than once.
    ///   - id: the column of the ids; nil to number the rows.
    ///   - allowsRepeatedIDs: whether two rows may have the same id.
    ///   - structured: those of the columns whose cells may hold more than text. In JSONL an array, an object, `true` and `false` are
    ///     given as JSON text instead of refused; in CSV a cell is what it is.
    ///   - passing: columns that `Row.passed` brings along, asked for or not. In JSONL a key that a later object lacks is not there, and
    ///     `all` includes keys that the first object lacks.
    /// - Throws: `InputError` with `missingColumn` or `repeatedColumn`.
    public func select(
        _ names: [String], id: String? = nil, allowsRepeatedIDs: Bool = false, structured: Set<String> = [],
        passing: PassedColumns = .named([])
    ) throws(InputError) {
        let passed = columns.filter { passing.contains(Array($0.utf8)) }
        if case .named(let names) = passing, let unknown = names.first(where: { !columns.contains($0) }) {
            throw InputError(file: source.name, problem: .missingColumn(unknown, existing: columns))
        }
        let asked = names + (id.map { [$0] } ?? [])
        var distinct: [String] = []
        order = []
        for name in asked + (format == .jsonl ? [] : passed) {
            let standing = columns.indices.filter { columns[$0].utf8.elementsEqual(name.utf8) }
            guard !standing.isEmpty else {
                throw InputError(file: source.name, problem: .missingColumn(name, existing: columns))
            }
            guard standing.count == 1 || format == .jsonl else {
                throw InputError(file: source.name, problem: .repeatedColumn(name))
            }
            let index = distinct.firstIndex { $0.utf8.elementsEqual(name.utf8) }
            if index == nil { distinct.append(name) }
            order.append(index ?? distinct.count - 1)
        }
        self.passing = passing
        passedKeys = Array(zip(passed, order.dropFirst(asked.count)))
        order.removeLast(order.count - asked.count)
        idIndex = id == nil ? nil : order.removeLast()
        keys = distinct.map { Array($0.utf8) }
        slots = columns.map { column in distinct.firstIndex { $0.utf8.elementsEqual(column.utf8) } }
        structuredKeys = Set(structured.map { Array($0.utf8) })
        checksIDs = id != nil && !allowsRepeatedIDs
    }

    /// Reads the next row.
    /// - Returns: nil at the end.
    /// - Throws: `InputError`; what follows a row at fault cannot be read.
    public func next() throws(InputError) -> Row? {
        guard let (line, cells, passed) = try nextCells() else { return nil }
        row += 1
        let id = idIndex.map { cells[$0] } ?? Array(String(row).utf8)
        if checksIDs, let first = ids.register(id, line: line) {
            throw InputError(file: source.name, problem: .repeatedID(line: line, firstLine: first))
        }
        guard order.reduce(0, { $0 + cells[$1].count + 1 }) <= longestRow + 1 else {
            throw InputError(file: source.name, problem: .rowTooLong(line: line))
        }
        return Row(id: id, number: row, line: line, cells: order.map { cells[$0] }, passed: passed)
    }

    private func nextCells() throws(InputError) -> (line: Int, cells: [[UInt8]], passed: [UInt8])? {
        guard format != .jsonl else {
            return try lines.next(from: source, keys: keys, structured: structuredKeys, passing: passing, row: row + 1)
                .map { ($0.line, $0.values, $0.passed) }
        }
        while true {
            var cells = [[UInt8]](filled: [], count: keys.count)
            guard try delimited.next(from: source, slots: slots, row: row + 1, into: &cells) else { return nil }
            if delimited.isBlank, columns.count > 1 { continue }
            guard delimited.cellCount == columns.count else {
                let problem = InputError.Problem.raggedRow(
                    line: delimited.recordLine, expected: columns.count, found: delimited.cellCount)
                throw InputError(file: source.name, problem: problem)
            }
            var passed = JSONWriter()
            for (name, index) in passedKeys {
                passed.key(name)
                passed.string(utf8: cells[index])
            }
            return (delimited.recordLine, cells, passed.bytes)
        }
    }
}
