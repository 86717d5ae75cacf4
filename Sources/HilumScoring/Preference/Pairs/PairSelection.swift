/// Two texts for one prompt, of which the first is to be preferred.
public struct PreferencePair: Sendable, Hashable {
    public var chosen: ScoredCandidate
    public var rejected: ScoredCandidate

    public init(chosen: ScoredCandidate, rejected: ScoredCandidate) {
        self.chosen = chosen
        self.rejected = rejected
    }

    /// By how much the chosen one's reward is higher.
    public var margin: Double { chosen.reward - rejected.reward }
}

/// Which candidates for a prompt make pairs for direct preference optimisation (Rafailov et al. 2023, arXiv:2305.18290).
///
///     let selection = PairSelection(margin: 0.1, minimumQuality: 0.5, most: 1)
///     for pair in selection.pairs(among: candidates).pairs { … pair.chosen … pair.rejected … }
public struct PairSelection: Sendable, Hashable {
    /// The least difference of reward within a pair, at least 0. Equals never make a pair.
    public var margin: Double
    /// The least reward of the chosen one.
    public var minimumQuality: Double
    /// The most pairs of a prompt, at least 1.
    public var most: Int

    /// Differences below this come from rounding: 0.5 and 0.4 differ by 0.1.
    public static let tolerance = 1e-9

    public init(margin: Double = 0.1, minimumQuality: Double = 0.5, most: Int = 1) {
        self.margin = margin
        self.minimumQuality = minimumQuality
        self.most = most
    }

    /// Why a prompt gives no pair.
    public enum Refusal: String, CaseIterable, Sendable {
        /// All candidates say the same.
        case oneDistinct = "one_distinct_candidate"
        /// No candidate is good enough to be chosen.
        case belowQuality = "below_quality"
        /// The best and the worst differ by less than the margin.
        case tooClose = "too_close"
        /// The same pair was given for the same prompt before.
        case repeated
    }

    public struct Selection: Sendable, Hashable {
        /// The widest margin first; of equals the better chosen one.
        public var pairs: [PreferencePair]
        /// Nil where there are pairs.
        public var refusal: Refusal?
        /// How many candidates say different things.
        public var distinctCount: Int
        /// The highest and the lowest reward; nil without candidates.
        public var best: Double?
        public var worst: Double?
    }

    /// - Parameter candidates: of one prompt, in any order, which makes no difference.
    /// - Returns: no two pairs of the same chosen and rejected text.
    public func pairs(among candidates: [ScoredCandidate]) -> Selection {
        let candidates = candidates.distinct()
        var selection = Selection(
            pairs: [], refusal: nil, distinctCount: candidates.count, best: candidates.first?.reward,
            worst: candidates.last?.reward)
        guard candidates.count > 1 else {
            selection.refusal = .oneDistinct
            return selection
        }
        selection.pairs = widestPairs(of: candidates)
        if selection.pairs.isEmpty { selection.refusal = isGoodEnough(candidates[0]) ? .tooClose : .belowQuality }
        return selection
    }

    private func isGoodEnough(_ candidate: ScoredCandidate) -> Bool {
        candidate.reward >= minimumQuality - Self.tolerance
    }

    /// - Parameter candidates: the best first.
    private func widestPairs(of candidates: [ScoredCandidate]) -> [PreferencePair] {
        var pairs: [PreferencePair] = []
        // For each chosen one the rejected one that makes its widest pair still left. A better one is never far behind a worse one, so
        // that the next chosen one comes into question only when the last has given a pair.
        var next: [Int] = []
        while pairs.count < most {
            let isLastUsed = next.last.map { $0 < candidates.count - 1 } ?? true
            if isLastUsed, next.count < candidates.count, isGoodEnough(candidates[next.count]) {
                next.append(candidates.count - 1)
            }
            var widest: (chosen: Int, pair: PreferencePair)?
            for (chosen, rejected) in next.enumerated() where rejected > chosen {
                let pair = PreferencePair(chosen: candidates[chosen], rejected: candidates[rejected])
                if pair.margin > widest?.pair.margin ?? -1 { widest = (chosen, pair) }
            }
            guard let widest, widest.pair.margin >= max(margin - Self.tolerance, Self.tolerance) else { break }
            pairs.append(widest.pair)
            next[widest.chosen] -= 1
        }
        return pairs
    }
}
