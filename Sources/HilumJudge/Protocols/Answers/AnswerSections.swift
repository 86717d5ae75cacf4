/// What an answer says under one heading.
struct AnswerSection {
    enum Kind {
        case significant, insignificant, matched
    }

    let kind: Kind
    /// The tokens behind the heading, up to the next one or the end.
    let tokens: ArraySlice<AnswerToken>
    /// Whether the answer ends with it.
    let isLast: Bool
}

/// The headings of an answer, in whatever dress: `Number of clinically significant errors by type:`, `[Clinically Significant
/// Errors]:`, `## Matched findings`, `"clinically_significant": {`. The same words within a sentence are none.
struct AnswerSections {
    private let tokens: [AnswerToken]
    /// How many words a heading may have behind the one that tells it.
    private static let longestTail = 12

    /// In the order of the answer.
    static func all(in tokens: [AnswerToken]) -> [AnswerSection] {
        let reader = AnswerSections(tokens: tokens)
        var headings: [(kind: AnswerSection.Kind, start: Int, end: Int)] = []
        var index = 0
        while index < tokens.count {
            if let heading = reader.heading(at: index) {
                headings.append((heading.kind, index, heading.end))
                index = heading.end
            } else {
                index += 1
            }
        }
        return headings.indices.map { number in
            let isLast = number + 1 == headings.count
            let end = isLast ? tokens.count : headings[number + 1].start
            return AnswerSection(kind: headings[number].kind, tokens: tokens[headings[number].end..<end], isLast: isLast)
        }
    }

    // MARK: One heading

    /// - Returns: its kind and the token behind it.
    private func heading(at index: Int) -> (kind: AnswerSection.Kind, end: Int)? {
        guard case .word = tokens[index], let (kind, behind) = subject(at: index) else { return nil }
        let tail = tail(from: behind)
        guard tail.ending != .words else { return nil }
        let place = place(before: index)
        let isHeading =
            switch tail.ending {
            case .colon: place != .inSentence && (place != .behindMark || tail.saysErrors || isOpen(tail.end))
            case .bracket: place == .atLineStart || place == .inBrackets
            case .line: place == .atLineStart || place == .counted
            case .words: false
            }
        return isHeading ? (kind, tail.end) : nil
    }

    /// `clinically significant`, `insignificant`, `not significant`, `matched findings`.
    private func subject(at index: Int) -> (kind: AnswerSection.Kind, end: Int)? {
        var next = index
        if token(next) == .word(.matched) {
            next += 1
            guard token(next) == .word(.finding) else { return nil }
            return (.matched, next + 1)
        }
        // Told by its first word alone.
        if index > 0, tokens[index - 1] == .word(.clinically) || tokens[index - 1] == .word(.not) { return nil }
        if token(next) == .word(.clinically) { next += 1 }
        var isNegated = false
        if token(next) == .word(.not) {
            isNegated = true
            next += 1
            while token(next) == .dash || token(next) == .word(.clinically) { next += 1 }
        }
        switch token(next) {
        case .word(.significant): return (isNegated ? .insignificant : .significant, next + 1)
        case .word(.insignificant) where !isNegated: return (.insignificant, next + 1)
        default: return nil
        }
    }

    private enum Ending {
        case colon, bracket, line, words
    }

    /// What a heading says behind its subject (`errors by type`), and how it ends.
    private func tail(from start: Int) -> (end: Int, ending: Ending, saysErrors: Bool) {
        var index = start
        var saysErrors = false
        var ending = Ending.words
        loop: while index < tokens.count, index < start + Self.longestTail {
            switch tokens[index] {
            case .word(.error), .word(.finding): saysErrors = true
            case .word(.by), .word(.type), .word(.number), .word(.of), .word(.be), .quote: break
            case .open(.round) where token(index + 1) == .word(.by): break
            case .close: ending = .bracket
            case .colon: return (index + 1, .colon, saysErrors)
            case .lineEnd, .blankLine, .open, .dash, .bar:
                return (index, ending == .bracket ? .bracket : .line, saysErrors)
            default: break loop
            }
            index += 1
        }
        if index == tokens.count { return (index, .line, saysErrors) }
        return (index, ending, saysErrors)
    }

    private enum Place {
        case atLineStart
        /// Behind `number of`.
        case counted
        /// Behind a quotation mark, as a key of JSON, or behind `[`.
        case inBrackets
        /// Behind a full stop, a comma or a round bracket.
        case behindMark
        case inSentence
    }

    private func place(before index: Int) -> Place {
        var place: Place?
        var previous = index - 1
        while previous >= 0, previous > index - Self.longestTail {
            switch tokens[previous] {
            case .lineEnd, .blankLine, .bar: return .atLineStart
            case .quote, .open(.square): place = place ?? .inBrackets
            case .open(.brace), .dash, .word(.the): break
            case .word(.number), .word(.of): place = .counted
            case .period, .close, .comma, .colon, .open(.round):
                return place ?? (isNumbering(behind: previous) ? .atLineStart : .behindMark)
            default: return place ?? .inSentence
            }
            previous -= 1
        }
        return previous < 0 ? .atLineStart : place ?? .inSentence
    }

    /// Whether a mark ends the number of a list, as in `1.` or `b)`.
    private func isNumbering(behind mark: Int) -> Bool {
        guard mark > 0, mark == 1 || tokens[mark - 2].endsLine else { return false }
        switch tokens[mark - 1] {
        case .count, .letter: return true
        default: return false
        }
    }

    private func isOpen(_ index: Int) -> Bool {
        if case .open = token(index) { true } else { false }
    }

    private func token(_ index: Int) -> AnswerToken? { index < tokens.count ? tokens[index] : nil }
}
