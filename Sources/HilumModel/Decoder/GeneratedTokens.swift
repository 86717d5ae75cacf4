/// A text that a decoder wrote.
public struct GeneratedTokens: Sendable, Hashable {
    public enum Ending: Sendable, Hashable {
        /// The model ended it.
        case stop
        /// It was as long as it may be, or as the context is.
        case limit
        /// All that could follow is forbidden.
        case forbidden
    }

    /// Without the one that ended it.
    public var tokens: [Int]
    /// The natural logarithm of how likely the model thinks it, its end included; at most 0.
    public var logProbability: Float
    public var ending: Ending
}
