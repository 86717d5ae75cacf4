/// Words as Python's `str.split()` makes them: whatever stands between white space, letter case and punctuation kept.
enum WhitespaceWords {
    /// Calls `body` with the bytes of each word in turn.
    /// - Parameter text: UTF-8.
    @inline(__always)
    static func forEach(in text: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        text.withUnsafeBufferPointer { text in
            var index = 0
            var start = 0
            while index < text.count {
                let byte = text[index]
                // Letters, digits and ASCII signs first, which most bytes are.
                let length = byte > 0x20 && byte < 0xc2 ? 0 : whiteSpaceLength(in: text, at: index)
                if length == 0 {
                    index += 1
                    continue
                }
                if start < index { body(UnsafeBufferPointer(rebasing: text[start..<index])) }
                index += length
                start = index
            }
            if start < text.count { body(UnsafeBufferPointer(rebasing: text[start...])) }
        }
    }

    /// The bytes of the white space that begins at `index`; 0 where none does. White space is what `str.isspace()` says:
    /// Unicode's, and the information separators U+001C–U+001F besides.
    private static func whiteSpaceLength(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch text[index] {
        case 0x20, 0x09...0x0d, 0x1c...0x1f: 1
        case 0xc2...0xe3: wideWhiteSpaceLength(in: text, at: index)
        default: 0
        }
    }

    private static func wideWhiteSpaceLength(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        guard index + 1 < text.count else { return 0 }
        let last = index + 2 < text.count ? text[index + 2] : 0
        switch (text[index], text[index + 1]) {
        case (0xc2, 0x85), (0xc2, 0xa0): return 2  // next line, no-break space
        case (0xe1, 0x9a): return last == 0x80 ? 3 : 0  // Ogham space
        case (0xe2, 0x80): return last >= 0x80 && last <= 0x8a || last == 0xa8 || last == 0xa9 || last == 0xaf ? 3 : 0
        case (0xe2, 0x81): return last == 0x9f ? 3 : 0  // mathematical space
        case (0xe3, 0x80): return last == 0x80 ? 3 : 0  // ideographic space
        default: return 0
        }
    }
}
