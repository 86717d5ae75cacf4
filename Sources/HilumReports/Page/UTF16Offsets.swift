import HilumExtraction

/// Where bytes of a text in UTF-8 lie in UTF-16, in which a browser counts.
struct UTF16Offsets {
    /// By byte, and behind the last one; nil where every byte is a character of its own.
    private let offsets: [Int32]?
    private let count: Int

    /// - Parameter text: UTF-8. Bytes that are none count as the one character by which they are shown.
    init(_ text: [UInt8]) {
        count = text.count
        guard text.contains(where: { $0 >= 0x80 }) else {
            offsets = nil
            return
        }
        var offsets: [Int32] = []
        offsets.reserveCapacity(text.count + 1)
        var next: Int32 = 0
        var parser = Unicode.UTF8.ForwardParser()
        var bytes = text.makeIterator()
        loop: while true {
            let (length, width): (Int, Int)
            switch parser.parseScalar(from: &bytes) {
            case .valid(let character): (length, width) = (character.count, UTF16.width(UTF8.decode(character)))
            case .error(let wrong): (length, width) = (wrong, 1)
            case .emptyInput: break loop
            }
            // Inside a character lies its beginning.
            for _ in 0..<length { offsets.append(next) }
            next += Int32(width)
        }
        offsets.append(next)
        self.offsets = offsets
    }

    /// - Parameter byte: beyond the end as at it.
    func offset(_ byte: Int) -> Int {
        guard let offsets else { return min(max(byte, 0), count) }
        return Int(offsets[min(max(byte, 0), offsets.count - 1)])
    }

    func span(_ span: TextSpan) -> TextSpan { TextSpan(offset(span.start), offset(span.end)) }
}
