import HilumExtraction

/// Where bytes of a text in UTF-8 lie in UTF-16, in which a browser counts.
struct UTF16Offsets {
    /// By byte, and behind the last one; nil where every byte is a character of its own.
    private let offsets: [Int32]?
    private let count: Int

    /// - Parameter text: UTF-8. A byte that is none counts as the one character by which it is shown.
    init(_ text: [UInt8]) {
        count = text.count
        guard text.contains(where: { $0 >= 0x80 }) else {
            offsets = nil
            return
        }
        var offsets: [Int32] = []
        offsets.reserveCapacity(text.count + 1)
        var next: Int32 = 0
        for character in String(decoding: text, as: UTF8.self).unicodeScalars {
            // Inside a character lies its beginning.
            for _ in 0..<UTF8.width(character) { offsets.append(next) }
            next += Int32(UTF16.width(character))
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
