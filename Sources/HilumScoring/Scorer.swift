import HilumExtraction
import HilumOntology

/// Scores one report graph against another. A value that any number of threads may share; make it once, as it lays the ontology
/// out for itself.
///
///     let scorer = Scorer(ontology: ontology)
///     let score = scorer.score(candidate: generated, reference: written)
///     score.kg.reward          // 0–1
///     score.factuality.errors  // each with its words and its reason
public struct Scorer: Sendable {
    private let knowledge: Knowledge

    public init(ontology: Ontology) {
        knowledge = Knowledge(ontology: ontology)
    }

    public var ontology: Ontology { knowledge.ontology }

    /// Names what the scores depend on; see `ScoreSignature`.
    public var signature: String { ScoreSignature.text(ontology: ontology) }

    /// What the candidate is worth against the reference. Two blank reports say the same and score 1; a blank candidate scores 0
    /// against a report that says anything.
    /// - Parameters:
    ///   - candidate: a graph made with this ontology, as is `reference`.
    public func score(candidate: ReportGraph, reference: ReportGraph) -> PairScore {
        let alignment = Alignment(candidate: candidate, reference: reference, knowledge: knowledge)
        let errors = ErrorReader(alignment: alignment, candidate: candidate, reference: reference, knowledge: knowledge).errors()
        let factuality = Factuality(errors: errors)
        let areBlankAlike = candidate.isBlank == reference.isBlank
        let isNormal = alignment.candidate.positive.isEmpty && alignment.reference.positive.isEmpty
        let agreesOnNothing = isNormal && alignment.candidate.isEmpty == alignment.reference.isEmpty && areBlankAlike
        let matched = GREENScore.matched(in: alignment)
        return PairScore(
            kg: kgScore(alignment, candidate: candidate, reference: reference, areBlankAlike: areBlankAlike),
            factuality: factuality,
            green: GREENScore.value(
                matched: matched, significantErrors: factuality.significant.total, whenNothingCounts: agreesOnNothing ? 1 : 0),
            matchedFindings: matched, crimson: CRIMSONScore(of: alignment, knowledge: knowledge).value,
            chexpert: CheXpertPair(
                reference: CheXpertLabels(of: reference, knowledge: knowledge),
                candidate: CheXpertLabels(of: candidate, knowledge: knowledge)))
    }

    private func kgScore(
        _ alignment: Alignment, candidate: ReportGraph, reference: ReportGraph, areBlankAlike: Bool
    ) -> KGScore {
        let reward = Reward(of: alignment, knowledge: knowledge, areBlankAlike: areBlankAlike)
        return KGScore(
            reward: reward.reward, precision: reward.precision, recall: reward.recall, f1: reward.f1,
            entityIoU: GraphOverlap.intersectionOverUnion(
                GraphOverlap.entities(of: alignment.candidate), GraphOverlap.entities(of: alignment.reference)),
            relationIoU: GraphOverlap.intersectionOverUnion(
                GraphOverlap.relations(of: alignment.candidate, in: candidate),
                GraphOverlap.relations(of: alignment.reference, in: reference)),
            consistency: SelfConsistency.share(of: alignment.candidate, knowledge: knowledge))
    }
}

extension ReportGraph {
    /// Whether there is nothing to read.
    fileprivate var isBlank: Bool { observations.isEmpty && text.allSatisfy { $0 <= 0x20 } }
}
