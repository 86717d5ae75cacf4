import HilumScoring

/// By how many errors Hilum's counts of a pair exceed the judge's.
public struct JudgeDifference: Sendable, Hashable {
    public let hilum: Factuality
    public let judge: Factuality

    public init(hilum: Factuality, judge: Factuality) {
        self.hilum = hilum
        self.judge = judge
    }

    /// Hilum's clinically significant errors of a category less the judge's.
    public func significant(_ category: ErrorCategory) -> Int { hilum.significant[category] - judge.significant[category] }

    public func insignificant(_ category: ErrorCategory) -> Int { hilum.insignificant[category] - judge.insignificant[category] }

    public var significantTotal: Int { hilum.significant.total - judge.significant.total }
    public var insignificantTotal: Int { hilum.insignificant.total - judge.insignificant.total }

    /// How far the two are apart, category by category: significant errors first.
    var size: (significant: Int, insignificant: Int) {
        (
            ErrorCategory.allCases.reduce(0) { $0 + abs(significant($1)) },
            ErrorCategory.allCases.reduce(0) { $0 + abs(insignificant($1)) }
        )
    }
}
