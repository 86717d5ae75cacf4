/// How a report is written.
public struct GenerationOptions: Sendable, Hashable {
    /// Which token follows.
    public enum Strategy: Sendable, Hashable {
        /// The likeliest.
        case greedy
        /// That of the likeliest of `width` sequences which are followed side by side; at least 1, which is as greedy.
        case beam(width: Int)
        /// One drawn from the likeliest that have the probability `topP` (above 0, at most 1) together, at a temperature above 0: below 1
        /// what is likely becomes likelier. The same seed gives the same report.
        case sampling(temperature: Double, topP: Double, seed: UInt64)
    }

    public var strategy = Strategy.greedy
    /// The most tokens of a report, at least 1; one that is cut there loses its last, unfinished sentence.
    public var mostTokens = Self.standardMostTokens
    /// Whether an image is described that is no chest radiograph.
    public var allowsAnyImage = false
    /// Whether to make a heat map of each finding that is reported from an image.
    public var makesHeatMaps = false

    public static let standardMostTokens = 200

    public init() {}

    /// - Throws: `GenerationError.badOptions` where a number is out of its range.
    func check() throws {
        let reason: String? =
            switch strategy {
            case .greedy: nil
            case .beam(let width): width >= 1 ? nil : "a beam follows 1 sequence or more"
            case .sampling(let temperature, let topP, _):
                temperature > 0 && temperature.isFinite
                    ? 0 < topP && topP <= 1 ? nil : "topP is above 0 and at most 1" : "a temperature is above 0 and finite"
            }
        if let reason = mostTokens >= 1 ? reason : "a report has 1 token or more" {
            throw GenerationError.badOptions(reason: reason)
        }
    }
}
