/// Why a text is no list of findings. It names the words, which the caller gave to be read.
public enum FindingTextError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Words of which nothing was made; a statement each.
    case notUnderstood([String])
    /// Statements that commas join so that two readings are possible: "no effusion, pneumothorax".
    case ambiguous([String])
    /// Statements that cannot be true of one examination, each with the reason.
    case contradictory([String])

    public var description: String {
        switch self {
        case .notUnderstood(let words):
            "not understood: \(Self.quoted(words)); write each finding as a report would, and a semicolon between two"
        case .ambiguous(let words):
            "may be read in two ways: \(Self.quoted(words)); write a semicolon, or \"or\" where all is denied"
        case .contradictory(let reasons): "the findings contradict one another: \(reasons.joined(separator: "; "))"
        }
    }

    private static func quoted(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: ", ") }
}
