/// When a text that is generated ends, and what it must not say.
public struct GenerationLimits: Sendable {
    /// The token that ends a text; it is not part of it.
    public var stop: Int
    /// The most tokens of a text. It also ends where the model's context does.
    public var maximumTokens: Int
    /// The tokens that may not come next, given those that were generated so far; nil: all may. Where none is left, the text ends.
    public var forbidden: (@Sendable (_ generated: [Int]) -> [Int])?

    public init(stop: Int, maximumTokens: Int, forbidden: (@Sendable (_ generated: [Int]) -> [Int])? = nil) {
        self.stop = stop
        self.maximumTokens = maximumTokens
        self.forbidden = forbidden
    }

    /// How many tokens may follow a state.
    func tokens(after state: DecoderState, of decoder: TextDecoder) -> Int {
        max(0, min(maximumTokens, decoder.configuration.context - state.count))
    }

    /// Makes −∞ of what may not come next.
    func forbid(after generated: [Int], in scores: inout [Float]) {
        guard let forbidden else { return }
        for token in forbidden(generated) where scores.indices.contains(token) { scores[token] = -.infinity }
    }
}
