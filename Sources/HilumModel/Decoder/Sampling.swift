#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a token is drawn.
public struct Sampling: Sendable, Hashable {
    /// What logits are divided by before they become probabilities; above 0. Below 1 the likely becomes likelier.
    public var temperature: Double
    /// How many of the likeliest tokens are drawn from; nil: all.
    public var topK: Int?
    /// The fewest of the likeliest tokens are drawn from that have this share of the probability between them (nucleus sampling, Holtzman
    /// et al. 2020, arXiv:1904.09751); above 0, 1: all.
    public var topP: Double

    /// - Precondition: the numbers are in their ranges.
    public init(temperature: Double = 1, topK: Int? = nil, topP: Double = 1) {
        precondition(temperature > 0 && temperature.isFinite, "a temperature above absolute zero")
        precondition(topP > 0 && topP <= 1 && topK ?? 1 > 0, "something to draw from")
        self.temperature = temperature
        self.topK = topK
        self.topP = topP
    }

    /// Draws a token.
    /// - Parameters:
    ///   - logProbabilities: −∞ is never drawn; at least one is finite.
    ///   - number: from 0 to below 1; the same number draws the same token.
    func draw(_ logProbabilities: [Float], number: Double) -> Int {
        let kept = VectorFunctions.largest(topK ?? logProbabilities.count, of: logProbabilities)
        guard let likeliest = kept.first else { return 0 }
        let weights = kept.map { exp(Double(logProbabilities[$0] - logProbabilities[likeliest]) / temperature) }
        var nucleus: Double = 0
        var count = 0
        let enough = topP * weights.reduce(0, +)
        while count < weights.count, count == 0 || topP == 1 || nucleus < enough {
            nucleus += weights[count]
            count += 1
        }
        var left = number * nucleus
        for (token, weight) in zip(kept, weights).prefix(count) {
            left -= weight
            if left < 0 { return token }
        }
        // What rounding left over.
        return kept[count - 1]
    }
}

extension TextDecoder {
    /// Continues a sequence by tokens that are drawn: the same numbers draw the same text.
    /// - Parameter generator: one of a promised sequence, such as SplitMix64, for texts that can be had again.
    public func sample(
        after state: DecoderState, _ sampling: Sampling, limits: GenerationLimits,
        using generator: inout some RandomNumberGenerator
    ) -> GeneratedTokens {
        generate(after: state, limits: limits) { logProbabilities in
            // 53 bits: Swift's own `Double.random` promises no particular sequence.
            sampling.draw(logProbabilities, number: Double(generator.next() >> 11) * 0x1p-53)
        }
    }
}
