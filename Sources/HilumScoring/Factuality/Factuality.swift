import HilumExtraction

/// The words of a report that an error comes from.
public struct Quotation: Sendable, Hashable {
    public var text: String
    /// Bytes of the report's UTF-8.
    public var span: TextSpan

    public init(text: String, span: TextSpan) {
        self.text = text
        self.span = span
    }

    /// The words at a span, as far as the text reaches.
    init(_ span: TextSpan, of graph: ReportGraph) {
        let end = min(max(span.end, 0), graph.text.count)
        let start = min(max(span.start, 0), end)
        text = String(decoding: graph.text[start..<end], as: UTF8.self)
        self.span = span
    }
}

/// One thing that a candidate gets wrong.
public struct FactualityError: Sendable, Hashable {
    public var category: ErrorCategory
    /// Likely to change treatment, management or outcome.
    public var isSignificant: Bool
    /// The name of the finding; nil where a report as a whole is compared with an earlier one.
    public var finding: String?
    /// The words that differ; nil where a report has none.
    public var reference: Quotation?
    public var candidate: Quotation?
    /// For a radiologist, without a full stop: `left in the reference, right in the candidate`.
    public var explanation: String

    public init(
        category: ErrorCategory, isSignificant: Bool, finding: String?, reference: Quotation?, candidate: Quotation?,
        explanation: String
    ) {
        self.category = category
        self.isSignificant = isSignificant
        self.finding = finding
        self.reference = reference
        self.candidate = candidate
        self.explanation = explanation
    }

    /// The whole of it on one line: `significant incorrect location: pleural effusion: left in the reference, right in the candidate`.
    public var line: String {
        let weight = isSignificant ? "significant" : "insignificant"
        return "\(weight) \(category.title): \(finding.map { "\($0): " } ?? "")\(explanation)"
    }
}

/// What a candidate gets wrong, counted as CheXprompt and GREEN count. Fewer is better.
public struct Factuality: Sendable, Hashable {
    public var significant: ErrorCounts
    public var insignificant: ErrorCounts
    public var errors: [FactualityError]

    /// Counts the errors.
    public init(errors: [FactualityError] = []) {
        self.errors = errors
        significant = ErrorCounts()
        insignificant = ErrorCounts()
        for error in errors {
            if error.isSignificant {
                significant[error.category] += 1
            } else {
                insignificant[error.category] += 1
            }
        }
    }

    /// Counts without single errors, as a judge gives them.
    public init(significant: ErrorCounts, insignificant: ErrorCounts) {
        self.significant = significant
        self.insignificant = insignificant
        errors = []
    }

    public var total: Int { significant.total + insignificant.total }
}
