import HilumScoring

/// A category of errors by its letter or its name.
enum CategoryName {
    /// The most words that a name has: "misidentification of a finding's anatomic location or position in the candidate report".
    private static let longest = 20

    /// The name that begins at a token, and where it ends. Only words that such names are made of may stand in it, so that no
    /// sentence about a finding is taken for a name.
    static func at(_ start: Int, in tokens: ArraySlice<AnswerToken>) -> (category: ErrorCategory, end: Int)? {
        var said: Set<AnswerWord> = []
        var index = start
        loop: while index < tokens.endIndex, index < start + longest {
            switch tokens[index] {
            case .word(let word):
                switch word {
                case .clinically, .significant, .insignificant, .matched, .aside, .no, .placeholder, .number, .refusing:
                    break loop
                default: said.insert(word)
                }
            case .letter(0): break  // the article
            case .dash where index > start && index + 1 < tokens.endIndex:
                // Within a compound alone: false-positive.
                guard case .word = tokens[index + 1] else { break loop }
            default: break loop
            }
            index += 1
        }
        return category(of: said).map { ($0, index) }
    }

    private static func category(of said: Set<AnswerWord>) -> ErrorCategory? {
        if said.contains(.comparison) {
            if said.contains(.omission) { return .omissionComparison }
            return said.isDisjoint(with: [.falsely, .wrong, .positive]) ? nil : .falsePositiveComparison
        }
        if said.contains(.location) { return .incorrectLocation }
        if said.contains(.severity) { return .incorrectSeverity }
        if said.contains(.omission) { return .omissionFinding }
        return said.contains(.falsely) ? .falsePositiveFinding : nil
    }
}
