import HilumOntology

/// How the place of a finding in the candidate relates to its place in the reference.
enum LocationAgreement: Sendable, Hashable {
    case same
    /// The same place, more or less exactly: lower lobe and lung base.
    case precision
    /// Only one of the two names a site.
    case siteUnstated
    /// The reference gives no side.
    case sideAdded
    /// The reference gives a side, the candidate none.
    case sideOmitted
    /// The candidate leaves out one of several sites.
    case siteOmitted
    /// Bilateral in one, left or right in the other.
    case sidesOverlap
    /// Another rib, another vertebra.
    case otherLevel
    /// A site that has nothing to do with those of the reference.
    case otherSite
    /// Left for right.
    case otherSide

    /// Whether the two cannot both be right.
    var isConflict: Bool { self == .sidesOverlap || self == .otherLevel || self == .otherSite || self == .otherSide }

    init(candidate: borrowing Statement, reference: borrowing Statement, knowledge: Knowledge) {
        if !candidate.sides.isEmpty, !reference.sides.isEmpty, candidate.sides != reference.sides {
            self = candidate.sides.isDisjoint(with: reference.sides) ? .otherSide : .sidesOverlap
            return
        }
        let sites = Self.sites(candidate: candidate, reference: reference, knowledge: knowledge)
        if sites == .otherSite || sites == .otherLevel {
            self = sites
        } else if candidate.sides.isEmpty, !reference.sides.isEmpty {
            self = .sideOmitted
        } else if sites == .siteOmitted {
            self = .siteOmitted
        } else if reference.sides.isEmpty, !candidate.sides.isEmpty {
            self = .sideAdded
        } else {
            self = sites
        }
    }

    private static func sites(
        candidate: borrowing Statement, reference: borrowing Statement, knowledge: Knowledge
    ) -> LocationAgreement {
        if candidate.sites.isEmpty, reference.sites.isEmpty { return .same }
        if candidate.sites.isEmpty || reference.sites.isEmpty { return .siteUnstated }
        if hasStray(candidate, from: reference, knowledge) {
            return isOtherLevel(candidate, of: reference, knowledge) ? .otherLevel : .otherSite
        }
        if hasStray(reference, from: candidate, knowledge) { return .siteOmitted }
        let concepts = candidate.sites.map(\.concept)
        return concepts == reference.sites.map(\.concept) ? .same : .precision
    }

    /// Whether the sites of both are members of one numbered series.
    private static func isOtherLevel(_ statement: borrowing Statement, of other: borrowing Statement, _ knowledge: Knowledge)
        -> Bool
    {
        guard let series = other.sites.lazy.compactMap({ knowledge.ontology.level(of: $0.concept)?.series }).first else {
            return false
        }
        return (statement.sites + other.sites).allSatisfy { knowledge.ontology.level(of: $0.concept)?.series == series }
    }

    /// Whether a statement names a site that overlaps none of another's, though it can be compared with one.
    private static func hasStray(_ statement: borrowing Statement, from other: borrowing Statement, _ knowledge: Knowledge)
        -> Bool
    {
        statement.sites.contains { site in
            !other.sites.contains { site.overlaps($0, knowledge) }
                && other.sites.contains { knowledge.areComparable(site.concept, $0.concept, for: other.concept) }
        }
    }
}

extension PlacedSite {
    /// Whether both may be the same place.
    func overlaps(_ other: PlacedSite, _ knowledge: Knowledge) -> Bool {
        guard knowledge.overlap(concept, other.concept) else { return false }
        return sides.isEmpty || other.sides.isEmpty || !sides.isDisjoint(with: other.sides)
    }
}
