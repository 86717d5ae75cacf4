#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How many texts are followed at once, and how those of different lengths compare.
public struct BeamSearch: Sendable, Hashable {
    public var width: Int
    /// A text counts by its log-probability divided by its length (its end included) to this power: 0 favours short texts, 1 takes the mean.
    public var lengthPower: Float

    /// - Precondition: the width is at least 1.
    public init(width: Int = 4, lengthPower: Float = 1) {
        precondition(width >= 1 && lengthPower.isFinite, "a beam has a text")
        self.width = width
        self.lengthPower = lengthPower
    }

    func score(_ text: GeneratedTokens) -> Float {
        let length = text.tokens.count + (text.ending == .stop ? 1 : 0)
        return text.logProbability / pow(Float(max(1, length)), lengthPower)
    }
}

extension TextDecoder {
    /// A text that is being followed.
    private struct Branch {
        var text = GeneratedTokens(tokens: [], logProbability: 0, ending: .limit)
        /// Of the cache, beyond what all share.
        var rows: [Int] = []
        var logits: [Float]
    }

    /// A text with one more token.
    private struct Extension {
        var branch: Int
        var token: Int
        var logProbability: Float
    }

    /// Continues a sequence by the best text of a beam (Sutskever et al. 2014, arXiv:1409.3215): a text that ends leaves the beam, which
    /// is narrower from then on. With a width of 1 it is `greedy`. Of equals, the text that was ahead before goes first, then the lower id.
    /// - Returns: of the texts that ended the best one, or where none did, of the others.
    public func beamSearch(after state: DecoderState, _ search: BeamSearch, limits: GenerationLimits) -> GeneratedTokens {
        var cache = state.cache
        var beam = [Branch(logits: state.logits)]
        var ended: [GeneratedTokens] = []
        let most = limits.tokens(after: state, of: self)
        for length in 0..<most {
            let extensions = best(search.width - ended.count, of: beam, limits: limits)
            guard !extensions.isEmpty else {
                for index in beam.indices { beam[index].text.ending = .forbidden }
                break
            }
            var next: [Branch] = []
            for chosen in extensions {
                var branch = beam[chosen.branch]
                branch.text.logProbability = chosen.logProbability
                if chosen.token == limits.stop {
                    branch.text.ending = .stop
                    ended.append(branch.text)
                } else {
                    branch.text.tokens.append(chosen.token)
                    next.append(branch)
                }
            }
            beam = next
            guard !beam.isEmpty else { break }
            if length + 1 < most { advance(&beam, shared: state.count, &cache) }
        }
        let texts = ended.isEmpty ? beam.map(\.text) : ended
        var best = GeneratedTokens(tokens: [], logProbability: 0, ending: .limit)
        for (index, text) in texts.enumerated() where index == 0 || search.score(text) > search.score(best) { best = text }
        return best
    }

    /// Reads the last token of each text: one pass for all.
    private func advance(_ beam: inout [Branch], shared: Int, _ cache: inout KeyValueCache) {
        let rows = cache.rows(layer: 0)
        for index in beam.indices { beam[index].rows.append(rows + index) }
        let logits = logits(of: beam.compactMap(\.text.tokens.last), .branches(shared: shared, own: beam.map(\.rows)), &cache)
        for index in beam.indices { beam[index].logits = Array(logits[index]) }
    }

    /// The likeliest texts with one more token.
    private func best(_ count: Int, of beam: [Branch], limits: GenerationLimits) -> [Extension] {
        var found: [Extension] = []
        for (index, branch) in beam.enumerated() {
            var scores = VectorFunctions.logSoftmax(branch.logits)
            limits.forbid(after: branch.text.tokens, in: &scores)
            let likeliest = VectorFunctions.largest(count, of: scores)
            found += likeliest.map {
                Extension(branch: index, token: $0, logProbability: branch.text.logProbability + scores[$0])
            }
        }
        return Array(
            found.sorted {
                ($1.logProbability, $0.branch, $0.token) < ($0.logProbability, $1.branch, $1.token)
            }.prefix(count))
    }
}
