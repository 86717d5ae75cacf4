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
            let isNewInWords = words.insert(PlainWords.of(candidate.text)).inserted
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
