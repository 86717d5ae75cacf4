/// Cuts an answer into tokens, in one pass.
struct AnswerLexer {
    private let text: [UInt8]
    private let end: Int
    private var position: Int
    private var tokens: [AnswerToken] = []

    /// - Parameter text: see `AnswerCharacters`.
    static func tokens(of text: [UInt8], in range: Range<Int>) -> [AnswerToken] {
        var lexer = AnswerLexer(text: text, end: range.upperBound, position: range.lowerBound)
        lexer.run()
        return lexer.tokens
    }

    private init(text: [UInt8], end: Int, position: Int) {
        self.text = text
        self.end = end
        self.position = position
    }

    private mutating func run() {
        tokens.reserveCapacity((end - position) / 3)
        while position < end {
            let byte = text[position]
            if Self.isLetter(byte) {
                word()
            } else if Self.isDigit(byte) {
                number(isSigned: false)
            } else {
                position += 1
                mark(byte)
            }
        }
    }

    private mutating func mark(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\n"): lineEnd()
        case UInt8(ascii: "("): tokens.append(.open(.round))
        case UInt8(ascii: "["): tokens.append(.open(.square))
        case UInt8(ascii: "{"): tokens.append(.open(.brace))
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): tokens.append(.close)
        case UInt8(ascii: ":"): tokens.append(.colon)
        case UInt8(ascii: "="):
            tokens.append(.colon)
            if next == UInt8(ascii: ">") || next == UInt8(ascii: "=") { position += 1 }
        case UInt8(ascii: ","), UInt8(ascii: ";"): tokens.append(.comma)
        case UInt8(ascii: "."): period()
        case UInt8(ascii: "-"): dash()
        case UInt8(ascii: "|"): tokens.append(.bar)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): tokens.append(.quote)
        // More or less than a number is no number.
        case UInt8(ascii: "<"), UInt8(ascii: ">"): if let next, Self.isDigit(next) { number(isSigned: true) }
        case UInt8(ascii: "?"): tokens.append(.word(.placeholder))
        default: break
        }
    }

    private var next: UInt8? { position < end ? text[position] : nil }

    /// The byte before the mark that has just been read.
    private var beforeMark: UInt8? { position >= 2 ? text[position - 2] : nil }

    private mutating func lineEnd() {
        switch tokens.last {
        case .lineEnd: tokens[tokens.count - 1] = .blankLine
        case .blankLine: break
        default: tokens.append(.lineEnd)
        }
    }

    private mutating func period() {
        if let next, Self.isDigit(next) { return number(isSigned: true) }
        tokens.append(.period)
    }

    private mutating func dash() {
        if next == UInt8(ascii: ">") {
            position += 1
            tokens.append(.colon)
        } else if let next, Self.isDigit(next), !(beforeMark.map { Self.isLetter($0) } ?? false) {
            number(isSigned: true)
        } else if tokens.last != .dash {
            tokens.append(.dash)
        }
    }

    // MARK: Words

    private mutating func word() {
        let start = position
        var hash = AnswerWord.emptyHash
        text.withUnsafeBufferPointer { text in
            while position < end {
                let byte = text[position]
                if Self.isLetter(byte) || Self.isDigit(byte) {
                    AnswerWord.add(byte | 0x20, to: &hash)
                } else if byte == UInt8(ascii: "'"), position + 1 < end, Self.isLetter(text[position + 1]) {
                    // can't, finding's: one word
                } else {
                    break
                }
                position += 1
            }
        }
        let letter = text[start] | 0x20
        if position == start + 1, (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) {
            tokens.append(.letter(letter - UInt8(ascii: "a")))
        } else if let number = AnswerWord.numbersByHash[hash] {
            tokens.append(.count(Int16(number)))
        } else if let word = AnswerWord.byHash[hash] {
            tokens.append(.word(word))
        } else {
            // One is enough to tell that there are words.
            if tokens.last != .other { tokens.append(.other) }
        }
    }

    // MARK: Numbers

    /// - Parameter isSigned: whether something before the digits makes them no count.
    private mutating func number(isSigned: Bool) {
        var value = 0
        var isCount = !isSigned
        text.withUnsafeBufferPointer { text in
            var digits = 0
            while position < end {
                let byte = text[position]
                if Self.isDigit(byte) {
                    value = min(value * 10 + Int(byte - UInt8(ascii: "0")), AnswerToken.mostCount + 1)
                    digits += 1
                } else if Self.isLetter(byte) || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+") {
                    isCount = false  // 2nd, 5mm, 50%, 3+
                } else if Self.joins(byte, text, position, end) {
                    isCount = false  // 1.5, 1/2, 1-2, 1,000
                } else {
                    break
                }
                position += 1
            }
        }
        tokens.append(isCount && value <= AnswerToken.mostCount ? .count(Int16(value)) : .noCount)
    }

    /// Whether a mark between digits makes one number of them.
    private static func joins(_ mark: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int) -> Bool {
        func isDigit(at place: Int) -> Bool { place < end && Self.isDigit(text[place]) }
        switch mark {
        case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "^"): return isDigit(at: position + 1)
        case UInt8(ascii: ","):
            return (1...3).allSatisfy { isDigit(at: position + $0) } && !isDigit(at: position + 4)
        default: return false
        }
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == AnswerCharacters.foreignLetter
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
