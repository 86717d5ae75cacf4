import HilumExtraction

/// One of several texts written for the same prompt, with what it is worth.
public struct ScoredCandidate: Sendable, Hashable {
    /// UTF-8.
    public var text: [UInt8]
    /// Finite; higher is better. `KGScore.reward` (0–1), or a score that was given.
    public var reward: Double
    /// What the text says, without its words; nil where that is not known.
    public var content: StatedContent?
    /// What it gets wrong against the reference; empty where there is none.
    public var errors: [FactualityError]

    public init(text: [UInt8], reward: Double, content: StatedContent?, errors: [FactualityError] = []) {
        self.text = text
        self.reward = reward
        self.content = content
        self.errors = errors
    }

    /// The words in lower case with one blank between them, UTF-8: what a text is compared by.
    public static func plainWords(of text: some Collection<UInt8>) -> [UInt8] {
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

extension [ScoredCandidate] {
    /// Of those that say the same, in the same words (up to white space and case) or as the same graph, only one: the best; of equals
    /// the shortest, then the first in the order of bytes.
    /// - Returns: the best first; the order that they came in makes no difference.
    public func distinct() -> [ScoredCandidate] {
        var words: Set<[UInt8]> = []
        var contents: Set<StatedContent> = []
        return sorted(by: Self.precedes).filter { candidate in
            // Both are remembered, whichever of them was met before.
            let isNewInWords = words.insert(ScoredCandidate.plainWords(of: candidate.text)).inserted
            let isNewInContent = candidate.content.map { contents.insert($0).inserted } ?? true
            return isNewInWords && isNewInContent
        }
    }

    private static func precedes(_ one: ScoredCandidate, _ other: ScoredCandidate) -> Bool {
        if one.reward != other.reward { return one.reward > other.reward }
        if one.text.count != other.text.count { return one.text.count < other.text.count }
        return one.text.lexicographicallyPrecedes(other.text)
    }
}
