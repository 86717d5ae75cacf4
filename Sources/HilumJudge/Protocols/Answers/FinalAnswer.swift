/// The part of a completion that answers: what stands behind the reasoning of models that think between tags.
enum FinalAnswer {
    /// - Parameter text: see `AnswerCharacters`.
    /// - Throws: where the reasoning does not end.
    static func range(in text: [UInt8]) throws(UnreadableAnswer) -> Range<Int> {
        // Without the opening tag where the prompt ends in it; the last one counts, as reasoning may speak of tags.
        var start = 0
        var open: Int?
        var position = 0
        while let tag = nextTag(in: text, from: position) {
            if tag.isClosing {
                start = tag.range.upperBound
                open = nil
            } else if open == nil {
                open = tag.range.lowerBound
            }
            position = tag.range.upperBound
        }
        guard let open else { return start..<text.count }
        guard text[start..<open].contains(where: { $0 > 0x20 }) else { throw .cutOffInReasoning }
        return start..<open
    }

    private static let names = ["think", "thinking", "thought", "reasoning"].map { Array($0.utf8) }

    private static func nextTag(in text: [UInt8], from position: Int) -> (range: Range<Int>, isClosing: Bool)? {
        var start = position
        while let bracket = text[start...].firstIndex(of: UInt8(ascii: "<")) {
            let isClosing = bracket + 1 < text.count && text[bracket + 1] == UInt8(ascii: "/")
            let name = bracket + (isClosing ? 2 : 1)
            for tag in names where name + tag.count < text.count && text[name + tag.count] == UInt8(ascii: ">") {
                // ASCII letters differ from their small ones by a bit.
                if text[name..<name + tag.count].elementsEqual(tag, by: { $0 | 0x20 == $1 }) {
                    return (bracket..<name + tag.count + 1, isClosing)
                }
            }
            start = bracket + 1
        }
        return nil
    }
}
