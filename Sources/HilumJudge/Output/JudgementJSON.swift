import Hilum

/// Writes judgements, a line each.
public enum JudgementJSON {
    /// Appends `{"id", "factuality", …, "completion", "model", "cached", "finish_reason", "usage": {"prompt_tokens",
    /// "completion_tokens"}, "signature"}`; see `JudgeJSON` for what the judge says. Without an answer of the endpoint `completion`,
    /// `finish_reason` and `usage` are null.
    /// - Parameters:
    ///   - id: UTF-8.
    ///   - model: that was asked, which stands where the endpoint names none.
    ///   - signature: see `Judge.signature`.
    public static func append(
        _ judgement: Judgement, id: [UInt8], model: String, signature: String, to writer: inout JSONWriter
    ) {
        let completion = judgement.completion
        writer.object {
            $0.key("id")
            $0.string(utf8: id)
            JudgeJSON.append(judgement.answer, reason: judgement.reason, to: &$0)
            $0.key("completion")
            $0.string(completion?.text)
            $0.key("model")
            $0.string(completion?.model ?? model)
            $0.key("cached")
            $0.bool(judgement.isCached)
            $0.key("finish_reason")
            $0.string(completion?.finishReason)
            $0.key("usage")
            if let usage = completion?.usage { append(usage, to: &$0) } else { $0.null() }
            $0.key("signature")
            $0.string(signature)
        }
    }

    /// Appends the summary of a run: `{"n", "answered", "asked", "cached", "unreadable": {"total", "reasons": {reason: n}}, "failed": {…},
    /// "usage": {"prompt_tokens", "completion_tokens", "uncounted"}, "cost", "metrics": {name: {"mean", "sd", "ci95", "n"}}, "signature"}`.
    /// Usage and cost are of this run, not of what was in the cache; without prices the cost is null. The metrics are over the pairs
    /// with a score.
    public static func appendSummary(
        _ account: JudgeAccount, prices: TokenPrices?, signature: String, to writer: inout JSONWriter
    ) {
        writer.object {
            for (name, count) in [
                ("n", account.pairs), ("answered", account.answered), ("asked", account.asked), ("cached", account.cached),
            ] {
                $0.key(name)
                $0.integer(count)
            }
            $0.key("unreadable")
            append(account.unreadable, to: &$0)
            $0.key("failed")
            append(account.failed, to: &$0)
            $0.key("usage")
            append(account.usage, uncounted: account.uncounted, to: &$0)
            $0.key("cost")
            $0.number(prices.map { $0.cost(of: account.usage) })
            $0.key("metrics")
            $0.object {
                for metric in Metric.allCases {
                    guard let moments = account.moments[metric] else { continue }
                    $0.key(metric.rawValue)
                    $0.moments(moments, withCount: true)
                }
            }
            $0.key("signature")
            $0.string(signature)
        }
    }

    private static func append(_ usage: TokenUsage, uncounted: Int? = nil, to writer: inout JSONWriter) {
        writer.object {
            $0.key("prompt_tokens")
            $0.integer(usage.prompt)
            $0.key("completion_tokens")
            $0.integer(usage.completion)
            if let uncounted {
                $0.key("uncounted")
                $0.integer(uncounted)
            }
        }
    }

    private static func append(_ counts: ReasonCounts, to writer: inout JSONWriter) {
        writer.object {
            $0.key("total")
            $0.integer(counts.total)
            $0.key("reasons")
            $0.reasons(counts)
        }
    }
}
