/// Words as Google's rouge_score makes them: runs of a–z and 0–9 of the text in lower case; whatever else there is divides words.
enum AlphanumericWords {
    /// Calls `body` with the letters of each word in turn, in lower case.
    /// - Parameter text: UTF-8.
    @inline(__always)
    static func forEach(in text: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let letters = lowercased(text)
        letters.withUnsafeBufferPointer { letters in
            var start = 0
            for index in letters.indices where !isAlphanumeric(letters[index]) {
                if start < index { body(UnsafeBufferPointer(rebasing: letters[start..<index])) }
                start = index + 1
            }
            if start < letters.count { body(UnsafeBufferPointer(rebasing: letters[start...])) }
        }
    }

    @inline(__always)
    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }

    /// Of what is beyond ASCII, two letters alone have one of a–z in their lower case: the Kelvin sign (U+212A, k) and the dotted
    /// capital I (U+0130, an i and a combining dot, which divides words). All others stay as they are, as they divide words.
    private static func lowercased(_ text: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: text.count) { letters, count in
            text.withUnsafeBufferPointer { text in
                var index = 0
                while index < text.count {
                    let byte = text[index]
                    if byte < 0x80 {
                        letters[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
                        index += 1
                    } else if byte == 0xe2, text[index...].starts(with: [0xe2, 0x84, 0xaa]) {
                        letters[count] = UInt8(ascii: "k")
                        index += 3
                    } else if byte == 0xc4, text[index...].starts(with: [0xc4, 0xb0]) {
                        letters[count] = UInt8(ascii: "i")
                        count += 1
                        letters[count] = UInt8(ascii: " ")
                        index += 2
                    } else {
                        letters[count] = byte
                        index += 1
                    }
                    count += 1
                }
            }
        }
    }
}
