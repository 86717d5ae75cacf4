/// What a stretch of a text's bytes is.
package enum TokenKind: UInt8, Sendable {
    case word, number
    /// A de-identification mark: `XXXX`, `___`, `[**…**]`.
    case mask
    case comma, semicolon, colon, openParenthesis, closeParenthesis
    /// `.`, `!` or `?`; in a report the splitter decides whether a sentence ends there.
    case stop
    case newline
    case symbol
}

/// Cuts bytes into tokens, one at a time: the phrases of the tables and the reports alike. Blanks and hyphens separate words and make no
/// token.
///
/// `2.5` is one number, and so is `1,200`; `8mm` is a number and a word, `2x3` two numbers and a word, `patient's` the word `patient`.
package struct Lexer {
    /// In bytes. A longer word is no word of the tables.
    package static let longestWord = 64

    private let text: UnsafeBufferPointer<UInt8>
    private var position: Int
    private let end: Int

    package init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        self.text = text
        position = start
        self.end = end
    }

    package struct Lexeme {
        package var kind: TokenKind
        package var start: Int
        package var end: Int
    }

    package mutating func next() -> Lexeme? {
        skipSeparators()
        guard position < end else { return nil }
        let start = position
        let byte = text[start]
        if ASCII.isLetter(byte) { return word() }
        if ASCII.isDigit(byte) || (byte == ASCII.stop && isDigit(at: start + 1) && !isDigit(at: start - 1)) { return number() }
        if byte == ASCII.underscore { return run(of: ASCII.underscore, as: .mask) }
        if byte == UInt8(ascii: "["), let close = closingMask() {
            position = close
            return Lexeme(kind: .mask, start: start, end: close)
        }
        position += 1
        return Lexeme(kind: kind(of: byte), start: start, end: position)
    }

    private mutating func skipSeparators() {
        while position < end {
            let byte = text[position]
            if ASCII.isBlank(byte) || byte == ASCII.hyphen {
                position += 1
            } else if byte >= 0x80, let width = separatorWidth(at: position) {
                position += width
            } else if byte == ASCII.apostrophe {
                position += isPossessive(at: position) ? 2 : 1
            } else {
                return
            }
        }
    }

    /// Bytes of a blank, dash, quote or bullet beyond ASCII at a position; nil for a letter.
    private func separatorWidth(at index: Int) -> Int? {
        func isByte(_ offset: Int, in range: ClosedRange<UInt8>) -> Bool {
            index + offset < end && range.contains(text[index + offset])
        }
        switch text[index] {
        // Latin-1 signs, among them the no-break space.
        case 0xC2 where isByte(1, in: 0x80...0xBF): return 2
        // General punctuation to dingbats: dashes, quotes, bullets, arrows, boxes.
        case 0xE2 where isByte(1, in: 0x80...0xAF) && isByte(2, in: 0x80...0xBF): return 3
        // The ideographic space, the byte order mark.
        case 0xE3 where isByte(1, in: 0x80...0x80) && isByte(2, in: 0x80...0x80): return 3
        case 0xEF where isByte(1, in: 0xBB...0xBB) && isByte(2, in: 0xBF...0xBF): return 3
        default: return nil
        }
    }

    private func isPossessive(at index: Int) -> Bool {
        index + 1 < end && text[index + 1] | 0x20 == UInt8(ascii: "s")
            && (index + 2 >= end || !ASCII.isLetter(text[index + 2]))
    }

    private mutating func word() -> Lexeme {
        let start = position
        if let width = crossWidth(at: start) {
            position += width
            return Lexeme(kind: .word, start: start, end: position)
        }
        var letters = 0
        var crosses = 0
        while position < end {
            let byte = text[position]
            guard ASCII.isLetter(byte) || ASCII.isDigit(byte) else { break }
            if byte >= 0x80, separatorWidth(at: position) != nil { break }
            if byte | 0x20 == UInt8(ascii: "x") { crosses += 1 }
            letters += 1
            position += 1
        }
        let kind: TokenKind = letters >= 3 && crosses == letters ? .mask : .word
        return Lexeme(kind: kind, start: start, end: position)
    }

    /// Bytes of a cross between two numbers, "2x3", at a position; nil where there is none.
    private func crossWidth(at index: Int) -> Int? {
        guard isDigit(at: index - 1) else { return nil }
        if text[index] | 0x20 == UInt8(ascii: "x") { return isDigit(at: index + 1) ? 1 : nil }
        return text[index] == 0xC3 && index + 1 < end && text[index + 1] == 0x97 ? 2 : nil
    }

    private mutating func number() -> Lexeme {
        let start = position
        while isDigit(at: position) { position += 1 }
        if text[start] != UInt8(ascii: "0"), (1...3).contains(position - start) {
            while isThousands(at: position) { position += 4 }
        }
        if position < end, text[position] == ASCII.stop, isDigit(at: position + 1) {
            position += 1
            while isDigit(at: position) { position += 1 }
        }
        return Lexeme(kind: .number, start: start, end: position)
    }

    /// A comma and three digits, no more: "1,000".
    private func isThousands(at index: Int) -> Bool {
        index < end && text[index] == UInt8(ascii: ",") && isDigit(at: index + 1) && isDigit(at: index + 2)
            && isDigit(at: index + 3) && !isDigit(at: index + 4)
    }

    private mutating func run(of byte: UInt8, as kind: TokenKind) -> Lexeme {
        let start = position
        while position < end, text[position] == byte { position += 1 }
        return Lexeme(kind: kind, start: start, end: position)
    }

    /// Where a mark such as `[**Name**]` ends, if one begins here.
    private func closingMask() -> Int? {
        guard position + 2 < end, text[position + 1] == UInt8(ascii: "*"), text[position + 2] == UInt8(ascii: "*") else {
            return nil
        }
        for index in (position + 3)..<min(end, position + 200) where text[index] == UInt8(ascii: "]") { return index + 1 }
        return nil
    }

    private func isDigit(at index: Int) -> Bool {
        index >= 0 && index < end && ASCII.isDigit(text[index])
    }

    private func kind(of byte: UInt8) -> TokenKind {
        switch byte {
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "("): .openParenthesis
        case UInt8(ascii: ")"): .closeParenthesis
        case ASCII.stop, UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
        case ASCII.newline: .newline
        default: .symbol
        }
    }

    /// The tokens of a phrase, lower-case.
    package static func words(of phrase: String) -> [String] {
        var words: [String] = []
        forEachLexeme(of: phrase) { words.append($1) }
        return words
    }

    /// The tokens of a phrase, lower-case, with their kinds.
    static func lexemes(of phrase: String) -> [(kind: TokenKind, text: String)] {
        var lexemes: [(TokenKind, String)] = []
        forEachLexeme(of: phrase) { lexemes.append(($0, $1)) }
        return lexemes
    }

    @inline(__always)
    private static func forEachLexeme(of phrase: String, _ body: (TokenKind, String) -> Void) {
        var phrase = phrase.utf8.contains { $0 >= 0x80 || ASCII.isUpper($0) } ? phrase.lowercased() : phrase
        phrase.withUTF8 { bytes in
            var lexer = Lexer(bytes, from: 0, to: bytes.count)
            while let lexeme = lexer.next() {
                body(lexeme.kind, String(decoding: bytes[lexeme.start..<lexeme.end], as: UTF8.self))
            }
        }
    }
}
