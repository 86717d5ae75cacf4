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
    /// Those of the unreadable that were cut off at the most tokens.
    public private(set) var cutOff = 0
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
        case .unreadable(let reason):
            unreadable.add(reason)
            if judgement.completion?.isCutOff == true { cutOff += 1 }
        case .failed(let reason): failed.add(reason)
        case .answered(let answer):
            answered += 1
            add(Double(answer.factuality.significant.total), as: .significantErrors)
            add(Double(answer.factuality.insignificant.total), as: .insignificantErrors)
            if let green = answer.green { add(green, as: .green) }
            if let matched = answer.matchedFindings { add(Double(matched), as: .matchedFindings) }
        }
    }

    /// That there were answers and none that can be read; nil where one could be, or there was none.
    /// - Parameter place: of the endpoint.
    public func unreadableError(place: String) -> EndpointError? {
        guard answered == 0, let commonest = unreadable.sorted.first else { return nil }
        var advice: [String] = []
        if cutOff > 0, !commonest.reason.contains(JudgeProtocol.cutOff) { advice.append("\(cutOff) \(JudgeProtocol.cutOff)") }
        if asked == 0 { advice.append("all were kept from before: --ask-again-unreadable asks again") }
        return .unreadable(answers: unreadable.total, place: place, reason: commonest.reason, advice: advice)
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
