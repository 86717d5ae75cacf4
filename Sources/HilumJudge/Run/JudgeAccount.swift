import Hilum

/// What a run of a judge came to.
public struct JudgeAccount: Sendable {
    public private(set) var pairs = 0
    /// Those with a score.
    public private(set) var answered = 0
    /// Those for which nothing was sent, as they had been asked before.
    public private(set) var cached = 0
    /// How many completions were no answers, by reason.
    public private(set) var unreadable = ReasonCounts()
    /// How often the endpoint gave nothing, by reason.
    public private(set) var failed = ReasonCounts()
    /// Tokens of the completions that came in this run, as the endpoint counts them.
    public private(set) var usage = TokenUsage(prompt: 0, completion: 0)
    /// Completions that came in this run without such a count.
    public private(set) var uncounted = 0
    /// Over the pairs with a score.
    public private(set) var moments: [Metric: Moments] = [:]

    public init() {}

    /// Pairs that were sent.
    public var asked: Int { pairs - cached }

    public mutating func add(_ judgement: Judgement) {
        pairs += 1
        if judgement.isCached { cached += 1 }
        if let completion = judgement.completion, !judgement.isCached {
            if let usage = completion.usage { self.usage += usage } else { uncounted += 1 }
        }
        switch judgement.outcome {
        case .unreadable(let reason): unreadable.add(reason)
        case .failed(let reason): failed.add(reason)
        case .answered(let answer):
            answered += 1
            add(Double(answer.factuality.significant.total), as: .significantErrors)
            add(Double(answer.factuality.insignificant.total), as: .insignificantErrors)
            if let green = answer.green { add(green, as: .green) }
            if let matched = answer.matchedFindings { add(Double(matched), as: .matchedFindings) }
        }
    }

    private mutating func add(_ value: Double, as metric: Metric) { moments[metric, default: Moments()].add(value) }
}

/// What tokens cost, in whatever currency.
public struct TokenPrices: Sendable, Hashable {
    /// For a million tokens.
    public var prompt: Double
    public var completion: Double

    public init(prompt: Double, completion: Double) {
        self.prompt = prompt
        self.completion = completion
    }

    public func cost(of usage: TokenUsage) -> Double {
        (Double(usage.prompt) * prompt + Double(usage.completion) * completion) / 1_000_000
    }
}
