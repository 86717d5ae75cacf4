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

    /// Whether writing goes on without effect when the reader of standard output has gone, as there is another output to complete.
    public var outlivesReader = false

    private let target: String
    private var descriptor: Int32

    /// Opens the output.
    /// - Parameters:
    ///   - path: nil or `-` for standard output.
    ///   - input: the file that is being read, which is refused as a target.
    ///   - mustBeRegular: whether to refuse devices and pipes, which cannot hold the output as a file.
    /// - Throws: `OutputError`, before anything has been changed.
    public init(path: String?, input: String? = nil, mustBeRegular: Bool = false) throws(OutputError) {
        guard let path, path != "-" else {
            name = "standard output"
            target = "-"
            descriptor = STDOUT_FILENO
            return
        }
        guard !path.isEmpty else { throw .unwritable(path: "a file without a name", reason: "give it one") }
        name = path
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR { throw .unwritable(path: path, reason: "it is a folder") }
        if exists, let input, Self.isSame(status, input) { throw .isInput(path: path) }
        if !exists, lstat(path, &status) == 0 { throw .unwritable(path: path, reason: "it is a link that leads nowhere") }
        if exists, status.st_mode & S_IFMT != S_IFREG {
            guard !mustBeRegular else { throw .unwritable(path: path, reason: "it is no regular file") }
            target = path
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            // What a link leads to, so that the link stays.
            target = Self.real(path) ?? path
            descriptor = -1
            for attempt in 0..<100 {
                let temporary = Self.temporaryName(for: target, attempt: attempt)
                descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
                guard descriptor < 0 else {
                    temporaryPath = temporary
                    break
                }
                // Left behind by a killed process of the same number.
                guard errno == EEXIST else { break }
            }
            if descriptor >= 0, exists { fchmod(descriptor, status.st_mode & 0o777) }
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
                if errno == EPIPE, outlivesReader { return }
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

    /// Whether there is anything at a path, a link that leads nowhere included.
    public static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether there is a folder at a path.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func isSame(_ status: stat, _ input: String) -> Bool {
        var other = stat()
        return stat(input, &other) == 0 && other.st_dev == status.st_dev && other.st_ino == status.st_ino
    }

    /// Where a file lies that is there, without links and dots.
    private static func real(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Whether two paths name one file, be it there or not.
    public static func isSame(_ one: String, _ other: String) -> Bool { located(one) == located(other) }

    /// A path whose folder, and whose last part if it is there, has neither links nor dots.
    private static func located(_ path: String) -> String {
        if let real = real(path) { return real }
        let (folder, name) = parts(of: path)
        return "\(real(folder.isEmpty ? "." : folder) ?? folder)/\(name)"
    }

    /// The folder, with its slash, and the rest.
    private static func parts(of path: String) -> (folder: String, name: Substring) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return (parts.dropLast().map { $0 + "/" }.joined(), parts.last ?? "")
    }

    /// A hidden name beside the target, of no more bytes than a file system takes.
    private static func temporaryName(for path: String, attempt: Int) -> String {
        var (folder, name) = parts(of: path)
        let suffix = attempt == 0 ? ".\(getpid()).partial" : ".\(getpid()).\(attempt).partial"
        while 1 + name.utf8.count + suffix.utf8.count > longestName { name.removeLast() }
        return "\(folder).\(name)\(suffix)"
    }

    private static let longestName = 255

    private static func reason(for path: String) -> String {
        errno == ENOENT ? "its folder does not exist; make it first" : String(cString: strerror(errno))
    }
}

/// `write` of the C library, whose name the method above takes.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(descriptor, buffer.baseAddress, buffer.count)
}
