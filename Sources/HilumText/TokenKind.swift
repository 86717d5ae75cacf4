/// What a stretch of a text's bytes is.
public enum TokenKind: UInt8, Sendable {
    case word, number
    /// A de-identification mark: `XXXX`, `___`, `[**…**]`.
    case mask
    case comma, semicolon, colon, openParenthesis, closeParenthesis
    /// `.`, `!` or `?`; in a report the splitter decides whether a sentence ends there.
    case stop
    case newline
    case symbol

    /// As the one that Swift makes, but inlined in other modules.
    @inlinable public static func == (left: TokenKind, right: TokenKind) -> Bool {
        unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
    }
}
