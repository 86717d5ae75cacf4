import HilumOntology

/// An error in a pair, before it is put into words.
struct Difference: Sendable, Hashable {
    var category: ErrorCategory
    var isSignificant: Bool
}

extension Comparison {
    /// What is wrong in a pair. One difference is one error: where the side is wrong the site is not charged too.
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
        case .sidesOverlap, .otherSite, .otherSide:
            differences.append(Difference(category: .incorrectLocation, isSignificant: matters))
        }
        switch degree {
        case .same: break
        case .omitted, .added:
            if !isRepeat { differences.append(Difference(category: .incorrectSeverity, isSignificant: false)) }
        case .differs(let levels):
            let isSignificant = levels >= 2 || significance == .urgent
            differences.append(Difference(category: .incorrectSeverity, isSignificant: isSignificant))
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
}
