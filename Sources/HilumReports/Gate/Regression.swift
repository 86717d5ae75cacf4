import HilumOntology
import HilumScoring

/// A report that is worse than in the baseline, and what is new about it.
public struct Regression: Sendable {
    /// A gated metric of the report.
    public struct Change: Sendable {
        public let metric: String
        /// Whether the numbers count wrong labels, as one report has no F1.
        public let countsWrongLabels: Bool
        public let baseline: Double
        public let now: Double
        let isHigherBetter: Bool
        let isCount: Bool

        /// Above 0 where it is worse.
        var drop: Double { isHigherBetter ? baseline - now : now - baseline }

        /// `kg_reward 0.980 → 0.037 (-0.943)`
        var text: String {
            let difference = now - baseline
            let sign = difference > 0 ? "+" : ""
            let name = countsWrongLabels ? "wrong labels of \(metric)" : metric
            return "\(name) \(shown(baseline)) → \(shown(now)) (\(sign)\(difference.shortest))"
        }

        private func shown(_ value: Double) -> String { value.fixed(decimals: isCount ? 0 : 3) }
    }

    /// UTF-8.
    public let id: [UInt8]
    /// Of the input, from 1.
    public let line: Int
    /// Of each gated metric, in the order of the gates; of those that are the same too.
    public let changes: [Change]
    /// Whether the candidate says nothing at all.
    public let isBlank: Bool
    /// Errors that the baseline did not make, the significant ones first.
    public let newErrors: [FactualityError]
    /// Labels that were right, of the CheXpert F1s that are gated.
    public let newWrongLabels: [CheXpertLabel]

    /// In quotes, without what no terminal should show.
    package var quotedID: String { NameList.quoted(String(decoding: id, as: UTF8.self)) }

    /// What got worse: `kg_reward 0.980 → 0.037 (-0.943), clinically_significant_errors 0 → 1 (+1)`.
    package var summary: String { changes.filter { $0.drop > 0 }.map(\.text).joined(separator: ", ") }

    /// A line each: the new errors with the words that they come from, and the labels that are wrong now.
    package var details: [String] {
        var lines = (isBlank ? ["the candidate is blank"] : []) + newErrors.map(\.lineWithWords)
        if !newWrongLabels.isEmpty {
            lines.append("labels newly wrong: \(newWrongLabels.map(\.rawValue).joined(separator: ", "))")
        }
        return lines.isEmpty ? ["no error that the baseline does not make; it agrees less"] : lines
    }
}

extension FactualityError {
    /// `significant incorrect location: …, right in the candidate: «left» → «right»`: its line, and the words of the reference and of the
    /// candidate, each cut to a few; once where they are the same.
    package var lineWithWords: String {
        let words = [reference, candidate].map { $0.map { "«\(ShortLine.of($0.text))»" } ?? "nothing" }
        return "\(line): \(words[0] == words[1] ? words[0] : words.joined(separator: " → "))"
    }
}
