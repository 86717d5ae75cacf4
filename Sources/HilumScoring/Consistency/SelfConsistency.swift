import HilumExtraction
import HilumOntology

/// Whether a report agrees with itself and with anatomy.
enum SelfConsistency {
    /// 1 minus the share of statements in conflict; 0–1. Statements that say the same of the same place count once, so that one more
    /// contradiction never raises it.
    static func share(of graph: ReportGraph, conflicts: [Conflict], knowledge: Knowledge) -> Double {
        guard !conflicts.isEmpty else { return 1 }
        let keys = graph.observations.map { Key(Statement($0, knowledge: knowledge)) }
        let inConflict = Set(conflicts.flatMap(\.observations).map { keys[$0] })
        return 1 - Double(inConflict.count) / Double(Set(keys).count)
    }

    /// What tells two statements apart: the finding, whether it is there, and where.
    private struct Key: Hashable {
        var concept: ConceptID
        var isAbsent: Bool
        var sides: Sides
        var sites: [ConceptID]

        init(_ statement: Statement) {
            concept = statement.concept
            isAbsent = statement.status == .absent
            sides = statement.sides
            sites = statement.sites.map(\.concept)
        }
    }
}
