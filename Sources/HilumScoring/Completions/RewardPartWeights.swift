/// How much each part counts in the reward of a completion (`w_answer`, `w_kg`, `w_format` of CheXPO-v2). Weights that sum to 1 keep the
/// reward between 0 and 1.
public struct RewardPartWeights: Sendable, Hashable {
    public var answer: Double
    public var kg: Double
    public var format: Double

    /// By default answer and graph count alike, and the format nothing, as in CheXPO-v2's run.
    public init(answer: Double = 0.5, kg: Double = 0.5, format: Double = 0) {
        self.answer = answer
        self.kg = kg
        self.format = format
    }

    /// w_answer·answer + w_kg·kg + w_format·format. The weight of a part that is undefined goes to the others, in proportion.
    /// - Returns: nil where no part that counts is defined.
    public func reward(answer: Double?, kg: Double?, format: Double) -> Double? {
        let all = self.answer + self.kg + self.format
        let defined = all - (answer == nil ? self.answer : 0) - (kg == nil ? self.kg : 0)
        guard defined > 0 else { return nil }
        let sum = self.answer * (answer ?? 0) + self.kg * (kg ?? 0) + self.format * format
        return defined == all ? sum : sum * all / defined
    }
}
