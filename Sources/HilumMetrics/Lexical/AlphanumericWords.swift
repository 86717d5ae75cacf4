/// Words as Google's rouge_score makes them: runs of a–z and 0–9 of the text in lower case; whatever else there is divides words.
enum AlphanumericWords {
    /// Calls `body` with the letters of each word in turn, in lower case.
    /// - Parameter text: UTF-8.
    static func forEach(in text: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
        let letters = lowercased(text)
        var start = 0
        for index in letters.indices where !isAlphanumeric(letters[index]) {
            if start < index { body(letters[start..<index]) }
            start = index + 1
        }
        if start < letters.count { body(letters[start...]) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    /// Of what is beyond ASCII, two letters alone have one of a–z in their lower case: the Kelvin sign (U+212A, k) and the dotted
    /// capital I (U+0130, an i and a combining dot, which divides words). All others stay as they are, as they divide words.
    private static func lowercased(_ text: [UInt8]) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == 0xe2, text[index...].starts(with: [0xe2, 0x84, 0xaa]) {
                letters.append(UInt8(ascii: "k"))
                index += 3
            } else if byte == 0xc4, text[index...].starts(with: [0xc4, 0xb0]) {
                letters += [UInt8(ascii: "i"), UInt8(ascii: " ")]
                index += 2
            } else {
                let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
                letters.append(isCapital ? byte | 0x20 : byte)
                index += 1
            }
        }
        return letters
    }
}
