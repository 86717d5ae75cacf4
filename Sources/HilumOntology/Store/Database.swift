import CSQLite

/// A SQLite connection, reduced to what the ontology needs: run statements, read rows of text, keep bytes.
final class Database {
    /// What messages call it.
    private let name: String
    private var handle: OpaquePointer?

    /// The most bytes that a cell may have, and the most rows that a query may give: far more than an ontology has, far less than a
    /// file made to exhaust the memory.
    private static let longestCell = 1 << 20
    private static let mostRows = 1 << 20

    /// An empty database in memory.
    init() throws(OntologyError) {
        name = "database in memory"
        try open(":memory:", SQLITE_OPEN_READWRITE)
    }

    /// Opens a file to read. It may be anybody's: what its schema says is not trusted.
    init(path: String) throws(OntologyError) {
        name = path
        guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
            throw .unreadable(path: path, reason: message)
        }
        guard hilum_sqlite_defend(handle) == SQLITE_OK else { throw invalid(message) }
        sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(Self.longestCell))
    }

    /// Opens the bytes of a database file, read-only and in place: they must outlive the connection.
    /// - Parameter name: what messages call it.
    init(bytes: UnsafeRawBufferPointer, name: String) throws(OntologyError) {
        self.name = name
        try open(":memory:", SQLITE_OPEN_READWRITE)
        let start = UnsafeMutablePointer(mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
        let count = sqlite3_int64(bytes.count)
        let flags = UInt32(SQLITE_DESERIALIZE_READONLY)
        guard sqlite3_deserialize(handle, "main", start, count, count, flags) == SQLITE_OK else { throw invalid(message) }
        // Pages are read where they are, and not copied first.
        _ = try rows("PRAGMA mmap_size = \(count)")
    }

    deinit { sqlite3_close_v2(handle) }

    private func open(_ path: String, _ flags: Int32) throws(OntologyError) {
        guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else { throw invalid(message) }
    }

    /// The bytes of a file that holds the database.
    func serialized() throws(OntologyError) -> [UInt8] {
        var count: sqlite3_int64 = 0
        guard let start = sqlite3_serialize(handle, "main", &count, 0) else { throw invalid("out of memory") }
        defer { sqlite3_free(start) }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    /// Runs a statement once for each row of parameters.
    func run(_ sql: String, rows: [[String]] = [[]]) throws(OntologyError) {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        for row in rows {
            for (index, cell) in row.enumerated() {
                var cell = cell
                let status = cell.withUTF8 { text in
                    text.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text64(
                            statement, Int32(index + 1), $0.baseAddress, sqlite3_uint64($0.count), Self.transient,
                            UInt8(SQLITE_UTF8))
                    }
                }
                guard status == SQLITE_OK else { throw invalid(message) }
            }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw invalid(message) }
            sqlite3_reset(statement)
        }
    }

    /// Runs a statement with one parameter.
    func run(_ sql: String, bytes: [UInt8]) throws(OntologyError) {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        let status = bytes.withUnsafeBytes {
            sqlite3_bind_blob64(statement, 1, $0.baseAddress, sqlite3_uint64($0.count), Self.transient)
        }
        guard status == SQLITE_OK, sqlite3_step(statement) == SQLITE_DONE else { throw invalid(message) }
    }

    /// The bytes of one cell.
    func bytes(table: String, column: String, row: Int64) throws(OntologyError) -> [UInt8] {
        var cell: OpaquePointer?
        defer { sqlite3_blob_close(cell) }
        guard sqlite3_blob_open(handle, "main", table, column, row, 0, &cell) == SQLITE_OK else { throw invalid(message) }
        let count = sqlite3_blob_bytes(cell)
        var status = SQLITE_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(count)) { bytes, initialized in
            status = sqlite3_blob_read(cell, bytes.baseAddress, count, 0)
            initialized = status == SQLITE_OK ? Int(count) : 0
        }
        guard status == SQLITE_OK else { throw invalid(message) }
        return bytes
    }

    /// The rows of a query, each cell as text.
    func rows(_ sql: String) throws(OntologyError) -> [[String]] {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        let columns = 0..<sqlite3_column_count(statement)
        var rows: [[String]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                guard rows.count < Self.mostRows else { throw invalid("it has a table of more than \(Self.mostRows) rows") }
                var row: [String] = []
                row.reserveCapacity(columns.count)
                for column in columns { row.append(try text(of: statement, column)) }
                rows.append(row)
            case SQLITE_DONE: return rows
            default: throw invalid(message)
            }
        }
    }

    /// Whether there is a table of a name whose rows lie in this file, rather than a view or a virtual table, which could run anything.
    func hasTable(_ table: String) throws(OntologyError) -> Bool {
        try !rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name = '\(table)'").isEmpty
    }

    /// The names of a table's columns. Asked for beforehand, as SQLite takes a name in double quotes that no column has for a text.
    func columns(of table: String) throws(OntologyError) -> [String] {
        try rows("PRAGMA table_info(\(table))").map { $0.count > 1 ? $0[1] : "" }
    }

    /// What a reader of messages is told when this is no ontology.
    func invalid(_ reason: String) -> OntologyError { .invalidStore(file: name, reason: reason) }

    private func text(of statement: OpaquePointer?, _ column: Int32) throws(OntologyError) -> String {
        guard let start = sqlite3_column_text(statement, column) else { return "" }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
        // The short way for most cells.
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw invalid("a cell is no UTF-8") }
        return text
    }

    private func prepare(_ sql: String) throws(OntologyError) -> OpaquePointer? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw invalid(message) }
        return statement
    }

    private var message: String { String(cString: sqlite3_errmsg(handle)) }

    /// `SQLITE_TRANSIENT`, a macro that Swift does not import: SQLite copies the text.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
