/// Cuts bytes into tokens, one at a time: the phrases of the tables and the reports alike. Blanks and hyphens separate words and make no
/// token.
///
/// `2.5` is one number, and so is `1,200`; `8mm` is a number and a word, `2x3` two numbers and a word, `patient's` the word `patient`.
public struct Lexer {
    /// In bytes. A longer word is no word of the tables.
    @inlinable public static var longestWord: Int { 64 }

    @usableFromInline let text: UnsafeBufferPointer<UInt8>
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable public init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        self.text = text
        position = start
        self.end = end
    }

    public struct Lexeme {
        public var kind: TokenKind
        /// In bytes of the text.
        public var start: Int
        public var end: Int
        /// Of its bytes; that of the empty word for a mask.
        public var hash: WordHash

        @inlinable init(kind: TokenKind, start: Int, end: Int, hash: WordHash = WordHash()) {
            self.kind = kind
            self.start = start
            self.end = end
            self.hash = hash
        }
    }

    @inlinable @inline(__always)
    public mutating func next() -> Lexeme? {
        while position < end {
            let start = position
            let byte = text[start]
            if ASCII.isLetter(byte) {
                if byte >= 0x80, let width = separatorWidth(at: start) {
                    position += width
                    continue
                }
                return word()
            }
            if ASCII.isBlank(byte) || byte == ASCII.hyphen {
                position += 1
                continue
            }
            if byte == ASCII.apostrophe {
                position += isPossessive(at: start) ? 2 : 1
                continue
            }
            if ASCII.isDigit(byte) || (byte == ASCII.stop && isDigit(at: start + 1) && !isDigit(at: start - 1)) {
                return number()
            }
            if byte == ASCII.underscore { return run(of: ASCII.underscore, as: .mask) }
            if byte == UInt8(ascii: "["), let close = closingMask() {
                position = close
                return Lexeme(kind: .mask, start: start, end: close)
            }
            position += 1
            return Lexeme(kind: kind(of: byte), start: start, end: position, hash: hash(from: start))
        }
        return nil
    }

    /// Of the bytes up to the position.
    @inlinable func hash(from start: Int) -> WordHash { WordHash(text[start..<position]) }

    /// Bytes of a blank, dash, quote or bullet beyond ASCII at a position; nil for a letter.
    @usableFromInline func separatorWidth(at index: Int) -> Int? {
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

    @usableFromInline func isPossessive(at index: Int) -> Bool {
        index + 1 < end && text[index + 1] | 0x20 == UInt8(ascii: "s")
            && (index + 2 >= end || !ASCII.isLetter(text[index + 2]))
    }

    @inlinable @inline(__always)
    mutating func word() -> Lexeme {
        let start = position
        if isDigit(at: start - 1), let width = crossWidth(at: start) {
            position += width
            return Lexeme(kind: .word, start: start, end: position, hash: hash(from: start))
        }
        var hash = WordHash()
        var index = start
        while index < end {
            let byte = text[index]
            let folded = byte | 0x20
            if folded &- 97 < 26 {
                hash.add(folded)
            } else {
                guard ASCII.isLetter(byte) || ASCII.isDigit(byte), byte < 0x80 || separatorWidth(at: index) == nil else { break }
                hash.add(byte)
            }
            index += 1
        }
        position = index
        if text[start] | 0x20 == UInt8(ascii: "x"), isMask(from: start) {
            return Lexeme(kind: .mask, start: start, end: index)
        }
        return Lexeme(kind: .word, start: start, end: index, hash: hash)
    }

    /// Whether a word is a run of crosses: `XXXX`.
    @usableFromInline func isMask(from start: Int) -> Bool {
        position - start >= 3 && text[start..<position].allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
    }

    /// Bytes of a cross between two numbers, "2x3", at a position behind a digit; nil where there is none.
    @usableFromInline func crossWidth(at index: Int) -> Int? {
        if text[index] | 0x20 == UInt8(ascii: "x") { return isDigit(at: index + 1) ? 1 : nil }
        return text[index] == 0xC3 && index + 1 < end && text[index + 1] == 0x97 ? 2 : nil
    }

    @usableFromInline mutating func number() -> Lexeme {
        let start = position
        while isDigit(at: position) { position += 1 }
        if text[start] != UInt8(ascii: "0"), (1...3).contains(position - start) {
            while isThousands(at: position) { position += 4 }
        }
        if position < end, text[position] == ASCII.stop, isDigit(at: position + 1) {
            position += 1
            while isDigit(at: position) { position += 1 }
        }
        return Lexeme(kind: .number, start: start, end: position, hash: hash(from: start))
    }

    /// A comma and three digits, no more: "1,000".
    @usableFromInline func isThousands(at index: Int) -> Bool {
        index < end && text[index] == UInt8(ascii: ",") && isDigit(at: index + 1) && isDigit(at: index + 2)
            && isDigit(at: index + 3) && !isDigit(at: index + 4)
    }

    @usableFromInline mutating func run(of byte: UInt8, as kind: TokenKind) -> Lexeme {
        let start = position
        while position < end, text[position] == byte { position += 1 }
        return Lexeme(kind: kind, start: start, end: position)
    }

    /// Where a mark such as `[**Name**]` ends, if one begins here.
    @usableFromInline func closingMask() -> Int? {
        guard position + 2 < end, text[position + 1] == UInt8(ascii: "*"), text[position + 2] == UInt8(ascii: "*") else {
            return nil
        }
        for index in (position + 3)..<min(end, position + 200) where text[index] == UInt8(ascii: "]") { return index + 1 }
        return nil
    }

    @inlinable func isDigit(at index: Int) -> Bool {
        index >= 0 && index < end && ASCII.isDigit(text[index])
    }

    @inlinable func kind(of byte: UInt8) -> TokenKind {
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
}
