import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Completions by what was asked, so that nothing is paid for twice: in a SQLite file, where each is safe as soon as it is kept, also
/// from a process that is killed. Several processes may use one file.
///
/// Of a request it keeps a hash of 128 bits alone, so no reports; but a completion may quote from them. The file is made for its
/// owner's eyes (0600).
public final class CompletionCache: Sendable {
    private let connection: Mutex<CacheConnection>

    /// Marks a file as a cache of completions: "HiJu".
    private static let applicationID = 0x4869_4A75
    private static let version = 1

    /// Opens a cache, and makes it if there is none.
    /// - Parameter path: nil for one that is forgotten when it is closed.
    /// - Throws: `CacheError`.
    public convenience init(path: String?) throws(CacheError) {
        if let path { try Self.makeFile(path) }
        let connection = try CacheConnection(path: path ?? "", isReadOnly: false)
        try Self.prepare(connection, path: path ?? "")
        self.init(connection)
    }

    /// Opens a cache to look things up.
    /// - Returns: nil if there is none.
    public static func existing(path: String) throws(CacheError) -> CompletionCache? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_size > 0 else { return nil }
        let connection = try CacheConnection(path: path, isReadOnly: true)
        guard try identify(connection, path: path) else { return nil }
        return CompletionCache(connection)
    }

    private init(_ connection: sending CacheConnection) {
        self.connection = Mutex(connection)
    }

    /// The completion of a request; nil if there is none yet.
    public func completion(of request: ChatRequest) throws(CacheError) -> Completion? {
        let cells = try connection.withLock { connection throws(CacheError) in
            try connection.run(
                "SELECT completion, finish_reason, model, prompt_tokens, completion_tokens FROM completions WHERE request = ?",
                [.text(request.identity.hexadecimal)])
        }
        guard let cells, cells.count == 5, let text = cells[0].text else { return nil }
        var completion = Completion(text: text, finishReason: cells[1].text, model: cells[2].text)
        if let prompt = cells[3].integer, let tokens = cells[4].integer {
            completion.usage = TokenUsage(prompt: prompt, completion: tokens)
        }
        return completion
    }

    /// Keeps a completion, in place of an earlier one of the same request.
    public func keep(_ completion: Completion, of request: ChatRequest) throws(CacheError) {
        let cells: [CacheConnection.Value] = [
            .text(request.identity.hexadecimal), .text(completion.text), .init(completion.finishReason), .init(completion.model),
            .init(completion.usage?.prompt), .init(completion.usage?.completion),
        ]
        _ = try connection.withLock { connection throws(CacheError) in
            try connection.run("INSERT OR REPLACE INTO completions VALUES (?, ?, ?, ?, ?, ?)", cells)
        }
    }

    // MARK: The file

    /// Makes an empty file, unless there is one: opening that and closing it again would take the locks of another connection.
    private static func makeFile(_ path: String) throws(CacheError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 || errno == EEXIST else { throw .unusable(path: path, reason: String(cString: strerror(errno))) }
        if descriptor >= 0 { close(descriptor) }
    }

    private static func prepare(_ connection: CacheConnection, path: String) throws(CacheError) {
        // Before anything is written: the file may be another program's.
        if try identify(connection, path: path) { return try tune(connection) }
        try tune(connection)
        try connection.run("BEGIN IMMEDIATE")
        // Another process may have been faster.
        if try !identify(connection, path: path) {
            try connection.run(
                """
                CREATE TABLE completions (request TEXT PRIMARY KEY, completion TEXT NOT NULL, finish_reason TEXT, model TEXT, \
                prompt_tokens INTEGER, completion_tokens INTEGER) WITHOUT ROWID
                """)
            try connection.run("PRAGMA application_id = \(applicationID)")
            try connection.run("PRAGMA user_version = \(version)")
        }
        try connection.run("COMMIT")
    }

    /// What is kept outlives the process at once; of a loss of power only the last may be lost.
    private static func tune(_ connection: CacheConnection) throws(CacheError) {
        try connection.run("PRAGMA journal_mode = WAL")
        try connection.run("PRAGMA synchronous = NORMAL")
    }

    /// Whether this is a cache; false if it is empty.
    private static func identify(_ connection: CacheConnection, path: String) throws(CacheError) -> Bool {
        let id = try connection.run("PRAGMA application_id")?.first?.integer
        if id == applicationID {
            guard try connection.run("PRAGMA user_version")?.first?.integer == version else {
                throw .foreign(path: path, reason: "another version of Hilum made it")
            }
            return true
        }
        guard id == 0, try connection.run("SELECT count(*) FROM sqlite_master")?.first?.integer == 0 else {
            throw .foreign(path: path, reason: "it is a database of another program's")
        }
        return false
    }
}

extension CacheConnection.Value {
    fileprivate init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    fileprivate init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .null }
}
