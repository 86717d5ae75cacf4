#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of one file of a checkpoint: mapped into memory, part of the program, or in an array. They never change.
public final class CheckpointFile: @unchecked Sendable {
    /// What messages call it: its path.
    public let name: String
    /// As long as the file lives.
    let bytes: UnsafeRawBufferPointer
    private let release: (UnsafeRawBufferPointer) -> Void

    private init(name: String, bytes: UnsafeRawBufferPointer, release: @escaping (UnsafeRawBufferPointer) -> Void) {
        self.name = name
        self.bytes = bytes
        self.release = release
    }

    deinit { release(bytes) }

    /// Maps a file into memory, of which what is read is loaded. It must not be written to meanwhile: replace it by another instead.
    /// - Throws: `ModelError.unreadable` where there is no such file, or it is none that can be mapped.
    public convenience init(contentsOf path: String) throws(ModelError) {
        // A pipe that nobody writes to would block.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(file: path, reason: Self.systemReason()) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(file: path, reason: Self.systemReason()) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(file: path, reason: "it is no regular file; give the path of a file")
        }
        let count = Int(status.st_size)
        guard count > 0 else {
            self.init([], named: path)
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw .unreadable(file: path, reason: Self.systemReason())
        }
        self.init(name: path, bytes: UnsafeRawBufferPointer(start: start, count: count)) { bytes in
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        }
    }

    /// Bytes that are part of the program; they are not copied.
    /// - Parameter bytes: they stay where they are until the program ends.
    public convenience init(embedded bytes: UnsafeRawBufferPointer, named name: String) {
        self.init(name: name, bytes: bytes) { _ in }
    }

    /// Bytes of one's own; they are copied once.
    public convenience init(_ bytes: [UInt8], named name: String) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        self.init(name: name, bytes: UnsafeRawBufferPointer(copy)) { $0.deallocate() }
    }

    /// Calls `body` with the bytes, which stay where they are until it returns.
    public func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(bytes)
    }

    private static func systemReason() -> String { String(cString: strerror(errno)) }
}
