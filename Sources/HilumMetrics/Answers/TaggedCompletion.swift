/// The parts of a completion that reasons before it answers: `<think>…</think><answer>…</answer>`.
///
///     let completion = TaggedCompletion("<think>The heart is large.</think><answer>Cardiomegaly</answer>")
///     completion.answer        // the bytes of "Cardiomegaly"
///     completion.isWellFormed  // true
///
/// Tags are matched as they stand here, in lower case. Every text has parts, however it is formed:
/// * The reasoning begins behind the first `<think>`, or with the text where only `</think>` is there, as where the prompt ends in
///   `<think>`. It ends at the first `</think>` behind; where that is missing, at the first `<answer>`, else with the text.
/// * The answer is what stands between the first `<answer>` behind the reasoning and the `</answer>` that follows it; where there is
///   none, the first such pair anywhere. An answer that is not closed is none.
public struct TaggedCompletion: Sendable, Hashable {
    /// UTF-8.
    public let text: [UInt8]
    /// Bytes of `text`, without the tags; nil where no tag of reasoning is there.
    public let reasoning: Range<Int>?
    /// Bytes of `text`, without the tags; nil where there is no answer between tags.
    public let answer: Range<Int>?
    /// Bytes of `text` up to the answer that stand in no tags: before the reasoning, and between it and the answer.
    public let outside: [Range<Int>]
    /// Whether the whole text is `<think>…</think>` and then `<answer>…</answer>`, each tag once, with nothing but white space before,
    /// between and behind them: the format reward of CheXPO-v2.
    public let isWellFormed: Bool

    /// Bytes of `text` behind the reasoning and its tags; all of it where there is no reasoning.
    public let remainder: Range<Int>

    public init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// - Parameter text: UTF-8.
    public init(_ text: [UInt8]) {
        self.text = text
        let whole = 0..<text.count
        // The common case of a plain report.
        guard text.contains(UInt8(ascii: "<")) else {
            (reasoning, answer, remainder, outside, isWellFormed) = (nil, nil, whole, [whole], false)
            return
        }
        let think = text.firstRange(of: Self.think, in: whole)
        let thought = text.firstRange(of: Self.thought, in: (think?.upperBound ?? 0)..<text.count)
        if think != nil || thought != nil {
            let start = think?.upperBound ?? 0
            let open = text.firstRange(of: Self.answer, in: start..<text.count)
            let end = thought?.lowerBound ?? open?.lowerBound ?? text.count
            reasoning = start..<end
            remainder = (thought?.upperBound ?? end)..<text.count
        } else {
            reasoning = nil
            remainder = whole
        }
        answer = Self.answer(of: text, in: remainder) ?? Self.answer(of: text, in: whole)
        let end = answer.map { $0.lowerBound - Self.answer.count } ?? text.count
        let before = 0..<(think?.lowerBound ?? 0)
        outside = reasoning == nil ? [0..<end] : [before, min(remainder.lowerBound, end)..<end]
        isWellFormed = Self.isWellFormed(text)
    }

    /// The text of the answer, UTF-8: what stands between the tags; without them the first sentence of what is not reasoning, as
    /// `Sentence.first` has it.
    public var answerText: ArraySlice<UInt8> {
        answer.map { text[$0] } ?? Sentence.first(of: text[remainder])
    }

    /// The same without cutting: what stands between the tags; without them all that is not reasoning.
    public var fullAnswerText: ArraySlice<UInt8> { text[answer ?? remainder] }

    private static let think = Array("<think>".utf8)
    private static let thought = Array("</think>".utf8)
    private static let answer = Array("<answer>".utf8)
    private static let answered = Array("</answer>".utf8)

    private static func answer(of text: [UInt8], in range: Range<Int>) -> Range<Int>? {
        guard let open = text.firstRange(of: answer, in: range),
            let close = text.firstRange(of: answered, in: open.upperBound..<range.upperBound)
        else { return nil }
        return open.upperBound..<close.lowerBound
    }

    private static func isWellFormed(_ text: [UInt8]) -> Bool {
        var position = 0
        var gaps: [Range<Int>] = []
        for (index, tag) in [think, thought, answer, answered].enumerated() {
            guard let place = text.firstRange(of: tag, in: 0..<text.count), place.lowerBound >= position,
                text.firstRange(of: tag, in: place.upperBound..<text.count) == nil
            else { return false }
            // Before, between and behind the two parts.
            if index.isMultiple(of: 2) { gaps.append(position..<place.lowerBound) }
            position = place.upperBound
        }
        gaps.append(position..<text.count)
        return gaps.allSatisfy { text[$0].allSatisfy(\.isASCIISpace) }
    }
}

/// Where a sentence ends, for answers that stand in no tags.
public enum Sentence {
    /// The text up to its first `.`, `!` or `?` before white space or the end, or up to its first line end; without that mark, and
    /// without the white space around. So `3.5 cm` is one piece.
    public static func first(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let text = text.trimmedOfASCIISpace
        let end = text.indices.first { index in
            switch text[index] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                index + 1 == text.endIndex || text[index + 1].isASCIISpace
            default: false
            }
        }
        return text[..<(end ?? text.endIndex)].trimmedOfASCIISpace
    }
}
