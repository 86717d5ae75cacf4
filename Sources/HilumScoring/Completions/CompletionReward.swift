import HilumMetrics

/// What a completion is worth against its solution, for a training loop.
public struct CompletionReward: Sendable, Hashable {
    /// The weighted sum of the parts; see `RewardPartWeights`. Nil where no part that counts can be judged.
    public var reward: Double?
    /// 0–1; nil in mode `hilum` where the solution has no answer.
    public var answer: Double?
    /// Agreement of the graphs, 0–1; nil in mode `hilum` where neither has anything to compare and an answer is there to judge.
    public var kg: Double?
    /// 1 if the whole text is reasoning and then answer, each in its tags, else 0.
    public var format: Double
    /// Why, where reasons were asked for.
    public var reasons: Reasons?

    /// By mode.
    public enum Reasons: Sendable, Hashable {
        case concepts(ConceptReasons)
        case spelling(SpellingReasons)
    }
}

/// The reasons of mode `hilum`. All spans are bytes of the completion, or of the solution.
public struct ConceptReasons: Sendable, Hashable {
    /// Of the parts that are compared; then of the answer, where it should name findings and is not what is compared.
    public var errors: [FactualityError]
    public var implausible: [Implausibility]
    /// The completion's reasoning, sentence by sentence; none where nothing is marked as reasoning.
    public var steps: [ReasoningStep]
    /// Nil where there is no answer that states a finding, or no reasoning.
    public var answerSupport: AnswerSupport?
}

/// The reasons of CheXPO-v2's modes.
public struct SpellingReasons: Sendable, Hashable {
    public var consistency: GraphConsistency
    public var candidate: EntityGraph
    public var reference: EntityGraph
}
