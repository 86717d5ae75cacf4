import HilumOntology

/// An error in a pair, before it is put into words.
struct Difference: Sendable, Hashable {
    var category: ErrorCategory
    var isSignificant: Bool
    /// Of two qualifiers rather than of degree.
    var isContradiction = false
    /// Of how many there are rather than of degree.
    var isCount = false
    /// Of where a device ends rather than of where it lies.
    var isPlacement = false
}

extension LengthAgreement {
    /// Whether the lengths differ enough to change what is done about an actionable finding.
    fileprivate var isLarge: Bool {
        if case .differs(let ratio) = self { ratio > 1.5 } else { false }
    }
}

extension Comparison {
    /// What is wrong in a pair. One difference is one error: where the side is wrong the site is not charged too, nor words of
    /// degree beside a length. A wrong degree is significant from two levels or one and a half times the length on, and for an urgent
    /// finding wherever one report says at most mild or small and the other more: one is watched, the other treated.
    /// - Parameters:
    ///   - significance: of the finding.
    ///   - isRepeat: for a second statement of what a pair has already: what it leaves out is no error.
    func differences(_ significance: Significance, candidate: Statement, reference: Statement, isRepeat: Bool) -> [Difference] {
        var differences: [Difference] = []
        let matters = significance >= .actionable
        switch location {
        case .same, .precision, .siteUnstated, .sideAdded: break
        case .sideOmitted, .siteOmitted:
            if !isRepeat { differences.append(Difference(category: .incorrectLocation, isSignificant: false)) }
        case .otherLevel: differences.append(Difference(category: .incorrectLocation, isSignificant: false))
        case .sidesOverlap, .otherSite, .otherSide:
            differences.append(Difference(category: .incorrectLocation, isSignificant: matters))
        }
        switch placement {
        case .same: break
        case .otherSite, .conflict:
            differences.append(
                Difference(category: .incorrectLocation, isSignificant: placement == .conflict, isPlacement: true))
        }
        switch degree {
        case .same: break
        case .omitted, .added:
            if !isRepeat { differences.append(Difference(category: .incorrectSeverity, isSignificant: false)) }
        case .differs(let levels):
            let mildest = Severity.mild.level
            let isTreated = candidate.degree.map { $0.level > mildest } != reference.degree.map { $0.level > mildest }
            let isSignificant = matters && (levels >= 2 || length.isLarge) || significance == .urgent && isTreated
            differences.append(Difference(category: .incorrectSeverity, isSignificant: isSignificant))
        }
        // More of a finding is a larger one in other words: one difference is one error.
        if count == .differs, degree == .same {
            differences.append(Difference(category: .incorrectSeverity, isSignificant: false, isCount: true))
        }
        if contradiction != nil {
            differences.append(Difference(category: .incorrectSeverity, isSignificant: matters, isContradiction: true))
        }
        switch change {
        case .same: break
        case .added:
            if !isRepeat {
                differences.append(Difference(category: .falsePositiveComparison, isSignificant: matters && candidate.isWorse))
            }
        case .omitted:
            if !isRepeat {
                differences.append(Difference(category: .omissionComparison, isSignificant: matters && reference.isWorse))
            }
        case .differs:
            let isWorse = candidate.isWorse || reference.isWorse
            differences.append(Difference(category: .falsePositiveComparison, isSignificant: matters && isWorse))
        }
        return differences
    }

    /// What is lost or invented where one report names an urgent kind of what the other names: tension pneumothorax. Nil otherwise.
    func urgentKind(candidate: Statement, reference: Statement, _ knowledge: Knowledge) -> ErrorCategory? {
        switch kinship {
        case .coarser where knowledge.significance(of: reference.concept) == .urgent: .omissionFinding
        case .finer where knowledge.significance(of: candidate.concept) == .urgent: .falsePositiveFinding
        default: nil
        }
    }
}
