import HilumOntology

/// What sort of finding went wrong, and how: the stratum of a report.
public struct ErrorClass: Sendable, Hashable {
    /// The CheXpert label of the finding, `other finding`, `whole report` where the error names none, or `no error`.
    public var finding: String
    public var category: ErrorCategory?

    public static let noError = ErrorClass(finding: "no error", category: nil)

    /// The finding and, where there is one, the category.
    public var names: [String] { [finding] + (category.map { [$0.rawValue] } ?? []) }
}

/// Classes errors by their gravest. A value that any number of threads may share.
public struct ErrorClassifier: Sendable {
    private let concepts: [String: Concept]

    /// - Parameter ontology: the one that the errors were found with.
    public init(ontology: Ontology) {
        concepts = ontology.concepts.filter { $0.kind.isObservable }
            .reduce(into: [:]) { $0[$1.name] = $0[$1.name] ?? $1 }
    }

    /// Of significant errors before others the one whose finding matters most; of equals the first in the order of `ErrorCategory`, then
    /// the first.
    public func gravest(of errors: [FactualityError]) -> ErrorClass {
        guard let first = errors.first else { return .noError }
        let gravest = errors.dropFirst().reduce(first) { isGraver($1, than: $0) ? $1 : $0 }
        guard let finding = gravest.finding else { return ErrorClass(finding: "whole report", category: gravest.category) }
        let label = concepts[finding]?.chexpert.first
        return ErrorClass(finding: label?.rawValue ?? "other finding", category: gravest.category)
    }

    private func isGraver(_ one: FactualityError, than other: FactualityError) -> Bool {
        if one.isSignificant != other.isSignificant { return one.isSignificant }
        let (first, second) = (significance(of: one), significance(of: other))
        if first != second { return first > second }
        return rank(of: one.category) < rank(of: other.category)
    }

    private func significance(of error: FactualityError) -> Significance {
        error.finding.flatMap { concepts[$0]?.significance } ?? .benign
    }

    private func rank(of category: ErrorCategory) -> Int {
        ErrorCategory.allCases.firstIndex(of: category) ?? ErrorCategory.allCases.count
    }
}
