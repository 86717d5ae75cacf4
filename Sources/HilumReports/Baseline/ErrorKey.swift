import HilumScoring

/// What an error is about, without words of a report: two with the same are the same error in a baseline and now, and the page
/// filters by it.
struct ErrorKey: Sendable, Hashable {
    var category: ErrorCategory
    var isSignificant: Bool
    /// Nil where the report as a whole is compared with an earlier one.
    var finding: String?

    init(category: ErrorCategory, isSignificant: Bool, finding: String?) {
        self.category = category
        self.isSignificant = isSignificant
        self.finding = finding
    }

    init(_ error: FactualityError) {
        self.init(category: error.category, isSignificant: error.isSignificant, finding: error.finding)
    }
}
