import HilumMetrics

/// Writes a comparison as one JSON object.
public enum ComparisonJSON {
    /// Appends `{"signature", "score_signature", "baseline", "reports", "unpaired", "resamples", "seed", "alpha", "confidence", "correction",
    /// "tests", "notes": [text], "systems": [{"file", "metrics": {name: metric}}]}`, where a metric is `{"direction": "higher|lower",
    /// "n", "undefined", "baseline": estimate, "candidate": estimate, "difference": estimate, "p", "p_holm", "p_bootstrap", "test":
    /// {"kind": "exact|sampled", "patterns"}, "smallest_p", "differing", "wins", "ties", "losses", "outcome", "verdict"}` and an estimate
    /// `{"value", "interval": [low, high]}`. `direction` says what is better, `n` counts the reports that the metric is defined
    /// for in both files, `undefined` the others; what too few reports leave open is null.
    public static func append(_ comparison: Comparison, to writer: inout JSONWriter) {
        writer.object {
            $0.key("signature")
            $0.string(comparison.signature)
            $0.key("score_signature")
            $0.string(comparison.scoreSignature)
            $0.key("baseline")
            $0.string(comparison.baseline)
            $0.key("reports")
            $0.integer(comparison.reports)
            $0.key("unpaired")
            $0.integer(comparison.unpaired)
            $0.key("resamples")
            $0.integer(comparison.options.resamples)
            $0.key("seed")
            $0.fragment(Array(String(comparison.options.seed).utf8))
            $0.key("alpha")
            $0.number(comparison.options.alpha)
            $0.key("confidence")
            $0.number(comparison.options.confidence)
            $0.key("correction")
            $0.string("holm")
            $0.key("tests")
            $0.integer(comparison.tests)
            $0.key("notes")
            $0.array { for note in comparison.notes { $0.string(note) } }
            $0.key("systems")
            $0.array { for system in comparison.systems { append(system, to: &$0) } }
        }
    }

    private static func append(_ system: SystemComparison, to writer: inout JSONWriter) {
        writer.object {
            $0.key("file")
            $0.string(system.file)
            $0.key("metrics")
            $0.object {
                for metric in system.metrics {
                    $0.key(metric.metric.name)
                    append(metric, to: &$0)
                }
            }
        }
    }

    private static func append(_ comparison: MetricComparison, to writer: inout JSONWriter) {
        let result = comparison.result
        writer.object {
            $0.key("direction")
            $0.string(comparison.metric.isHigherBetter ? "higher" : "lower")
            $0.key("n")
            $0.integer(result.reports)
            $0.key("undefined")
            $0.integer(comparison.undefined)
            for (key, estimate) in [
                ("baseline", result.baseline), ("candidate", result.candidate), ("difference", result.difference),
            ] {
                $0.key(key)
                append(estimate, to: &$0)
            }
            for (key, p) in [("p", result.p), ("p_holm", comparison.adjustedP), ("p_bootstrap", result.bootstrapP)] {
                $0.key(key)
                $0.number(p)
            }
            $0.key("test")
            append(result, to: &$0)
            $0.key("smallest_p")
            $0.number(result.p == nil ? nil : result.smallestP)
            $0.key("differing")
            $0.integer(result.differing)
            for (key, count) in [
                ("wins", comparison.wins?.better), ("ties", comparison.wins?.same), ("losses", comparison.wins?.worse),
            ] {
                $0.key(key)
                if let count { $0.integer(count) } else { $0.null() }
            }
            $0.key("outcome")
            $0.string(comparison.verdict.outcome.rawValue)
            $0.key("verdict")
            $0.string(comparison.verdict.text)
        }
    }

    private static func append(_ result: PairedComparison, to writer: inout JSONWriter) {
        writer.object {
            $0.key("kind")
            switch result.test {
            case .exact:
                $0.string("exact")
                $0.key("patterns")
                $0.integer(1 << result.differing)
            case .sampled(let patterns):
                $0.string("sampled")
                $0.key("patterns")
                $0.integer(patterns)
            }
        }
    }

    static func append(_ estimate: PairedComparison.Estimate?, to writer: inout JSONWriter) {
        guard let estimate else { return writer.null() }
        writer.object {
            $0.key("value")
            $0.number(estimate.value)
            $0.key("interval")
            $0.interval(estimate.interval.map { ($0.low, $0.high) })
        }
    }
}
