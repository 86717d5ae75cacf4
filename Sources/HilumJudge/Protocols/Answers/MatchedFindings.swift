/// Reads how many findings match: `3. effusion; edema; no pneumothorax`, `No matched findings`, or a list that is numbered from 1
/// on.
enum MatchedFindings {
    /// - Returns: nil where no number stands behind the heading.
    static func number(in tokens: ArraySlice<AnswerToken>) throws(UnreadableAnswer) -> Int? {
        for (index, token) in zip(tokens.indices, tokens) {
            switch token {
            case .open, .colon, .lineEnd, .blankLine, .dash, .quote, .bar, .comma, .close, .period: break
            case .word(.be), .word(.number), .word(.of): break
            case .word(.no): return 0
            case .noCount: throw .impossibleCount
            case .count(let first):
                let next = tokens[(index + 1)...].first
                if next == .word(.or) { throw .impossibleCount }
                let isNumbered = first == 1 && (next == .period || next == .close)
                return isNumbered ? lengthOfNumberedList(tokens[index...]) : Int(first)
            default: return nil
            }
        }
        return nil
    }

    /// - Parameter tokens: from the number 1 on.
    private static func lengthOfNumberedList(_ tokens: ArraySlice<AnswerToken>) -> Int {
        var length = 0
        var isLineStart = true
        for (index, token) in zip(tokens.indices, tokens) {
            if isLineStart, token == .count(Int16(clamping: length + 1)) {
                let next = tokens[(index + 1)...].first
                if next == .period || next == .close { length += 1 }
            }
            isLineStart = token.endsLine || isLineStart && token == .dash
        }
        return max(length, 1)
    }
}
