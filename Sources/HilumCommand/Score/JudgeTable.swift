import Hilum
import HilumJudge

/// Hilum's counts beside a judge's as a person reads them: how many answers there were, how far both agree, and where they do
/// not.
enum JudgeTable {
    private static let shownDisagreements = 5

    static func text(_ comparison: JudgeComparison) -> String {
        guard comparison.n > 0 else { return "" }
        let reasons = comparison.unread.sorted.map { "\(ShortLine.of($0.reason)) (\($0.count))" }.joined(separator: ", ")
        var text =
            "\nthe judge answered \(comparison.read) of \(comparison.n)\(reasons.isEmpty ? "" : "; no answer: \(reasons)")\n"
        guard comparison.read > 0 else { return text }
        let layout = TableLayout(
            titles: ["Hilum's mean", "judge's mean", "mean |difference|", "Kendall's tau"], idWidth: 28)
        text += layout.line("agreement", layout.titles)
        text += line("significant errors", comparison.significant, layout)
        for item in comparison.categories { text += line("  \(item.category.title)", item.significant, layout) }
        text += line("insignificant errors", comparison.insignificant, layout)
        if comparison.green.n > 0 { text += line("GREEN", comparison.green, layout) }
        let disagreements = comparison.disagreements.list.prefix(shownDisagreements)
        if !disagreements.isEmpty { text += "the largest disagreements\n" }
        for disagreement in disagreements { text += rows(disagreement) }
        return text
    }

    private static func line(_ name: String, _ agreement: RaterAgreement, _ layout: TableLayout) -> String {
        let cells = [
            agreement.firstMean, agreement.secondMean, agreement.meanAbsoluteDifference, agreement.kendallTau,
        ]
        return layout.line(name, cells.map { $0.map { $0.fixed(decimals: 3) } ?? "-" })
    }

    /// What both count, and Hilum's errors with their reasons.
    private static func rows(_ disagreement: Disagreement) -> String {
        var text = "  \(ShortLine.of(String(decoding: disagreement.id, as: UTF8.self)))\n"
        text += "    judge: \(counts(disagreement.judge.factuality))\n"
        if disagreement.hilum.errors.isEmpty { text += "    Hilum: no errors\n" }
        for error in disagreement.hilum.errors { text += "    Hilum: \(error.line)\n" }
        return text
    }

    /// `1 significant incorrect location, 2 insignificant omitted finding`
    private static func counts(_ factuality: Factuality) -> String {
        var parts: [String] = []
        for (weight, counts) in [("significant", factuality.significant), ("insignificant", factuality.insignificant)] {
            for category in ErrorCategory.allCases where counts[category] > 0 {
                parts.append("\(counts[category]) \(weight) \(category.title)")
            }
        }
        return parts.isEmpty ? "no errors" : parts.joined(separator: ", ")
    }
}
