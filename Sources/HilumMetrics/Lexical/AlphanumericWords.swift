/// Words as Google's rouge_score makes them: runs of a–z and 0–9 of the text in lower case; whatever else there is divides words.
enum AlphanumericWords {
    /// Calls `body` with the letters of each word in turn, in lower case.
    /// - Parameter text: UTF-8.
    @inline(__always)
    static func forEach(in text: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { letters in
            text.withUnsafeBufferPointer { text in
                var count = 0
                var index = 0
                func endWord() {
                    if count > 0 { body(UnsafeBufferPointer(rebasing: letters[..<count])) }
                    count = 0
                }
                while index < text.count {
                    let byte = text[index]
                    index += 1
                    if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
                        letters[count] = byte | 0x20
                        count += 1
                    } else if byte &- UInt8(ascii: "0") < 10 {
                        letters[count] = byte
                        count += 1
                    } else if let letter = letter(from: byte, index, in: text) {
                        letters[count] = letter.lowercase
                        count += 1
                        index += letter.width - 1
                        if letter.endsWord { endWord() }
                    } else {
                        endWord()
                    }
                }
                endWord()
            }
        }
    }

    /// Of what is beyond ASCII, two letters alone have one of a–z in their lower case: the Kelvin sign (U+212A, k) and the dotted
    /// capital I (U+0130, an i and a combining dot, which divides words). All others divide words.
    /// - Parameter index: behind the first byte.
    private static func letter(
        from byte: UInt8, _ index: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> (lowercase: UInt8, width: Int, endsWord: Bool)? {
        if byte == 0xe2, text[index...].starts(with: [0x84, 0xaa]) { return (UInt8(ascii: "k"), 3, false) }
        if byte == 0xc4, text[index...].starts(with: [0xb0]) { return (UInt8(ascii: "i"), 2, true) }
        return nil
    }
}
