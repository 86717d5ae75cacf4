import HilumExtraction
import HilumMetrics
import HilumOntology

/// Scores one report graph against another. A value that any number of threads may share; make it once, as it lays the ontology
/// out for itself.
///
///     let scorer = Scorer(ontology: ontology)
///     let score = scorer.score(candidate: generated, reference: written)
///     score.kg.reward          // 0–1
///     score.factuality.errors  // each with its words and its reason
public struct Scorer: Sendable {
    let knowledge: Knowledge
    package let plausibility: Plausibility
    private let changeWords: ChangeWords

    public init(ontology: Ontology) {
        knowledge = Knowledge(ontology: ontology)
        plausibility = Plausibility(knowledge: knowledge)
        changeWords = ChangeWords(ontology: ontology)
    }

    public var ontology: Ontology { knowledge.ontology }

    /// Whether naming a site adds nothing to naming a finding, so that no score looks at it: of an effusion, the pleural space.
    package func isImplied(_ site: ConceptID, by finding: ConceptID) -> Bool { knowledge.isImplied(site, by: finding) }

    /// Names what the scores depend on; see `ScoreSignature`.
    public var signature: String { ScoreSignature.text(ontology: ontology) }

    /// What the candidate is worth against the reference.
    ///
    /// Two blank reports say the same and score 1. Against a report that says anything a blank candidate has reward, precision,
    /// recall, F1, entity IoU and GREEN 0. CRIMSON, which counts abnormal findings alone, keeps to its own arithmetic (1 where the
    /// reference has none, else 0), as do the relation IoU (1 where the reference has no relations either) and consistency (1:
    /// who says nothing contradicts nothing). Its reward is the lowest of all, below that of a wrong report. BLEU and ROUGE give two
    /// blank reports 0, as the packages do that they agree with; the temporal F1 gives 1 wherever neither report has a word of change.
    /// - Parameters:
    ///   - candidate: a graph made with this scorer's ontology, as is `reference`; another's numbers mean other concepts, so that
    ///     one made with it is a programming error and stops the program.
    ///   - parts: without `radgraph`, `temporal` or `lexical` these are not computed; the others always are.
    public func score(
        candidate: ReportGraph, reference: ReportGraph, parts: Set<ScorePart> = .all
    ) -> PairScore {
        score(candidate: read(candidate), reference: read(reference), parts: parts)
    }

    /// Lays a report out for scoring: a reference, for all of its candidates.
    /// - Parameter graph: made with this scorer's ontology.
    public func read(_ graph: ReportGraph) -> StatedReport {
        precondition(graph.ontology == ontology, "graphs are scored with the ontology that they were made with")
        return StatedReport(graph, knowledge: knowledge)
    }

    /// The same of reports that have been laid out by this scorer.
    public func score(
        candidate stated: StatedReport, reference expected: StatedReport, parts: Set<ScorePart> = .all
    ) -> PairScore {
        let (candidate, reference) = (stated.graph, expected.graph)
        let conflicts = plausibility.conflicts(in: candidate)
        let alignment = Alignment(candidate: stated, reference: expected, conflicts: conflicts, knowledge: knowledge)
        let errors = ErrorReader(alignment: alignment, candidate: candidate, reference: reference, knowledge: knowledge).errors()
        let factuality = Factuality(errors: errors)
        let areUnreadAlike = candidate.saysTheSame(as: reference)
        let areRead = !alignment.candidate.isEmpty && !alignment.reference.isEmpty
        let areUnread = alignment.candidate.isEmpty && alignment.reference.isEmpty
        let withoutMatch = areRead || areUnread && areUnreadAlike ? 1.0 : 0
        let matched = GREENScore.matched(in: alignment)
        var score = PairScore(
            kg: kgScore(
                alignment, candidate: candidate, reference: reference, conflicts: conflicts, areUnreadAlike: areUnreadAlike),
            implausible: plausibility.implausibilities(of: conflicts, in: candidate), factuality: factuality,
            green: GREENScore.value(
                matched: matched, significantErrors: factuality.significant.total, whenNothingCounts: withoutMatch),
            matchedFindings: matched, crimson: CRIMSONScore(of: alignment, knowledge: knowledge).value,
            chexpert: CheXpertPair(
                reference: CheXpertLabels(of: reference, knowledge: knowledge),
                candidate: CheXpertLabels(of: candidate, knowledge: knowledge)),
            coverage: CoveragePair(reference: reference.coverage, candidate: candidate.coverage))
        if parts.contains(.radgraph) {
            score.radgraph = RadGraphF1(candidate: candidate, reference: reference, whenEmpty: areUnreadAlike ? 1 : 0)
        }
        if parts.contains(.temporal) {
            score.temporal = TemporalScore(
                candidate: changeWords.words(in: candidate.text), reference: changeWords.words(in: reference.text))
        }
        if parts.contains(.lexical) { score.lexical = LexicalScore(candidate: candidate.text, reference: reference.text) }
        return score
    }

    private func kgScore(
        _ alignment: Alignment, candidate: ReportGraph, reference: ReportGraph, conflicts: [Conflict], areUnreadAlike: Bool
    ) -> KGScore {
        let reward = Reward(of: alignment, knowledge: knowledge, areUnreadAlike: areUnreadAlike)
        return KGScore(
            reward: reward.reward, precision: reward.precision, recall: reward.recall, f1: reward.f1,
            entityIoU: GraphOverlap.intersectionOverUnion(
                GraphOverlap.entities(of: alignment.candidate), GraphOverlap.entities(of: alignment.reference)),
            relationIoU: GraphOverlap.intersectionOverUnion(
                GraphOverlap.relations(of: alignment.candidate, in: candidate),
                GraphOverlap.relations(of: alignment.reference, in: reference)),
            consistency: SelfConsistency.share(of: candidate, conflicts: conflicts, knowledge: knowledge))
    }
}

extension ReportGraph {
    /// Whether there is nothing to read.
    package var isBlank: Bool { observations.isEmpty && text.allSatisfy { $0 <= 0x20 } }

    /// Of two reports in which no finding is read: whether they agree in how the whole has changed or, if they do not say, in their text.
    func saysTheSame(as other: ReportGraph) -> Bool {
        if isBlank || other.isBlank { return isBlank == other.isBlank }
        let changes = Set(comparisons.map(\.value))
        return changes.isEmpty && other.comparisons.isEmpty ? text == other.text : changes == Set(other.comparisons.map(\.value))
    }
}
