extension Lexer {
    /// The tokens of a phrase, lower-case.
    public static func words(of phrase: String) -> [String] {
        var words: [String] = []
        forEachLexeme(of: phrase) { words.append($1) }
        return words
    }

    /// The tokens of a phrase, lower-case, with their kinds.
    public static func lexemes(of phrase: String) -> [(kind: TokenKind, text: String)] {
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
