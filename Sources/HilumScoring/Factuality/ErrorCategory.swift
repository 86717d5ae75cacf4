/// The six categories of errors that GREEN (Ostmeier et al. 2024, arXiv:2405.03595) and CheXprompt count.
public enum ErrorCategory: String, CaseIterable, Sendable, Codable {
    /// A finding that the reference does not have.
    case falsePositiveFinding = "false_positive_finding"
    /// A finding that the candidate leaves out.
    case omissionFinding = "omission_finding"
    /// A wrong side or site.
    case incorrectLocation = "incorrect_location"
    /// A wrong severity or size.
    case incorrectSeverity = "incorrect_severity"
    /// A change over time that the reference does not state.
    case falsePositiveComparison = "false_positive_comparison"
    /// A change over time that the candidate leaves out.
    case omissionComparison = "omission_comparison"

    /// For people, after "significant" too: `omitted finding`.
    package var title: String {
        switch self {
        case .falsePositiveFinding: "false positive finding"
        case .omissionFinding: "omitted finding"
        case .incorrectLocation: "incorrect location"
        case .incorrectSeverity: "incorrect severity"
        case .falsePositiveComparison: "false positive comparison"
        case .omissionComparison: "omitted comparison"
        }
    }
}

/// How many errors of each category.
public struct ErrorCounts: Sendable, Hashable {
    /// Six of them, without memory of their own: every score has two.
    private var counts = SIMD8<Int>()

    public init() {}

    public subscript(category: ErrorCategory) -> Int {
        get { counts[Self.index(of: category)] }
        set { counts[Self.index(of: category)] = newValue }
    }

    public var total: Int { counts.wrappedSum() }

    private static func index(of category: ErrorCategory) -> Int {
        switch category {
        case .falsePositiveFinding: 0
        case .omissionFinding: 1
        case .incorrectLocation: 2
        case .incorrectSeverity: 3
        case .falsePositiveComparison: 4
        case .omissionComparison: 5
        }
    }
}
