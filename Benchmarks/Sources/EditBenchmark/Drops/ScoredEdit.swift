import Hilum
import ReportEdits

/// An edit of a report, and what the scores say of it.
struct ScoredEdit {
    /// A drop below this is none: BLEU's constants alone make as much.
    static let leastDrop = 1e-6

    let kind: EditKind
    /// Of the gravest finding of which the two reports do not say the same; nil where they say the same of all.
    let significance: Significance?
    /// Against the original.
    let edited: MeasuredScores
    /// Against itself.
    let original: MeasuredScores

    /// Of this pair; nil of a score of whole corpora.
    func drop(of score: MeasuredScore) -> Double? {
        guard let high = original[score], let low = edited[score] else { return nil }
        return high - low
    }

    /// - Parameter pairs: most of them of the same original, which is read once.
    static func score(_ pairs: [EditedReport], _ hilum: Hilum) -> [ScoredEdit] {
        var originals: [String: (report: ReadReport, scores: MeasuredScores)] = [:]
        return pairs.map { pair in
            let original =
                originals[pair.original]
                ?? {
                    let report = ReadReport(pair.original, hilum)
                    return (report, MeasuredScores(candidate: report, reference: report, hilum))
                }()
            originals[pair.original] = original
            let edited = ReadReport(pair.edited, hilum)
            return ScoredEdit(
                kind: pair.kind, significance: edited.gravestDifference(from: original.report),
                edited: MeasuredScores(candidate: edited, reference: original.report, hilum), original: original.scores)
        }
    }
}
