import HilumScoring

/// A category and its count, as an answer states it in one of its forms:
///
///     (A, 1)   A: 1   "false_positive_finding": 1   (a) False report of a finding: 1. pneumothorax   (1) Missing finding: 2
struct CategoryCount {
    enum Label: Equatable {
        case category(ErrorCategory)
        /// A category by its place, (1) to (6), which may also be the number of a list.
        case number(Int)
    }

    enum Count: Equatable {
        case of(Int)
        /// The form repeated: `(A, n)`.
        case placeholder
        /// A label that nothing counts: `(a) Pneumothorax is invented.`
        case missing
    }

    var label: Label
    var count: Count
    /// The token behind it.
    var end: Int
}

/// Reads one category and its count.
struct CategoryCountReader {
    let tokens: ArraySlice<AnswerToken>
    /// Whether the answer ends with the tokens.
    let isLast: Bool

    /// How far the count may stand behind the label.
    private static let farthest = 96
    private static let letters = ErrorCategory.allCases

    /// - Parameters:
    ///   - start: the token of the label, behind the brackets and quotation marks before it.
    ///   - isBracketed: whether a bracket stands before it.
    /// - Returns: nil where nothing of the kind begins.
    func read(at start: Int, isBracketed: Bool) throws(UnreadableAnswer) -> CategoryCount? {
        switch tokens[start] {
        case .letter(let letter):
            let label = CategoryCount.Label.category(Self.letters[Int(letter)])
            return try behindLabel(label, at: start + 1, isBracketed: isBracketed)
        case .count(let number) where isBracketed && (1...6).contains(number) && token(start + 1) == .close:
            return try behindLabel(.number(Int(number) - 1), at: start + 1, isBracketed: true)
        case .word: return try named(at: start)
        default: return nil
        }
    }

    /// `False positive finding: 1`, `"omission_finding": 2`
    private func named(at start: Int) throws(UnreadableAnswer) -> CategoryCount? {
        guard let name = CategoryName.at(start, in: tokens) else { return nil }
        var index = pastQuotes(name.end)
        if let token = token(index), Self.isOpen(token) { index = pastBrackets(index) }
        if let count = try separatedCount(at: index) {
            // Behind a comma a number ends what it stands in: not "the side is wrong, 2 cm too low".
            guard token(index) != .comma || endsCount(count.end) else { return nil }
            return CategoryCount(label: .category(name.category), count: count.count, end: count.end)
        }
        guard token(index) == .colon else { return nil }
        let count = try describedCount(from: index, inBrackets: false)
        return CategoryCount(label: .category(name.category), count: count?.count ?? .missing, end: count?.end ?? index)
    }

    // MARK: Behind a letter

    private func behindLabel(
        _ label: CategoryCount.Label, at index: Int, isBracketed: Bool
    ) throws(UnreadableAnswer) -> CategoryCount? {
        func found(_ count: CategoryCount.Count, _ end: Int) -> CategoryCount {
            CategoryCount(label: label, count: count, end: end)
        }
        var index = pastQuotes(index)
        let isClosed = isBracketed && token(index) == .close
        if isClosed { index = pastQuotes(index + 1) }
        if let count = try separatedCount(at: index) { return found(count.count, count.end) }
        if let count = try count(at: index), endsCount(count.end) { return found(count.count, count.end) }
        switch token(index) {
        case .colon, .period, .close, .dash, .bar, .open: break
        case .comma: if !isBracketed || isClosed { return nil }
        case .word where !isClosed:
            // The letter and the name, or the name behind an article.
            guard let named = try named(at: index), named.label == label || label == .category(Self.letters[0]) else {
                return nil
            }
            return named
        default: if !isClosed { return nil }
        }
        if let count = try describedCount(from: index, inBrackets: isBracketed && !isClosed) {
            return found(count.count, count.end)
        }
        switch token(index) {
        case .colon, .period, .close: return found(.missing, index)
        // (A, several), but not the letters of a text: (A, B and C)
        case .comma: return isLetterAlone(index + 1) ? nil : found(.missing, index)
        default: return isClosed ? found(.missing, index) : nil
        }
    }

    /// Whether a letter stands there as one of several, and not as an article.
    private func isLetterAlone(_ index: Int) -> Bool {
        guard case .letter = token(index) else { return false }
        switch token(index + 1) {
        case .comma, .close, .word(.and), .word(.or): return true
        default: return false
        }
    }

    /// `: 1`, `, 1`, `- 1`, `| 1`
    private func separatedCount(at index: Int) throws(UnreadableAnswer) -> (count: CategoryCount.Count, end: Int)? {
        switch token(index) {
        case .colon, .comma, .dash, .bar: break
        default: return nil
        }
        if index + 1 == tokens.endIndex, isLast { throw .cutOff }
        return try count(at: index + 1)
    }

    /// A count behind a description on the same line: `False report of a finding in the candidate: 2`, and in brackets `, 2)`.
    private func describedCount(
        from start: Int, inBrackets: Bool
    ) throws(UnreadableAnswer) -> (count: CategoryCount.Count, end: Int)? {
        var index = start
        while index < tokens.endIndex, index < start + Self.farthest {
            switch tokens[index] {
            case .lineEnd, .blankLine: return nil
            case .word(.no): if isFirstWord(index, from: start) { return (.of(0), index + 1) }
            case .open:
                // The next label.
                if case .letter = token(index + 1), token(index + 2) == .close || token(index + 2) == .comma { return nil }
            case .colon: if let count = try count(at: index + 1) { return count }
            case .comma where inBrackets:
                if let count = try count(at: index + 1), token(count.end) == .close { return count }
            default: break
            }
            index += 1
        }
        return nil
    }

    private func isFirstWord(_ index: Int, from start: Int) -> Bool {
        tokens[start..<index].allSatisfy { $0 == .period || $0 == .dash || $0 == .quote || $0 == .colon }
    }

    // MARK: Numbers

    /// - Throws: where a number stands there that counts nothing.
    private func count(at start: Int) throws(UnreadableAnswer) -> (count: CategoryCount.Count, end: Int)? {
        var index = start
        while index < start + 3, let token = token(index), token == .quote || Self.isOpen(token) { index += 1 }
        switch token(index) {
        case .count(let value):
            // 1 or 2, 1 - 2
            if token(index + 1) == .word(.or) || token(index + 1) == .dash, isNumber(index + 2) { throw .impossibleCount }
            return (.of(Int(value)), index + 1)
        case .noCount: throw .impossibleCount
        case .word(.no): return (.of(0), index + 1)
        case .word(.placeholder), .word(.number): return (.placeholder, index + 1)
        default: return nil
        }
    }

    /// Whether a number that nothing separates from its label is its count: `A 1, B 0`, not `a 2 cm nodule`.
    private func endsCount(_ index: Int) -> Bool {
        switch token(index) {
        case nil, .lineEnd, .blankLine, .comma, .close, .bar, .period, .quote: true
        default: false
        }
    }

    private func isNumber(_ index: Int) -> Bool {
        switch token(index) {
        case .count, .noCount: true
        default: false
        }
    }

    /// The token behind brackets on the same line.
    private func pastBrackets(_ start: Int) -> Int {
        var index = start
        while index < start + Self.farthest, let token = token(index), !token.endsLine {
            index += 1
            if token == .close { return pastQuotes(index) }
        }
        return start
    }

    private func pastQuotes(_ index: Int) -> Int {
        var index = index
        while token(index) == .quote { index += 1 }
        return index
    }

    private func token(_ index: Int) -> AnswerToken? { index < tokens.endIndex ? tokens[index] : nil }

    static func isOpen(_ token: AnswerToken) -> Bool {
        if case .open = token { true } else { false }
    }
}
