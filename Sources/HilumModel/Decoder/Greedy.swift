extension TextDecoder {
    /// Continues a sequence by the likeliest token each time; of equals, by the one of the lowest id.
    public func greedy(after state: DecoderState, limits: GenerationLimits) -> GeneratedTokens {
        generate(after: state, limits: limits) { logProbabilities in
            var best = 0
            for token in logProbabilities.indices where logProbabilities[token] > logProbabilities[best] { best = token }
            return best
        }
    }
}
