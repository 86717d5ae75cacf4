/// Bytes that grow at their end, in memory that is used again and again: what the writers write into.
struct ByteBuffer: Sendable {
    /// Longer than what is written, so that writing is a copy into room that is there; what lies behind is of no matter.
    private var storage: [UInt8] = []
    private(set) var count = 0

    /// What has been written.
    var bytes: [UInt8] { Array(storage[..<count]) }

    /// Forgets what has been written and keeps the memory.
    mutating func removeAll() { count = 0 }

    /// Makes room for so many bytes more, so that it need not grow on the way.
    mutating func reserve(_ size: Int) {
        if count + size > storage.count { grow(to: count + size) }
    }

    // MARK: Writing

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == storage.count { grow(to: count + 1) }
        storage[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        let size = text.utf8CodeUnitCount
        extend(atMost: size) { room in
            room.update(from: text.utf8Start, count: size)
            return size
        }
    }

    @inline(__always)
    mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
        guard let start = source.baseAddress else { return }
        extend(atMost: source.count) { room in
            room.update(from: start, count: source.count)
            return source.count
        }
    }

    @inline(__always)
    mutating func append(_ source: [UInt8]) {
        source.withUnsafeBufferPointer { append($0) }
    }

    /// Writes behind what is there.
    /// - Parameters:
    ///   - most: how many bytes may be written.
    ///   - write: gives how many it has written.
    @inline(__always)
    mutating func extend(atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        let end = count
        if end + most > storage.count { grow(to: end + most) }
        count += storage.withUnsafeMutableBufferPointer { room in
            guard let start = room.baseAddress else { return 0 }
            return write(start + end)
        }
    }

    @inline(never)
    private mutating func grow(to least: Int) {
        let old = storage
        let written = count
        storage = [UInt8](repeating: 0, count: max(least, 2 * old.count, 256))
        storage.withUnsafeMutableBytes { room in
            old.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<written])) }
        }
    }
}
