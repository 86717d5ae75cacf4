#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of a file that is PNG or JPEG by its beginning.
enum ImageFile {
    /// Reads a file. Of one that is no image only the beginning is read, of one that is too large no more than the most there may be;
    /// a file may be a pipe.
    static func bytes(of path: String, most: Int) throws(ImageError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(file: path, reason: lastReason()) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(file: path, reason: lastReason()) }
        let isRegular = status.st_mode & S_IFMT == S_IFREG

        var bytes = try read(descriptor, path, atMost: ImageFormat.sniffedBytes)
        try check(bytes, path)
        guard !isRegular || Int(status.st_size) <= most else { throw .tooLarge(file: path) }
        if isRegular { bytes.reserveCapacity(Int(status.st_size)) }
        while bytes.count <= most {
            let more = try read(descriptor, path, atMost: min(1 << 20, most + 1 - bytes.count))
            guard !more.isEmpty else { return bytes }
            bytes += more
        }
        throw .tooLarge(file: path)
    }

    /// That bytes begin as an image that is read.
    static func check(_ bytes: [UInt8], _ file: String) throws(ImageError) {
        guard !bytes.isEmpty else { throw .empty(file: file) }
        let format = ImageFormat(sniffing: bytes)
        guard format == .png || format == .jpeg else { throw .otherFormat(file: file, format: format) }
    }

    /// So many bytes, or fewer at the end of the file.
    private static func read(_ descriptor: Int32, _ path: String, atMost count: Int) throws(ImageError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let received = retryingRead(descriptor, base + filled, count - filled)
                guard received >= 0 else {
                    failure = errno
                    return
                }
                guard received > 0 else { return }
                filled += received
            }
        }
        guard failure == 0 else {
            throw .unreadable(file: path, reason: failure == EISDIR ? "it is a folder; name a file in it" : reason(failure))
        }
        return bytes
    }

    private static func retryingRead(_ descriptor: Int32, _ target: UnsafeMutableRawPointer, _ count: Int) -> Int {
        while true {
            #if canImport(Glibc)
                let received = Glibc.read(descriptor, target, count)
            #elseif canImport(Musl)
                let received = Musl.read(descriptor, target, count)
            #else
                let received = Darwin.read(descriptor, target, count)
            #endif
            if received >= 0 || errno != EINTR { return received }
        }
    }

    private static func lastReason() -> String { reason(errno) }

    private static func reason(_ number: Int32) -> String {
        String(cString: strerror(number))
    }
}
