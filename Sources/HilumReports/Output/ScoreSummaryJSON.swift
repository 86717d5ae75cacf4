import HilumMetrics
import HilumOntology
import HilumScoring

/// Writes the summary of a corpus as one JSON object.
public enum ScoreSummaryJSON {
    /// Appends `{"n", "signature", "metrics": {name: {"mean", "sd", "ci95": [low, high]}}, "errors_per_report", "error_free_rate",
    /// "chexpert_f1", "coverage": {"mean", "low", "below"}}`; what too few reports leave open is null. `sd` is the standard deviation of
    /// a sample; of `chexpert_f1` see `CheXpertF1JSON`. The coverage is the mean over all texts, `low` the number of pairs that have a
    /// text below `below`.
    public static func append(_ summary: CorpusSummary, to writer: inout JSONWriter) {
        writer.object { appendMembers(of: summary, to: &$0) }
    }

    /// Appends the members alone, so that a caller may add its own to the object.
    public static func appendMembers(of summary: CorpusSummary, to writer: inout JSONWriter) {
        writer.key("n")
        writer.integer(summary.n)
        writer.key("signature")
        writer.string(summary.signature)
        writer.key("metrics")
        writer.object {
            for metric in Metric.allCases where summary.parts.contains(metric.part) {
                $0.key(metric.rawValue)
                $0.moments(summary[metric])
            }
        }
        if summary.parts.contains(.factuality) {
            writer.key("errors_per_report")
            writer.number(summary.errorsPerReport)
            writer.key("error_free_rate")
            writer.number(summary.errorFreeRate)
        }
        if summary.parts.contains(.chexpert) {
            writer.key("chexpert_f1")
            CheXpertF1JSON.append(summary.chexpertF1, to: &writer)
        }
        if summary.parts.contains(.lexical) {
            writer.key("lexical")
            append(summary.n > 0 ? summary.bleuCounts : nil, to: &writer)
        }
        writer.key("coverage")
        writer.object {
            $0.key("mean")
            $0.number(summary.coverage.mean)
            $0.key("low")
            $0.integer(summary.pairsOfLowCoverage)
            $0.key("below")
            $0.number(CoveragePair.low)
        }
    }

    private static func append(_ counts: BLEUCounts?, to writer: inout JSONWriter) {
        let scores = counts?.scores
        writer.object {
            for n in 1...4 {
                $0.key("corpus_bleu_\(n)")
                $0.number(scores?[n - 1])
            }
        }
    }
}
