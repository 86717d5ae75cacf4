import HilumOntology

/// How much each statement and each dangerous error counts in the reward. Hilum's own choice; Tests/HilumScoringTests show what
/// it brings about.
enum RewardWeights {
    /// An absence: enough to prefer a full normal report, too little to bury a finding.
    static let absence = 0.05

    /// The least weight of "nothing else": what is wrong with an urgent finding is worth little, but not all the same.
    static let leastRemainder = 0.02

    /// The credit of "nothing else" where the reports agree in nothing that they say: enough to tell a bad error from a worse one.
    static let remainderWithoutAgreement = 0.1

    static func weight(of significance: Significance) -> Double {
        switch significance {
        case .urgent: 1
        case .actionable: 0.8
        case .minor: 0.55
        case .benign: 0.2
        }
    }

    /// The credit of an absence, 0–1. One that the other report does not mention is no error: it goes without saying.
    static func credit(of answer: AbsenceAnswer.Kind) -> Double {
        switch answer {
        case .stated: 1
        case .narrower: 0.9
        case .unmentioned: 0.8
        case .contradicted: 0
        }
    }

    // MARK: Factors for dangerous errors

    /// A finding that the other report denies: its polarity is turned round.
    static func flip(_ significance: Significance, _ denial: Denial) -> Double {
        switch (significance, denial) {
        case (.urgent, .direct), (.actionable, .direct): 0.1
        case (.urgent, .general): 0.25
        case (.actionable, .general): 0.3
        case (.minor, .direct): 0.5
        case (.minor, .general), (.benign, .direct): 0.7
        case (.benign, .general): 0.85
        }
    }

    /// A finding that the reference does not mention.
    static func invention(_ significance: Significance) -> Double {
        switch significance {
        case .urgent: 0.4
        case .actionable: 0.6
        case .minor: 0.9
        case .benign: 0.95
        }
    }

    /// A finding that the candidate does not mention.
    static func omission(_ significance: Significance) -> Double {
        switch significance {
        case .urgent: 0.8
        case .actionable: 0.85
        case .minor: 0.88
        case .benign: 0.95
        }
    }

    /// An error about what is only held possible does less harm: half of the penalty is left.
    static func moderated(_ factor: Double, isUncertain: Bool) -> Double {
        isUncertain ? 1 - (1 - factor) / 2 : factor
    }

    /// A pair that differs in a way that changes what is done.
    static func differences(_ comparison: Comparison, _ significance: Significance, isWorse: Bool) -> Double {
        var factor = 1.0
        if comparison.location.isConflict { factor *= conflict(significance, isOpposite: comparison.location == .otherSide) }
        if comparison.placement == .conflict { factor *= significance >= .actionable ? 0.5 : 0.7 }
        if case .differs(let levels) = comparison.degree {
            factor *= levels >= 2 ? 0.8 : significance == .urgent ? 0.85 : significance == .actionable ? 0.9 : 1
        }
        if comparison.contradiction != nil, significance >= .actionable { factor *= 0.8 }
        // Less than a wrong degree where it is only left out or added.
        if comparison.change != .same, isWorse, significance >= .actionable {
            factor *= comparison.change == .differs ? 0.85 : 0.9
        }
        return factor
    }

    /// A finding at the wrong place.
    private static func conflict(_ significance: Significance, isOpposite: Bool) -> Double {
        switch significance {
        case .urgent: isOpposite ? 0.5 : 0.7
        case .actionable: isOpposite ? 0.7 : 0.85
        case .minor: isOpposite ? 0.85 : 0.95
        case .benign: isOpposite ? 0.95 : 1
        }
    }

    /// A finding that is rightly reported and denied in the same breath.
    static let selfDenial = 0.5
}
