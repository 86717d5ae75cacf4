import HilumMetrics

/// Writes what a check comes to as one JSON object.
public enum CheckJSON {
    /// Appends `{"passed", "updated", "input", "baseline", "signature", "test_signature", "reports", "baseline_reports", "compared", "missing": [id],
    /// "allow_missing", "added": [id], "alpha", "confidence", "gates": [gate], "failures": [text], "warnings": [text], "better", "worse", "mixed", "same",
    /// "regressions": [regression]}`.
    ///
    /// A gate is `{"metric", "kind": "max_drop|min|max", "limit", "direction": "higher|lower", "baseline", "now", "difference": estimate,
    /// "p", "p_holm", "smallest_p", "differing", "n", "verdict": "passed|failed|not_shown|too_few", "text"}`, an estimate `{"value",
    /// "interval": [low, high]}`: `direction` says what is better, `difference` is now less baseline; of a floor or a ceiling what belongs to the test
    /// is null. A regression is `{"id", "line", "metrics": {name: {"baseline", "now"}}, "new_errors": [error], "newly_wrong_labels": [label]}`
    /// (of a CheXpert F1, which one report has not, the numbers count its wrong labels)
    /// with errors as in the lines of `hilum score`. Reports
    /// are counted by the gated metrics: `mixed` are better in one and worse in another, and among the regressions.
    /// - Parameters:
    ///   - most: how many regressions to list, the worst first.
    ///   - updated: whether the baseline has been replaced by what was checked.
    public static func append(_ result: CheckResult, most: Int, updated: Bool, to writer: inout JSONWriter) {
        writer.object {
            $0.key("passed")
            $0.bool(result.hasPassed)
            $0.key("updated")
            $0.bool(updated)
            for (key, text) in [
                ("input", result.input), ("baseline", result.baseline), ("signature", result.signature),
                ("test_signature", result.testSignature),
            ] {
                $0.key(key)
                $0.string(text)
            }
            for (key, count) in [
                ("reports", result.reports), ("baseline_reports", result.baselineReports), ("compared", result.compared),
            ] {
                $0.key(key)
                $0.integer(count)
            }
            strings("missing", result.missing, to: &$0)
            $0.key("allow_missing")
            $0.bool(result.allowsMissing)
            strings("added", result.added, to: &$0)
            $0.key("alpha")
            $0.number(result.alpha)
            $0.key("confidence")
            $0.number(result.confidence)
            $0.key("gates")
            $0.array { for gate in result.gates { append(gate, to: &$0) } }
            strings("failures", result.failures, to: &$0)
            strings("warnings", result.warnings, to: &$0)
            for (key, count) in [
                ("better", result.better), ("worse", result.worse), ("mixed", result.mixed), ("same", result.same),
            ] {
                $0.key(key)
                $0.integer(count)
            }
            $0.key("regressions")
            $0.array { for regression in result.regressions.prefix(most) { append(regression, to: &$0) } }
        }
    }

    /// Appends the object of a baseline that was made without being compared with another: `{"passed": null, "updated": true, "input",
    /// "baseline", "signature", "reports", "not_compared": reason}`; the reason is null where there was no baseline.
    public static func append(made checked: CheckedReports, baseline: String, reason: String?, to writer: inout JSONWriter) {
        writer.object {
            $0.key("passed")
            $0.null()
            $0.key("updated")
            $0.bool(true)
            for (key, text) in [("input", checked.file), ("baseline", baseline), ("signature", checked.signature)] {
                $0.key(key)
                $0.string(text)
            }
            $0.key("reports")
            $0.integer(checked.count)
            $0.key("not_compared")
            $0.string(reason)
        }
    }

    private static func strings(_ key: String, _ texts: [String], to writer: inout JSONWriter) {
        writer.key(key)
        writer.array { for text in texts { $0.string(text) } }
    }

    private static func append(_ result: GateResult, to writer: inout JSONWriter) {
        let compared = result.comparison?.result
        writer.object {
            $0.key("metric")
            $0.string(result.gate.metric.name)
            $0.key("kind")
            $0.string(result.gate.kind.rawValue)
            $0.key("limit")
            $0.number(result.gate.limit)
            $0.key("direction")
            $0.string(result.gate.metric.isHigherBetter ? "higher" : "lower")
            $0.key("baseline")
            $0.number(result.baseline)
            $0.key("now")
            $0.number(result.now)
            $0.key("difference")
            ComparisonJSON.append(compared?.difference, to: &$0)
            for (key, p) in [
                ("p", compared?.p), ("p_holm", result.comparison?.adjustedP), ("smallest_p", compared?.smallestP),
            ] {
                $0.key(key)
                $0.number(p)
            }
            for (key, count) in [("differing", compared?.differing), ("n", compared?.reports)] {
                $0.key(key)
                if let count { $0.integer(count) } else { $0.null() }
            }
            $0.key("verdict")
            $0.string(result.verdict.rawValue)
            $0.key("text")
            $0.string(result.text)
        }
    }

    private static func append(_ regression: Regression, to writer: inout JSONWriter) {
        writer.object {
            $0.key("id")
            $0.string(utf8: regression.id)
            $0.key("line")
            $0.integer(regression.line)
            $0.key("metrics")
            $0.object {
                for change in regression.changes {
                    $0.key(change.metric)
                    $0.object {
                        $0.key("baseline")
                        $0.number(change.baseline)
                        $0.key("now")
                        $0.number(change.now)
                    }
                }
            }
            $0.key("new_errors")
            $0.array { for error in regression.newErrors { ScoreJSON.append(error, to: &$0) } }
            strings("newly_wrong_labels", regression.newWrongLabels.map(\.rawValue), to: &$0)
        }
    }
}
