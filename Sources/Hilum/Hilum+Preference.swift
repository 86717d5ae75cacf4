extension Hilum {
    /// Reads a text and scores it against a reference as one candidate among several, for `PairSelection`.
    ///
    ///     let reference = hilum.reference(hilum.extract(solution))  // once, for all candidates
    ///     let candidates = completions.map { hilum.candidate($0, reference: reference) }
    ///     let pairs = PairSelection(margin: 0.1, minimumQuality: 0.5).pairs(among: candidates).pairs
    ///     print(pairs.map { PreferenceReason(of: $0).explanation })
    public func candidate(_ text: String, reference: StatedReport) -> ScoredCandidate {
        candidate(extract(text), reference: reference)
    }

    /// The same against a reference that is not laid out.
    public func candidate(_ text: String, reference: ReportGraph) -> ScoredCandidate {
        candidate(extract(text), reference: self.reference(reference))
    }

    /// The same of a text that has been read.
    public func candidate(_ graph: ReportGraph, reference: StatedReport) -> ScoredCandidate {
        let score = score(candidate: graph, reference: reference, parts: [.kg, .factuality])
        return ScoredCandidate(
            text: graph.text, reward: score.kg.reward, content: StatedContent(of: graph), errors: score.factuality.errors)
    }
}
