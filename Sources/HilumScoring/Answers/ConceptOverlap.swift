import HilumExtraction
import HilumMetrics
import HilumOntology

/// A finding as an answer is compared by it: what it is, whether it is there, and on which side.
private struct ConceptClaim: Hashable {
    var concept: ConceptID
    var status: Status
    var sides: Sides
}

extension Scorer {
    /// How far two texts name the same findings, each with the same status and side: for answers, where all of a report's other detail
    /// is too much to ask. In whatever words; each finding once.
    /// - Returns: an overlap whose F1 is nil where neither text names a finding, as in "yes": then it says nothing.
    public func conceptOverlap(candidate: ReportGraph, reference: ReportGraph) -> SetOverlap {
        SetOverlap(candidate: claims(of: candidate), reference: claims(of: reference))
    }

    private func claims(of graph: ReportGraph) -> Set<ConceptClaim> {
        let statements = Statements(of: graph, knowledge: knowledge)
        return Set(
            (statements.positive + statements.absent).map {
                ConceptClaim(concept: $0.concept, status: $0.status, sides: $0.sides)
            })
    }
}
