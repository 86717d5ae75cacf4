/// What a small word does in a statement.
public enum ConnectiveRole: String, CaseIterable, Sendable, Codable {
    case coordinator
    /// A coordinator that joins alternatives: `or`.
    case alternative
    case preposition, verb, determiner
    /// Leads to the whole of a part: `of`.
    case genitive
    /// A preposition for all of a place, so that its plural means both sides: `throughout`.
    case pervading
    /// A preposition that says what a finding is seen beside, not what it lies in: `overlying`.
    case landmark
    /// Leads to a place that is excepted: `sparing`.
    case exception
    /// A participle whose object a finding touches or hides, and which is no site of it: `obscuring`.
    case contact
    /// A verb that says what something is: "the opacity is atelectasis".
    case copula
    /// Puts what follows on the side of the finding before it, if that has one: `with`.
    case accompaniment
    /// Stands for a finding of its sentence: `one` of "one on the left".
    case pronoun
    /// Stands for the finding of the sentence before: `it`.
    case anaphor
    /// A determiner before its noun, an anaphor without: `this`.
    case demonstrative
    /// Puts what follows where the finding before it lies: `adjacent`.
    case companion
    /// Says of the site before it that a finding lies mostly there: `predominance`.
    case distribution
    /// Words for a part or an amount of what follows, which is what counts: `areas of`.
    case partitive
}

extension ConnectiveRole {
    /// Whether a phrase must follow.
    package var leads: Bool {
        switch self {
        case .coordinator, .alternative, .preposition, .genitive, .pervading, .landmark, .contact, .exception, .determiner: true
        case .verb, .copula, .pronoun, .anaphor, .demonstrative, .companion, .accompaniment, .partitive, .distribution: false
        }
    }
}

/// A small word that shapes a statement.
public struct Connective: Sendable, Hashable {
    public let text: String
    public let role: ConnectiveRole
    /// Empty for plain prepositions, verbs and determiners, of which nothing hangs.
    public let example: String
}
