import HilumExtraction
import HilumOntology

/// How a candidate's word on where a device ends relates to the reference's.
enum PlacementAgreement: Sendable, Hashable {
    /// The same, or only one of the two says anything.
    case same
    /// Another place, and neither of the two calls for anything.
    case otherSite
    /// Satisfactory in one, malpositioned in the other, or malpositioned in another way: somebody acts, or fails to.
    case conflict

    init(candidate: borrowing Statement, reference: borrowing Statement, knowledge: Knowledge) {
        guard candidate.saysWhereItEnds || reference.saysWhereItEnds else {
            self = .same
            return
        }
        let isMalpositioned = candidate.placement?.value == .malpositioned || reference.placement?.value == .malpositioned
        if isMalpositioned, candidate.placement?.value != reference.placement?.value {
            self = .conflict
        } else if Self.differ(candidate.tip.sites, reference.tip.sites, knowledge) {
            self = isMalpositioned ? .conflict : .otherSite
        } else {
            self = .same
        }
    }

    /// Whether a tip lies where none of the other's does.
    private static func differ(_ one: [PlacedSite], _ other: [PlacedSite], _ knowledge: Knowledge) -> Bool {
        guard !one.isEmpty, !other.isEmpty else { return false }
        return one.contains { site in
            !other.contains { knowledge.overlap(site.concept, $0.concept) && $0.sides.agrees(with: site.sides) }
        }
    }
}
