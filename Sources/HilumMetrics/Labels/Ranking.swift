/// How well numbers tell rows that have a label from rows that do not: the higher the number, the surer of the label.
///
///     let ranking = Ranking([(0.9, true), (0.4, false), (0.6, true)])
///     ranking.areaUnderROC      // 1
///     ranking.averagePrecision  // 1
///
/// Only the order of the numbers counts. A ranking of rows that all have the label, or all lack it, says nothing and has neither figure.
public struct Ranking: Sendable, Hashable {
    public let positives: Int
    public let negatives: Int
    /// The chance that a row with the label has a higher number than one without, ties counting half, 0–1; 0.5 is chance. Equal to
    /// scikit-learn's `roc_auc_score`. Nil where a class is missing or a number is NaN.
    public let areaUnderROC: Double?
    /// Σ (Rₙ − Rₙ₋₁)·Pₙ over the thresholds from the highest number down, 0–1; chance is the share of rows with the label. Equal to
    /// scikit-learn's `average_precision_score`, which interpolates nothing. Nil where `areaUnderROC` is.
    public let averagePrecision: Double?

    /// - Parameter rows: a number a row, and whether the row has the label.
    public init(_ rows: some Sequence<(score: Double, isPositive: Bool)>) {
        let sorted = rows.sorted { $0.score > $1.score }
        positives = sorted.count { $0.isPositive }
        negatives = sorted.count - positives
        guard positives > 0, negatives > 0, !sorted.contains(where: { $0.score.isNaN }) else {
            areaUnderROC = nil
            averagePrecision = nil
            return
        }
        // Twice the pairs that are in order, so that a tie is 1 and the count exact.
        var ordered = 0
        var precision = 0.0
        var truePositives = 0
        var falsePositives = 0
        var start = 0
        while start < sorted.count {
            var end = start
            var hits = 0
            while end < sorted.count, sorted[end].score == sorted[start].score {
                if sorted[end].isPositive { hits += 1 }
                end += 1
            }
            let misses = end - start - hits
            ordered += hits * (2 * (negatives - falsePositives) - misses)
            truePositives += hits
            falsePositives += misses
            precision += Double(hits) * Double(truePositives) / Double(truePositives + falsePositives)
            start = end
        }
        areaUnderROC = Double(ordered) / 2 / Double(positives) / Double(negatives)
        averagePrecision = precision / Double(positives)
    }
}
