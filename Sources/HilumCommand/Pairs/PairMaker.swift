import Hilum

/// What a prompt came to.
struct PromptOutcome: Sendable {
    var prompt: PreferencePrompt
    var candidateCount: Int
    var selection: PairSelection.Selection
    var hasReason: Bool
}

/// What prompts that follow one another came to.
struct PairPiece: Sendable {
    var outcomes: [PromptOutcome] = []
    var warning = CoverageWarning()
}

/// Scores candidates and makes pairs of them.
struct PairMaker: Sendable {
    let hilum: Hilum
    let selection: PairSelection

    func pairs(of prompts: [CandidatePrompt]) -> PairPiece {
        var piece = PairPiece()
        for prompt in prompts {
            let candidates = scored(prompt, &piece.warning)
            piece.outcomes.append(
                PromptOutcome(
                    prompt: prompt.prompt, candidateCount: candidates.count, selection: selection.pairs(among: candidates),
                    hasReason: prompt.reference != nil))
        }
        return piece
    }

    private func scored(_ prompt: CandidatePrompt, _ warning: inout CoverageWarning) -> [ScoredCandidate] {
        let graphs = prompt.candidates.map { hilum.extract(Report(text: $0)) }
        guard let reference = prompt.reference.map({ hilum.extract(Report(text: $0)) }) else {
            return zip(graphs, prompt.scores ?? []).map { graph, score in
                ScoredCandidate(text: graph.text, reward: score, content: StatedContent(of: graph))
            }
        }
        let stated = hilum.reference(reference)
        return graphs.enumerated().map { index, graph in
            var candidate = hilum.candidate(graph, reference: stated)
            if let scores = prompt.scores {
                candidate.reward = scores[index]
            } else {
                let coverage = CoveragePair(reference: reference.coverage, candidate: graph.coverage)
                warning.add(coverage, id: prompt.prompt.id, graphs: index == 0 ? [reference, graph] : [graph])
            }
            return candidate
        }
    }
}

/// Keeps account of the pairs given out, in their order: none twice.
struct PairLedger {
    let json: PreferenceJSON
    private var given = IDRegister()
    private var pairs = 0
    private var prompts = 0
    private var refused: [PairSelection.Refusal: Int] = [:]
    private var warning = CoverageWarning()

    init(json: PreferenceJSON) {
        self.json = json
    }

    /// - Returns: the lines to write.
    mutating func add(_ piece: PairPiece) -> (pairs: [UInt8], skipped: [UInt8]) {
        var lines = JSONWriter()
        var skipped = JSONWriter()
        for outcome in piece.outcomes {
            prompts += 1
            var hasPair = false
            for pair in outcome.selection.pairs {
                if let key = outcome.prompt.key(of: pair), given.register(key, line: 0) != nil { continue }
                json.append(pair, of: outcome.prompt, hasReason: outcome.hasReason, to: &lines)
                lines.newline()
                pairs += 1
                hasPair = true
            }
            guard !hasPair else { continue }
            let refusal = outcome.selection.refusal ?? .repeated
            refused[refusal, default: 0] += 1
            PreferenceJSON.append(
                skipped: outcome.prompt.id, refusal, candidates: outcome.candidateCount, selection: outcome.selection,
                to: &skipped)
            skipped.newline()
        }
        warning.merge(piece.warning)
        return (lines.bytes, skipped.bytes)
    }

    /// How many pairs there were, why some prompts gave none, and what was not understood.
    var account: String {
        let reasons = PairSelection.Refusal.allCases.compactMap { refusal in
            refused[refusal].map { "\($0) \(refusal.words)" }
        }
        let skipped = refused.values.reduce(0, +)
        let rest = skipped == 0 ? "" : "; \(skipped) gave none: " + reasons.joined(separator: ", ")
        return "hilum: \(pairs) \(pairs == 1 ? "pair" : "pairs") of \(prompts) \(prompts == 1 ? "prompt" : "prompts")\(rest)\n"
            + (warning.text ?? "")
    }
}

extension PairSelection.Refusal {
    fileprivate var words: String {
        switch self {
        case .oneDistinct: "with only one distinct candidate"
        case .belowQuality: "below quality"
        case .tooClose: "too close"
        case .repeated: "given before"
        }
    }
}
