import Hilum
import ReportEdits

/// What the scores say of a pair, against what was done to it.
struct Verdict {
    let errors: [FactualityError]
    /// Just the expected error, once, or none where none is expected.
    let isExact: Bool
    /// Counts that do not add up, or an error that does not say what it is about.
    let isUnlawful: Bool

    init(_ hilum: Hilum, candidate: String, reference: String, expected: ChargedError?, orMore: Bool) {
        let factuality = hilum.score(candidate: candidate, reference: reference, parts: [.factuality]).factuality
        let errors = factuality.errors
        self.errors = errors
        let charged = errors.map(\.category.rawValue)
        if orMore {
            isExact = !charged.isEmpty && charged.allSatisfy { $0 == expected?.rawValue }
        } else {
            isExact = charged == (expected.map { [$0.rawValue] } ?? [])
        }
        isUnlawful =
            factuality.significant.total + factuality.insignificant.total != errors.count
            || ErrorCategory.allCases.contains { category in
                factuality.significant[category] + factuality.insignificant[category]
                    != errors.count { $0.category == category }
            }
            || errors.contains { !Self.isExplained($0) }
    }

    /// An error names its finding, unless it is about the whole report, and quotes the words of at least one of the two.
    private static func isExplained(_ error: FactualityError) -> Bool {
        let isOfWhole = [.falsePositiveComparison, .omissionComparison].contains(error.category)
        let words = [error.reference, error.candidate].compactMap(\.?.text)
        return (error.finding?.isEmpty == false || isOfWhole && error.finding == nil) && !error.explanation.isEmpty
            && !words.isEmpty && words.allSatisfy { !$0.isEmpty }
    }
}

/// The verdicts on a kind of edit.
struct Tally {
    private(set) var pairs = 0
    private var exact = 0
    private var exactMirrored = 0
    private var unlawful = 0

    mutating func add(_ verdict: Verdict, mirrored: Verdict) {
        pairs += 1
        if verdict.isExact { exact += 1 }
        if mirrored.isExact { exactMirrored += 1 }
        if verdict.isUnlawful || mirrored.isUnlawful { unlawful += 1 }
    }

    /// 0–1; 1 without pairs.
    var share: Double { pairs == 0 ? 1 : Double(exact) / Double(pairs) }

    static let header = Columns.line("kind", ["pairs", "exact", "share", "mirrored", "unlawful"])

    func row(_ kind: EditKind) -> String {
        let mirrored = pairs == 0 ? 1 : Double(exactMirrored) / Double(pairs)
        return Columns.line(
            kind.rawValue, ["\(pairs)", "\(exact)", Columns.percent(share), Columns.percent(mirrored), "\(unlawful)"])
    }
}
