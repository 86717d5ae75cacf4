/// A piece of an answer. What only decorates (asterisks, back ticks, underscores, number signs) is none.
enum AnswerToken: Equatable {
    /// A to F alone, by its place; also the article.
    case letter(UInt8)
    case word(AnswerWord)
    /// A word that no form has.
    case other
    /// A number in digits or in words.
    case count(Int16)
    /// A number that counts nothing: negative, fractional, a range, too large.
    case noCount
    /// A square one may begin a heading, a brace an object whose keys are headings.
    case open(Bracket)
    case close
    /// Also `=` and arrows.
    case colon
    /// Also `;`.
    case comma
    case period
    case dash
    case bar
    case quote
    case lineEnd
    /// One or more lines with nothing in them, with the line end before.
    case blankLine

    enum Bracket: UInt8 {
        case round, square, brace
    }

    /// More errors than a report has words are none.
    static let mostCount = 999

    /// Whether nothing else stands behind it on its line.
    var endsLine: Bool { self == .lineEnd || self == .blankLine }
}
