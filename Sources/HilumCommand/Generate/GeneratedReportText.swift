import Hilum
import HilumGeneration

/// A generated report as a person reads it.
enum GeneratedReportText {
    /// - Parameter isExplained: whether what the model was asked to say, what it took from the image and what was mended stand below.
    static func text(_ report: GeneratedReport, isExplained: Bool) -> String {
        var text = report.text + "\n"
        guard isExplained else { return text }
        text += "\nasked for: \(report.findings)\n"
        for dropped in report.dropped { text += "dropped: \(ShortLine.quoted(dropped.sentence)) (\(dropped.reason))\n" }
        for sentence in report.added { text += "added: \(sentence)\n" }
        for phrase in report.leftovers { text += "not said: \(phrase)\n" }
        if !report.probabilities.isEmpty {
            // Of the many statements those that are made.
            let rows = report.probabilities.filter { $0.isReported ?? true }.map {
                [$0.probability.fixed(decimals: 3), $0.kind.rawValue, $0.name, $0.isReported == true ? "reported" : ""]
            }
            text += "\n" + AlignedTable(rows: [["probability", "of", "", ""]] + rows, leftAligned: [1, 2, 3]).text
        }
        if let score = report.radiographScore { text += "\noutlier score of the image: \(score.fixed(decimals: 2))\n" }
        return text
    }
}
