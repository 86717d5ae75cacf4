import HilumExtraction
import HilumOntology

/// How much is left of the agreement of two statements when a part differs: factors from 0 to 1, 1 only for no difference.
///
/// Set so that a reward orders errors as a radiologist would: a wrong side is worse than a wrong degree, a wrong degree worse
/// than one left out, and a more or less exact word costs little.
enum Agreement {
    /// Present in one report, uncertain in the other.
    static let certainty = 0.9

    /// How far all that is neither finding nor place can lower a pair's fitness: less than another name of the finding does.
    static let detail = 0.1

    static func of(_ kinship: Kinship) -> Double {
        switch kinship {
        case .equal: 1
        case .coarser(let steps): steps == 1 ? 0.85 : 0.75
        case .finer(let steps): steps == 1 ? 0.8 : 0.65
        case .related(let closeness): closeness
        case .coarserGroup: 0.6
        case .finerGroup: 0.5
        }
    }

    static func of(_ location: LocationAgreement) -> Double {
        switch location {
        case .same: 1
        case .precision: 0.98
        case .sideAdded: 0.97
        case .siteUnstated: 0.96
        case .sideOmitted: 0.9
        case .siteOmitted: 0.85
        case .sidesOverlap: 0.6
        case .otherLevel: 0.8
        case .otherSite: 0.5
        case .otherSide: 0.4
        }
    }

    /// A finding of the same name elsewhere is rather the same at the wrong place than one left out and another invented; but one of
    /// nearly the same name at the right place goes before it.
    static func fitness(of location: LocationAgreement) -> Double {
        location.isConflict ? 0.7 + 0.1 * of(location) : of(location)
    }

    static func of(_ degree: DegreeAgreement) -> Double {
        switch degree {
        case .same: 1
        case .omitted, .added: 0.93
        case .differs(let levels): levels == 1 ? 0.8 : levels == 2 ? 0.5 : 0.3
        }
    }

    /// A length that only one report gives; lengths that differ are a difference of degree.
    static func of(_ length: LengthAgreement) -> Double { length == .unstated ? 0.98 : 1 }

    static let otherCount = 0.9

    /// A device that ends elsewhere.
    static func of(_ placement: PlacementAgreement) -> Double {
        switch placement {
        case .same: 1
        case .otherSite: 0.9
        case .conflict: 0.5
        }
    }

    /// Qualifiers that cannot both be true: as bad as two levels of degree.
    static let contradiction = 0.5

    /// - Parameter isWorse: whether one of the two says new or increased.
    static func of(_ change: ChangeAgreement, isWorse: Bool) -> Double {
        switch change {
        case .same: 1
        case .omitted, .added: isWorse ? 0.85 : 0.9
        case .differs: isWorse ? 0.4 : 0.8
        }
    }

    /// Qualifiers belong to no category of errors and weigh least: from 0.99 for none in common to 1.
    static func of(descriptors one: [Stated<ConceptID>], _ other: [Stated<ConceptID>]) -> Double {
        let common = one.count { descriptor in other.contains { $0.value == descriptor.value } }
        guard common < one.count || common < other.count else { return 1 }
        return 0.99 + 0.01 * Double(common) / Double(one.count + other.count - common)
    }
}
