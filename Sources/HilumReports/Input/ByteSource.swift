#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file, or standard input, as chunks without a byte order mark, checked to be UTF-8 unless that is left to the reader.
final class ByteSource {
    /// What messages call it.
    let name: String
    /// The chunk at hand; what is between `position` and `limit` has not been read.
    private(set) var chunk: [UInt8]
    var position = 0
    private(set) var limit = 0

    private let descriptor: Int32
    private var checker: UTF8Checker?
    /// Met behind the good bytes of the chunk at hand.
    private var fault: UTF8Checker.Fault?
    private var isAtStart = true

    /// - Parameters:
    ///   - path: a file, or `-` for standard input.
    ///   - chunkSize: in bytes; at least the three of a byte order mark.
    ///   - isChecked: whether a byte that is no UTF-8 ends the input with an error.
    init(path: String, chunkSize: Int = 1 << 20, isChecked: Bool = true) throws(InputError) {
        checker = isChecked ? UTF8Checker() : nil
        name = path == "-" ? "standard input" : path
        chunk = [UInt8](repeating: 0, count: max(3, chunkSize))
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw InputError(file: name, problem: .unreadable(reason: String(cString: strerror(errno))))
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw InputError(file: name, problem: .directory)
        }
    }

    deinit {
        if descriptor > STDERR_FILENO { close(descriptor) }
    }

    /// Bytes of the chunk at hand that have not been read.
    var unread: ArraySlice<UInt8> { chunk[position..<limit] }

    /// Reads the next chunk; call when nothing of the last one is unread.
    /// - Parameters:
    ///   - line, row: where the reader stands, for the message.
    /// - Returns: false at the end.
    func refill(line: Int, row: Int) throws(InputError) -> Bool {
        position = 0
        limit = 0
        if let fault { throw error(fault, line, row) }
        var count = try read(at: 0)
        if isAtStart {
            isAtStart = false
            // A pipe may give the three bytes of a mark one at a time.
            while (1..<3).contains(count), chunk[0] == 0xEF {
                let more = try read(at: count)
                if more == 0 { break }
                count += more
            }
            if chunk[..<count].starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        }
        guard count > 0 else {
            if let fault = checker?.finish() { throw error(fault, line, row) }
            return false
        }
        limit = count
        if let found = chunk.withUnsafeBytes({ checker?.check(UnsafeRawBufferPointer(rebasing: $0[..<count])) }) {
            fault = found.fault
            limit = found.good
        }
        return position < limit ? true : try refill(line: line, row: row)
    }

    private func read(at start: Int) throws(InputError) -> Int {
        while true {
            let count = chunk.withUnsafeMutableBytes {
                systemRead(descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
            }
            if count >= 0 { return count }
            let reason = errno
            guard reason == EINTR else {
                throw InputError(file: name, problem: .unreadable(reason: String(cString: strerror(reason))))
            }
        }
    }

    private func error(_ fault: UTF8Checker.Fault, _ line: Int, _ row: Int) -> InputError {
        switch fault.finding {
        case .nul: InputError(file: name, problem: .nulByte(line: line, row: row, offset: fault.offset))
        case .invalid: InputError(file: name, problem: .invalidUTF8(line: line, row: row, offset: fault.offset))
        }
    }
}

/// `read` of the C library, whose name the method above takes.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
