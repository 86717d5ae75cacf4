/// What a stretch of a report's bytes is.
enum TokenKind: UInt8 {
    case word, number
    /// A de-identification mark: `XXXX`, `___`, `[**…**]`.
    case mask
    case comma, semicolon, colon, openParenthesis, closeParenthesis
    /// `.`, `!` or `?`; the splitter decides whether a sentence ends there.
    case stop
    case newline
    case symbol
}

/// One token of a report. Positions are bytes of the text; 32 bits, so a report is at most 2 GiB.
struct Token {
    var start: Int32
    var end: Int32
    /// The vocabulary's word or sign, `Vocabulary.unknown` for the rest.
    var form: Vocabulary.Form
    var kind: TokenKind

    /// The number of the word.
    var word: UInt16 { form.word }
}
