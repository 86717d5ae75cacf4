import HilumMetrics
import HilumOntology

/// The arithmetic of CRIMSON (rajpurkarlab/CRIMSON), the score that weighs errors by what they mean for the patient.
public struct CRIMSONScore: Sendable, Hashable {
    /// An abnormal finding of the reference that the candidate has too.
    public struct Match: Sendable, Hashable {
        /// Of the finding; see `weight(of:)`.
        public var weight: Double
        /// Of all that is wrong with it: `significantAttributeError` for each significant error, negligible ones weigh 0.
        public var attributeErrors: Double

        public init(weight: Double, attributeErrors: Double) {
            self.weight = weight
            self.attributeErrors = attributeErrors
        }
    }

    /// Abnormal findings of the reference, matched or not.
    public var referenceWeights: [Double]
    public var matches: [Match]
    /// Abnormal findings of the candidate that the reference does not have.
    public var falseWeights: [Double]

    public init(referenceWeights: [Double], matches: [Match], falseWeights: [Double]) {
        self.referenceWeights = referenceWeights
        self.matches = matches
        self.falseWeights = falseWeights
    }

    public static let significantAttributeError = 0.5

    /// Urgent 1, actionable 0.5, minor (not actionable, not urgent) 0.25, benign or expected 0.
    public static func weight(of significance: Significance) -> Double {
        switch significance {
        case .urgent: 1
        case .actionable: 0.5
        case .minor: 0.25
        case .benign: 0
        }
    }

    /// From just above −1 to 1, higher is better, before rounding to 4 places.
    ///
    ///     S = (Σ w·w/(w + a) − E) / N, where E is the weight of false findings and N that of the reference
    ///     S < 0: −d/(1 + d) with d = E − Σ…;  N = 0: 1 if E = 0, else −E/(1 + E)
    public var value: Double {
        let total = referenceWeights.reduce(0, +)
        let excess = falseWeights.reduce(0, +)
        guard total > 0 else { return excess > 0 ? -excess / (1 + excess) : 1 }
        let correct = matches.reduce(0) { sum, match in
            match.weight > 0 ? sum + match.weight * match.weight / (match.weight + match.attributeErrors) : sum
        }
        guard correct < excess else { return (correct - excess) / total }
        return -(excess - correct) / (1 + excess - correct)
    }
}

extension CRIMSONScore {
    /// Reads the weights off an alignment.
    init(of alignment: Alignment, knowledge: Knowledge) {
        func weight(_ statement: Statement) -> Double { Self.weight(of: statement.significance) }
        let reference = alignment.reference.positive
        var errors = [Double](filled: 0, count: reference.count)
        func charge(_ pair: Alignment.Pair, isRepeat: Bool) {
            let expected = reference[pair.reference]
            let differences = pair.comparison.differences(
                expected.significance, candidate: alignment.candidate.positive[pair.candidate],
                reference: expected, isRepeat: isRepeat)
            errors[pair.reference] += Self.significantAttributeError * Double(differences.count { $0.isSignificant })
        }
        for pair in alignment.pairs { charge(pair, isRepeat: false) }
        for pair in alignment.repeats where pair.comparison.kinship == .equal { charge(pair, isRepeat: true) }
        self.init(
            referenceWeights: reference.map(weight),
            matches: (alignment.pairs + alignment.implied).map {
                Match(weight: weight(reference[$0.reference]), attributeErrors: errors[$0.reference])
            },
            falseWeights: alignment.falseFindings.map { weight(alignment.candidate.positive[$0.statement]) })
    }
}
