/// Words in lower case with one blank between them: what a text is compared by where its spelling counts.
public enum PlainWords {
    /// - Parameter text: UTF-8, as is the result.
    public static func of(_ text: some Collection<UInt8>) -> [UInt8] {
        guard text.allSatisfy({ $0 < 0x80 }) else {
            let letters = String(decoding: text, as: UTF8.self).lowercased().unicodeScalars
            let words = letters.split(whereSeparator: \.properties.isWhitespace)
            return Array(words.map { String(Substring($0)) }.joined(separator: " ").utf8)
        }
        var words: [UInt8] = []
        words.reserveCapacity(text.count)
        var isBehindWord = false
        for byte in text {
            // Blank, tab and what ends lines.
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                isBehindWord = !words.isEmpty
                continue
            }
            if isBehindWord { words.append(0x20) }
            isBehindWord = false
            words.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return words
    }
}
