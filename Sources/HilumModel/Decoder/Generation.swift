extension TextDecoder {
    /// Continues a sequence token by token.
    /// - Parameter choose: of the logarithms of the tokens' probabilities, where −∞ is forbidden, the one that comes next; at least one is
    ///   finite.
    func generate(
        after state: DecoderState, limits: GenerationLimits, choose: (_ logProbabilities: [Float]) -> Int
    ) -> GeneratedTokens {
        var state = state
        var generated = GeneratedTokens(tokens: [], logProbability: 0, ending: .limit)
        let most = limits.tokens(after: state, of: self)
        while generated.tokens.count < most {
            var scores = VectorFunctions.logSoftmax(state.logits)
            limits.forbid(after: generated.tokens, in: &scores)
            guard scores.contains(where: \.isFinite) else {
                generated.ending = .forbidden
                break
            }
            let token = choose(scores)
            generated.logProbability += scores[token]
            guard token != limits.stop else {
                generated.ending = .stop
                break
            }
            generated.tokens.append(token)
            // Behind the last one nothing is read any more.
            if generated.tokens.count < most {
                state.logits = logits(of: [token], .sequence(before: state.count, images: 0), &state.cache).array
            }
        }
        return generated
    }

    /// The logits [n, vocabulary] behind tokens of which each sees what it is told to.
    func logits(of tokens: [Int], _ visibility: Visibility, _ cache: inout KeyValueCache) -> Activations {
        let x = Activations(rows: tokens.count, columns: configuration.width)
        embed(tokens, into: x, from: 0)
        pass(x, visibility, &cache)
        return logits(x)
    }
}
