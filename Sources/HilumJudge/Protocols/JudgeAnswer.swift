import HilumScoring

/// What a judge's completion says of a pair of reports.
public struct JudgeAnswer: Sendable, Hashable {
    /// Counts of the six kinds of error, clinically significant or not; without single errors.
    public var factuality: Factuality
    /// Findings in which the reports agree; nil where the protocol does not ask for them.
    public var matchedFindings: Int?
    /// Sections that the completion lacks and that count as zeros, as in GREEN's own reading. An answer that was cut off may lack
    /// its last one.
    public var missing: [Section]

    /// A part of an answer, by the name of what it holds.
    public enum Section: String, CaseIterable, Sendable {
        case significantErrors = "clinically_significant"
        case insignificantErrors = "clinically_insignificant"
        case matchedFindings = "matched_findings"
    }

    public init(factuality: Factuality, matchedFindings: Int? = nil, missing: [Section] = []) {
        self.factuality = factuality
        self.matchedFindings = matchedFindings
        self.missing = missing
    }

    /// matched / (matched + significant errors), 0–1, higher is better, and 0 without a match, as GREEN has it (Ostmeier et al.
    /// 2024, arXiv:2405.03595); nil where matched findings were not asked for.
    public var green: Double? {
        matchedFindings.map { GREENScore.value(matched: $0, significantErrors: factuality.significant.total) }
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
