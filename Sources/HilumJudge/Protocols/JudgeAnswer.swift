import HilumScoring

/// What a judge's completion says of a pair of reports.
public struct JudgeAnswer: Sendable, Hashable {
    /// Counts of the six kinds of error, clinically significant or not; without single errors.
    public var factuality: Factuality
    /// Findings in which the reports agree; nil where the protocol does not ask for them.
    public var matchedFindings: Int?

    public init(factuality: Factuality, matchedFindings: Int? = nil) {
        self.factuality = factuality
        self.matchedFindings = matchedFindings
    }
}

/// A completion that is no answer: a refusal, prose without counts, nothing at all. It has no score.
public struct UnreadableAnswer: Error, Hashable, CustomStringConvertible {
    /// For a person; it does not quote the completion.
    public var reason: String

    public var description: String { reason }

    public init(reason: String) {
        self.reason = reason
    }
}
