import HilumExtraction
import HilumMetrics
import HilumOntology

/// Rewards completions of a policy for a training loop (GRPO and its kin). A value that any number of threads may share.
///
///     let rewards = CompletionScorer(extractor: extractor, scorer: scorer)
///     let solution = rewards.read(solution: "<think>Small left pleural effusion.</think><answer>Pleural effusion</answer>")
///     for completion in group { rewards.reward(completion, against: solution).reward }
///
/// In mode `hilum` the graph part is Hilum's reward of the compared texts (`KGScore.reward`) times `repeatedStep` for each sentence that
/// says nothing new and `implausible` for each statement that cannot be so, as far as the solution has not as many of them. Both parts
/// keep all of their credit if the reasoning bears the answer out, 0.8 of it if the reasoning does not mention what the answer reports, and
/// half of it if the reasoning says the opposite.
public struct CompletionScorer: Sendable {
    public let mode: RewardMode
    public let weights: RewardPartWeights
    private let extractor: Extractor
    private let scorer: Scorer

    /// What is left of the graph part for each repeated sentence: repetition must not pay.
    static let repeatedStep = 0.95
    /// What is left of it for each statement that cannot be so.
    static let implausible = 0.8

    /// - Parameters:
    ///   - extractor: made with the ontology of `scorer`.
    public init(
        extractor: Extractor, scorer: Scorer, mode: RewardMode = .hilum, weights: RewardPartWeights = RewardPartWeights()
    ) {
        self.extractor = extractor
        self.scorer = scorer
        self.mode = mode
        self.weights = weights
    }

    private var knowledge: Knowledge { scorer.knowledge }

    /// Reads a solution; keep the result and compare all of its completions with it.
    /// - Parameter solution: UTF-8: a report, or reasoning and answer in their tags.
    public func read(solution: [UInt8]) -> SolutionReading {
        let text = TaggedCompletion(solution)
        let part = ComparedPart(of: text)
        let range = part.range(in: text)
        let graph = graph(of: text, range)
        guard mode.spelled == nil else {
            return SolutionReading(text: text, part: part, start: range.lowerBound, content: .spelling(EntityGraph(of: graph)))
        }
        let parts = parts(of: text, compared: range, graph)
        let flaws = flaws(of: parts, areExplained: false)
        let concepts = SolutionReading.Concepts(
            compared: parts.compared, answer: parts.answer, answerStart: parts.givenStart,
            comparesAnswer: part == .answer, flaws: flaws.flaws)
        return SolutionReading(text: text, part: part, start: range.lowerBound, content: .concepts(concepts))
    }

    public func read(solution: String) -> SolutionReading { read(solution: Array(solution.utf8)) }

    /// What a completion is worth.
    /// - Parameters:
    ///   - completion: UTF-8.
    ///   - solution: read by this scorer.
    ///   - explains: whether reasons are wanted; without them it takes less time.
    public func reward(_ completion: [UInt8], against solution: SolutionReading, explains: Bool = true) -> CompletionReward {
        let text = TaggedCompletion(completion)
        let format = text.isWellFormed ? 1.0 : 0
        let range = solution.part.range(in: text)
        let graph = graph(of: text, range)
        switch solution.content {
        case .spelling(let reference):
            let candidate = EntityGraph(of: graph)
            let consistency = GraphConsistency(candidate: candidate, reference: reference)
            let answer = AnyMatch.score(candidate: text.answerText, reference: solution.text.answerText)
            let kg = consistency.reward(mode.spelled ?? .chexpo)
            let reasons = SpellingReasons(consistency: consistency, candidate: candidate, reference: reference)
            return CompletionReward(
                reward: weights.reward(answer: answer, kg: kg, format: format), answer: answer, kg: kg, format: format,
                reasons: explains ? .spelling(reasons) : nil)
        case .concepts(let reference):
            return reward(
                parts(of: text, compared: range, graph), against: reference, at: solution.start, format: format,
                explains: explains)
        }
    }

    public func reward(_ completion: String, against solution: SolutionReading, explains: Bool = true) -> CompletionReward {
        reward(Array(completion.utf8), against: solution, explains: explains)
    }

    // MARK: By concepts

    /// The parts of a completion as they are read; each text once.
    private struct Parts {
        var compared: StatedReport
        /// What is judged step by step.
        var reasoning: StatedReport
        /// Nil where there is none between tags.
        var answer: StatedReport?
        /// What stands for the answer: without tags all that is not reasoning.
        var given: StatedReport
        var givenStart: Int
        var comparedStart: Int
        var reasoningStart: Int
        var reasoningIsCompared: Bool
        /// Whether anything is marked as reasoning, so that there are steps to judge.
        var hasReasoning: Bool
    }

    private func parts(of text: TaggedCompletion, compared range: Range<Int>, _ graph: ReportGraph) -> Parts {
        let compared = StatedReport(graph, knowledge: knowledge)
        func read(_ part: Range<Int>) -> StatedReport {
            part == range ? compared : StatedReport(self.graph(of: text, part), knowledge: knowledge)
        }
        let reasoning = text.reasoning.flatMap { text.hasWords(in: $0) ? $0 : nil } ?? range
        let answer = text.answer.map(read)
        return Parts(
            compared: compared, reasoning: read(reasoning), answer: answer, given: answer ?? read(text.remainder),
            givenStart: (text.answer ?? text.remainder).lowerBound, comparedStart: range.lowerBound,
            reasoningStart: reasoning.lowerBound, reasoningIsCompared: reasoning == range,
            hasReasoning: text.reasoning != nil)
    }

    private func graph(of text: TaggedCompletion, _ range: Range<Int>) -> ReportGraph {
        extractor.graph(of: Report(text: range.count == text.text.count ? text.text : Array(text.text[range])))
    }

    /// What is wrong with a text by itself, with what it was read from.
    private func flaws(
        of parts: Parts, areExplained: Bool
    ) -> (flaws: Flaws, conflicts: [Conflict], support: AnswerSupport?) {
        let conflicts = scorer.plausibility.conflicts(in: parts.reasoning.graph)
        var flaws = Flaws()
        flaws.implausibleStatements = Set(conflicts.flatMap(\.observations)).count
        if parts.reasoning.statements.repeatsConcept { flaws.repeatedSteps = Repetition.count(in: parts.reasoning.graph) }
        // Where the answer is all that there is, it is its own reasoning.
        guard let answer = parts.answer, answer.graph.text != parts.reasoning.graph.text else { return (flaws, conflicts, nil) }
        let support = AnswerSupport(
            of: answer, reasoning: parts.reasoning, areExplained: areExplained, knowledge: knowledge)
        flaws.answerFactor = support?.factor ?? 1
        return (flaws, conflicts, support)
    }

    private func reward(
        _ parts: Parts, against reference: SolutionReading.Concepts, at start: Int, format: Double, explains: Bool
    ) -> CompletionReward {
        let (flaws, conflicts, support) = flaws(of: parts, areExplained: explains)
        let compared = parts.compared
        let ownConflicts = parts.reasoningIsCompared ? conflicts : scorer.plausibility.conflicts(in: compared.graph)
        let alignment = Alignment(
            candidate: compared, reference: reference.compared, conflicts: ownConflicts, knowledge: knowledge)
        let answerFactor = min(1, flaws.answerFactor / reference.flaws.answerFactor)
        let answer = reference.answer.map { expected in
            AnswerAgreement.score(candidate: parts.given, reference: expected, knowledge: knowledge) * answerFactor
        }
        var kg: Double?
        // An answer that names no finding ("yes") leaves nothing to compare; nor do two texts that name none.
        let saysNothing =
            reference.compared.statements.isEmpty && (reference.comparesAnswer || compared.statements.isEmpty)
        if answer == nil || !saysNothing {
            let agreement = Reward(
                of: alignment, knowledge: knowledge, areUnreadAlike: compared.graph.saysTheSame(as: reference.compared.graph))
            let repeated = max(0, flaws.repeatedSteps - reference.flaws.repeatedSteps)
            let implausible = max(0, flaws.implausibleStatements - reference.flaws.implausibleStatements)
            kg =
                agreement.reward * Self.power(Self.repeatedStep, repeated) * Self.power(Self.implausible, implausible)
                * answerFactor
        }
        var reward = CompletionReward(
            reward: weights.reward(answer: answer, kg: kg, format: format), answer: answer, kg: kg, format: format)
        guard explains else { return reward }
        reward.reasons = .concepts(
            reasons(parts, alignment, conflicts, ownConflicts: ownConflicts, support, reference, at: start))
        return reward
    }

    private func reasons(
        _ parts: Parts, _ alignment: Alignment, _ conflicts: [Conflict], ownConflicts: [Conflict], _ support: AnswerSupport?,
        _ reference: SolutionReading.Concepts, at start: Int
    ) -> ConceptReasons {
        let expected = reference.compared.graph
        let errors = ErrorReader(
            alignment: alignment, candidate: parts.compared.graph, reference: expected, knowledge: knowledge
        ).errors().map { $0.moved(candidate: parts.comparedStart, reference: start) }
        return ConceptReasons(
            errors: errors + answerErrors(parts, reference),
            implausible: scorer.plausibility.implausibilities(of: ownConflicts, in: parts.compared.graph)
                .map { $0.moved(by: parts.comparedStart) },
            steps: parts.hasReasoning ? steps(parts, alignment, conflicts, reference) : [], answerSupport: support)
    }

    private func steps(
        _ parts: Parts, _ alignment: Alignment, _ conflicts: [Conflict], _ reference: SolutionReading.Concepts
    ) -> [ReasoningStep] {
        let ofSteps =
            parts.reasoningIsCompared
            ? alignment
            : Alignment(
                candidate: parts.reasoning, reference: reference.compared, conflicts: conflicts, knowledge: knowledge)
        return StepJudge(
            reasoning: parts.reasoning.graph, reference: reference.compared.graph, alignment: ofSteps, conflicts: conflicts,
            knowledge: knowledge
        ).steps().map { $0.moved(by: parts.reasoningStart) }
    }

    /// What is wrong with an answer that should name findings; nothing where it is the part that is compared anyway.
    private func answerErrors(_ parts: Parts, _ reference: SolutionReading.Concepts) -> [FactualityError] {
        guard let expected = reference.answer, !expected.statements.isEmpty, !reference.comparesAnswer else { return [] }
        let alignment = Alignment(candidate: parts.given, reference: expected, knowledge: knowledge)
        return ErrorReader(
            alignment: alignment, candidate: parts.given.graph, reference: expected.graph, knowledge: knowledge
        ).errors().map { $0.moved(candidate: parts.givenStart, reference: reference.answerStart) }
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        // A text of thousands of repeats is worth nothing long before.
        (0..<min(exponent, 1000)).reduce(1) { product, _ in product * base }
    }
}
