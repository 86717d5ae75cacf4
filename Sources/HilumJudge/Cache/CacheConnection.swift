import CSQLite

/// A connection to the file of a cache, for one thread at a time.
final class CacheConnection {
    private let path: String
    private var handle: OpaquePointer?
    /// Kept, by their SQL, as two of them are run again and again.
    private var statements: [String: OpaquePointer] = [:]

    /// A parameter or a cell.
    enum Value {
        case text(String)
        case integer(Int)
        case null

        var text: String? {
            if case .text(let text) = self { text } else { nil }
        }

        var integer: Int? {
            if case .integer(let integer) = self { integer } else { nil }
        }
    }

    /// - Parameters:
    ///   - path: a file; empty for one that SQLite removes when it is closed.
    ///   - isReadOnly: whether nothing may be made or changed.
    init(path: String, isReadOnly: Bool) throws(CacheError) {
        self.path = path
        let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        // A name that begins with a colon, such as :memory:, has a meaning of its own to SQLite.
        let file = path.hasPrefix(":") ? "./\(path)" : path
        guard sqlite3_open_v2(file, &handle, flags, nil) == SQLITE_OK, hilum_sqlite_defend(handle) == SQLITE_OK else {
            throw .unusable(path: path, reason: message)
        }
        // Another process may be writing.
        sqlite3_busy_timeout(handle, 30_000)
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// Runs a statement.
    /// - Parameter values: of its parameters.
    /// - Returns: the cells of its first row; nil without a row.
    @discardableResult
    func run(_ sql: String, _ values: [Value] = []) throws(CacheError) -> [Value]? {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        for (index, value) in zip(Int32(1)..., values) {
            let status =
                switch value {
                case .text(let text): sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), Self.transient)
                case .integer(let integer): sqlite3_bind_int64(statement, index, sqlite3_int64(integer))
                case .null: sqlite3_bind_null(statement, index)
                }
            guard status == SQLITE_OK else { throw error }
        }
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return (0..<sqlite3_column_count(statement)).map { Self.cell(of: statement, $0) }
        case SQLITE_DONE: return nil
        default: throw error
        }
    }

    private static func cell(of statement: OpaquePointer, _ column: Int32) -> Value {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, column)))
        default:
            let start = sqlite3_column_text(statement, column)
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
            return .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func prepared(_ sql: String) throws(CacheError) -> OpaquePointer {
        if let statement = statements[sql] { return statement }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw error }
        statements[sql] = statement
        return statement
    }

    /// What a call that failed means: another file, or one that cannot be worked on now.
    private var error: CacheError {
        switch sqlite3_errcode(handle) & 0xFF {
        case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_ERROR, SQLITE_SCHEMA: .foreign(path: path, reason: message)
        default: .unusable(path: path, reason: message)
        }
    }

    private var message: String { String(cString: sqlite3_errmsg(handle)) }

    /// `SQLITE_TRANSIENT`, a macro that Swift does not import: SQLite copies the text.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
