import HilumMetrics
import HilumScoring

/// Hilum's counts beside a judge's, over many pairs. Parts are merged in the order of the pairs. Pairs without an answer are
/// counted and in no figure.
public struct JudgeComparison: Sendable, Hashable {
    public private(set) var n = 0
    /// Why there was no answer.
    public private(set) var unread = ReasonCounts()
    /// Hilum's counts first, the judge's second.
    public private(set) var significant = RaterAgreement()
    public private(set) var insignificant = RaterAgreement()
    public private(set) var total = RaterAgreement()
    /// Of the answers that have it.
    public private(set) var green = RaterAgreement()
    /// The pairs that are farthest apart, the farthest first.
    public private(set) var disagreements = Disagreements()
    /// In the order of `ErrorCategory.allCases`.
    private var significantByCategory = [RaterAgreement](repeating: RaterAgreement(), count: ErrorCategory.allCases.count)
    private var insignificantByCategory = [RaterAgreement](repeating: RaterAgreement(), count: ErrorCategory.allCases.count)

    public init() {}

    /// Pairs with an answer.
    public var read: Int { significant.n }

    /// - Parameters:
    ///   - hilum: Hilum's counts of the same pair, and its GREEN.
    ///   - number: of the row, which says which of two pairs that are equally far apart comes first.
    ///   - id: UTF-8.
    public mutating func add(_ verdict: JudgeVerdict, beside hilum: Factuality, green: Double, number: Int, id: [UInt8]) {
        n += 1
        switch verdict {
        case .none(let reason): unread.add(reason)
        case .answer(let answer):
            add(hilum, answer.factuality)
            if let judged = answer.green { self.green.add(green, judged) }
            disagreements.add(Disagreement(id: id, number: number, hilum: hilum, judge: answer))
        }
    }

    private mutating func add(_ hilum: Factuality, _ judge: Factuality) {
        significant.add(Double(hilum.significant.total), Double(judge.significant.total))
        insignificant.add(Double(hilum.insignificant.total), Double(judge.insignificant.total))
        total.add(Double(hilum.total), Double(judge.total))
        for (index, category) in ErrorCategory.allCases.enumerated() {
            significantByCategory[index].add(Double(hilum.significant[category]), Double(judge.significant[category]))
            insignificantByCategory[index].add(Double(hilum.insignificant[category]), Double(judge.insignificant[category]))
        }
    }

    public mutating func merge(_ other: JudgeComparison) {
        n += other.n
        unread.merge(other.unread)
        significant.merge(other.significant)
        insignificant.merge(other.insignificant)
        total.merge(other.total)
        green.merge(other.green)
        disagreements.merge(other.disagreements)
        for index in significantByCategory.indices {
            significantByCategory[index].merge(other.significantByCategory[index])
            insignificantByCategory[index].merge(other.insignificantByCategory[index])
        }
    }

    /// One a category, in the order of `ErrorCategory.allCases`.
    public var categories: [(category: ErrorCategory, significant: RaterAgreement, insignificant: RaterAgreement)] {
        ErrorCategory.allCases.enumerated().map { ($1, significantByCategory[$0], insignificantByCategory[$0]) }
    }
}
