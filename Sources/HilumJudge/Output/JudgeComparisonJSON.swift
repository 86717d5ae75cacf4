import HilumMetrics
import HilumReports
import HilumScoring

/// Writes Hilum's counts beside a judge's.
public enum JudgeComparisonJSON {
    /// Appends the members of a row: `"judge": {…}` as `JudgeJSON` has it, and `"judge_difference"`, Hilum's counts less the
    /// judge's: `{"clinically_significant": {six names and "total" → difference}, "clinically_insignificant": {…}, "total"}`,
    /// null without an answer.
    public static func append(_ verdict: JudgeVerdict, beside factuality: Factuality, to writer: inout JSONWriter) {
        writer.key("judge")
        writer.object { JudgeJSON.append(verdict.answer, reason: verdict.reason, to: &$0) }
        writer.key("judge_difference")
        if let answer = verdict.answer {
            append(JudgeDifference(hilum: factuality, judge: answer.factuality), to: &writer)
        } else {
            writer.null()
        }
    }

    /// Appends `{"n", "read", "unreadable": {reason → count}, "agreement": {"significant_errors": {"mae", "kendall_tau",
    /// "hilum_mean", "judge_mean", "n"}, "insignificant_errors", "total", "green", "by_category": {"clinically_significant": {six
    /// names → the same}, "clinically_insignificant"}}, "disagreements": [{"id", "factuality", "judge", "judge_difference"}]}`.
    /// `green` is there if the judge gave any.
    public static func append(_ comparison: JudgeComparison, to writer: inout JSONWriter) {
        writer.object {
            $0.key("n")
            $0.integer(comparison.n)
            $0.key("read")
            $0.integer(comparison.read)
            $0.key("unreadable")
            $0.reasons(comparison.unread)
            $0.key("agreement")
            appendAgreement(comparison, to: &$0)
            $0.key("disagreements")
            $0.array { for disagreement in comparison.disagreements.list { append(disagreement, to: &$0) } }
        }
    }

    private static func appendAgreement(_ comparison: JudgeComparison, to writer: inout JSONWriter) {
        writer.object {
            append(comparison.significant, as: "significant_errors", to: &$0)
            append(comparison.insignificant, as: "insignificant_errors", to: &$0)
            append(comparison.total, as: "total", to: &$0)
            if comparison.green.n > 0 { append(comparison.green, as: "green", to: &$0) }
            $0.key("by_category")
            $0.object {
                $0.key("clinically_significant")
                $0.object { for item in comparison.categories { append(item.significant, as: item.category.rawValue, to: &$0) } }
                $0.key("clinically_insignificant")
                $0.object {
                    for item in comparison.categories { append(item.insignificant, as: item.category.rawValue, to: &$0) }
                }
            }
        }
    }

    private static func append(_ agreement: RaterAgreement, as name: String, to writer: inout JSONWriter) {
        writer.key(name)
        writer.object {
            $0.key("mae")
            $0.number(agreement.meanAbsoluteDifference)
            $0.key("kendall_tau")
            $0.number(agreement.kendallTau)
            $0.key("hilum_mean")
            $0.number(agreement.firstMean)
            $0.key("judge_mean")
            $0.number(agreement.secondMean)
            $0.key("n")
            $0.integer(agreement.n)
        }
    }

    private static func append(_ disagreement: Disagreement, to writer: inout JSONWriter) {
        writer.object {
            $0.key("id")
            $0.string(utf8: disagreement.id)
            $0.key("factuality")
            ScoreJSON.append(disagreement.hilum, to: &$0)
            append(.answer(disagreement.judge), beside: disagreement.hilum, to: &$0)
        }
    }

    private static func append(_ difference: JudgeDifference, to writer: inout JSONWriter) {
        func append(_ name: String, _ total: Int, _ value: (ErrorCategory) -> Int, to writer: inout JSONWriter) {
            writer.key(name)
            writer.object {
                for category in ErrorCategory.allCases {
                    $0.key(category.rawValue)
                    $0.integer(value(category))
                }
                $0.key("total")
                $0.integer(total)
            }
        }
        writer.object {
            append("clinically_significant", difference.significantTotal, difference.significant, to: &$0)
            append("clinically_insignificant", difference.insignificantTotal, difference.insignificant, to: &$0)
            $0.key("total")
            $0.integer(difference.significantTotal + difference.insignificantTotal)
        }
    }
}
