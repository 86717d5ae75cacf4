import Hilum
import HilumGeneration

/// A generated report as a person reads it.
enum GeneratedReportText {
    /// - Parameter isExplained: whether what the model was asked to say, what it took from the image and what was mended stand below.
    static func text(_ report: GeneratedReport, isExplained: Bool) -> String {
        var text = report.text + "\n"
        guard isExplained else { return text }
        text += "\nasked for: \(report.findings)\n"
        for (what, sentences) in [("dropped", report.dropped), ("added", report.added), ("left over", report.leftovers)] {
            for sentence in sentences { text += "\(what): \(sentence)\n" }
        }
        if !report.probabilities.isEmpty {
            let rows = report.probabilities.map { [$0.probability.fixed(decimals: 3), $0.name, $0.isReported ? "reported" : ""] }
            text += "\n" + AlignedTable(rows: [["probability", "finding", ""]] + rows, leftAligned: [1, 2]).text
        }
        if let score = report.radiographScore { text += "\noutlier score of the image: \(score.fixed(decimals: 2))\n" }
        return text
    }
}
