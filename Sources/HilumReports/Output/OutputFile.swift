#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard output, or a file that appears whole or not at all: it is written beside its target under another name and renamed by
/// `finish`. Without `finish` it is removed, and what stood there before stays.
///
/// A target that is no regular file, such as `/dev/null` or a named pipe, is written to directly.
public final class OutputFile {
    /// What messages call it.
    public let name: String
    /// The file that is written until `finish`; nil for standard output and what is written to directly.
    public private(set) var temporaryPath: String?

    private let target: String
    private var descriptor: Int32

    /// Opens the output.
    /// - Parameters:
    ///   - path: nil or `-` for standard output.
    ///   - input: the file that is being read, which is refused as a target.
    /// - Throws: `OutputError`, before anything has been changed.
    public init(path: String?, input: String? = nil) throws(OutputError) {
        guard let path, path != "-" else {
            name = "standard output"
            target = "-"
            descriptor = STDOUT_FILENO
            return
        }
        name = path
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR { throw .unwritable(path: path, reason: "it is a folder") }
        if exists, let input, Self.isSame(status, input) { throw .isInput(path: path) }
        if exists, status.st_mode & S_IFMT != S_IFREG {
            target = path
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            target = exists ? Self.resolved(path) : path
            let temporary = Self.temporaryName(for: target)
            descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                temporaryPath = temporary
                if exists { fchmod(descriptor, status.st_mode & 0o777) }
            }
        }
        guard descriptor >= 0 else { throw .unwritable(path: path, reason: Self.reason(for: path)) }
    }

    deinit {
        if descriptor > STDERR_FILENO { close(descriptor) }
        if let temporaryPath { unlink(temporaryPath) }
    }

    /// Whether standard output is a terminal, and this is it.
    public var isTerminal: Bool { descriptor == STDOUT_FILENO && isatty(STDOUT_FILENO) != 0 }

    public func write(_ bytes: [UInt8]) throws(OutputError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: $0[written...])) }
            if count < 0 {
                guard errno != EINTR else { continue }
                throw errno == EPIPE ? .closedPipe : .unwritable(path: name, reason: String(cString: strerror(errno)))
            }
            written += count
        }
    }

    /// Puts the file in its place. Nothing may be written afterwards.
    public func finish() throws(OutputError) {
        guard descriptor > STDERR_FILENO else { return }
        let closed = close(descriptor)
        descriptor = -1
        // A full disk or quota may show only now.
        guard closed == 0, temporaryPath.map({ rename($0, target) }) ?? 0 == 0 else {
            throw .unwritable(path: name, reason: String(cString: strerror(errno)))
        }
        temporaryPath = nil
    }

    // MARK: Paths

    private static func isSame(_ status: stat, _ input: String) -> Bool {
        var other = stat()
        return stat(input, &other) == 0 && other.st_dev == status.st_dev && other.st_ino == status.st_ino
    }

    /// What a link leads to, so that the link stays.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func temporaryName(for path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.dropLast().map { $0 + "/" }.joined()
        return "\(folder).\(parts.last ?? "").\(getpid()).partial"
    }

    private static func reason(for path: String) -> String {
        errno == ENOENT ? "its folder does not exist; make it first" : String(cString: strerror(errno))
    }
}

/// `write` of the C library, whose name the method above takes.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(descriptor, buffer.baseAddress, buffer.count)
}
