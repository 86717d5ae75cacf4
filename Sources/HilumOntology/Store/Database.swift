import CSQLite

/// A SQLite connection, reduced to what the ontology needs: run statements, read rows of text.
final class Database {
    private var handle: OpaquePointer?

    /// Opens a file; `readOnly` never creates one.
    init(path: String, readOnly: Bool) throws(OntologyError) {
        let flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else {
            let reason = message
            throw readOnly ? .unreadable(path: path, reason: reason) : .unwritable(path: path, reason: reason)
        }
    }

    /// Opens the bytes of a database file, read-only and in place: they must outlive the connection.
    init(bytes: UnsafeRawBufferPointer) throws(OntologyError) {
        guard sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else {
            throw .invalidStore(reason: message)
        }
        let start = UnsafeMutablePointer(mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
        let count = sqlite3_int64(bytes.count)
        let flags = UInt32(SQLITE_DESERIALIZE_READONLY)
        guard sqlite3_deserialize(handle, "main", start, count, count, flags) == SQLITE_OK else {
            throw .invalidStore(reason: message)
        }
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs a statement once for each row of parameters.
    func run(_ sql: String, rows: [[String]] = [[]]) throws(OntologyError) {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        for row in rows {
            for (index, cell) in row.enumerated() {
                sqlite3_bind_text(statement, Int32(index + 1), cell, -1, Self.transient)
            }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw .invalidStore(reason: message) }
            sqlite3_reset(statement)
        }
    }

    /// The rows of a query, each cell as text.
    func rows(_ sql: String) throws(OntologyError) -> [[String]] {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        let count = sqlite3_column_count(statement)
        var rows: [[String]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                rows.append((0..<count).map { sqlite3_column_text(statement, $0).map { String(cString: $0) } ?? "" })
            case SQLITE_DONE: return rows
            default: throw .invalidStore(reason: message)
            }
        }
    }

    private func prepare(_ sql: String) throws(OntologyError) -> OpaquePointer? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
            throw .invalidStore(reason: message)
        }
        return statement
    }

    private var message: String { String(cString: sqlite3_errmsg(handle)) }

    /// `SQLITE_TRANSIENT`, a macro that Swift does not import: SQLite copies the text.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
