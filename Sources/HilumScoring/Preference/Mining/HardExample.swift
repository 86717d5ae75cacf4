/// Why a row is worth training on once more.
public enum HardReason: String, CaseIterable, Sendable {
    /// No candidate reaches the threshold; of answers, none is right.
    case wrong
    /// Of several candidates some reach the threshold and some do not.
    case unsure
    /// A candidate makes an error that is likely to change treatment, management or outcome.
    case significantError = "significant_error"
    /// The model was not certain of its own words.
    case lowConfidence = "low_confidence"
}

/// Which rows are hard, as CheXPO chooses them: what the model gets wrong, and what it is not certain of.
public struct HardnessPolicy: Sendable, Hashable {
    /// A reward below it is wrong.
    public var threshold: Double
    public var countsSignificantErrors: Bool
    /// A confidence below it is low; nil where confidence does not count.
    public var leastConfidence: Double?

    public init(threshold: Double = 0.5, countsSignificantErrors: Bool = false, leastConfidence: Double? = nil) {
        self.threshold = threshold
        self.countsSignificantErrors = countsSignificantErrors
        self.leastConfidence = leastConfidence
    }

    /// - Parameters:
    ///   - rewards: one a candidate.
    ///   - hasSignificantError: whether any candidate makes one.
    /// - Returns: none where the row is not hard.
    public func reasons(rewards: [Double], hasSignificantError: Bool, confidence: Double?) -> [HardReason] {
        var reasons: [HardReason] = []
        let wrong = rewards.count { $0 < threshold - PairSelection.tolerance }
        if wrong > 0 { reasons.append(wrong == rewards.count ? .wrong : .unsure) }
        if countsSignificantErrors, hasSignificantError { reasons.append(.significantError) }
        if let confidence, let leastConfidence, confidence < leastConfidence { reasons.append(.lowConfidence) }
        return reasons
    }
}

/// A hard row, as far as its choice depends on it.
public struct HardExample: Sendable, Hashable {
    /// What it is stratified by.
    public var stratum: [String]
    /// Of several candidates the mean; nil without candidates.
    public var reward: Double?
    public var confidence: Double?
    public var id: [UInt8]
    /// Of its row; tells two of the same id apart.
    public var number: Int

    public init(stratum: [String], reward: Double?, confidence: Double? = nil, id: [UInt8], number: Int) {
        self.stratum = stratum
        self.reward = reward
        self.confidence = confidence
        self.id = id
        self.number = number
    }

    /// Whether it is the harder one: by reward, then by confidence where both have one, then by id.
    static func isHarder(_ one: HardExample, than other: HardExample) -> Bool {
        let keys = [(one.reward, other.reward), (one.confidence, other.confidence)].map { ($0 ?? .infinity, $1 ?? .infinity) }
        guard let difference = keys.first(where: { $0 != $1 }) else { return precedes(one, other) }
        return difference.0 < difference.1
    }

    static func precedes(_ one: HardExample, _ other: HardExample) -> Bool {
        one.id == other.id ? one.number < other.number : one.id.lexicographicallyPrecedes(other.id)
    }
}
