import HilumOntology

/// The weighted soft F1 of an alignment, and the reward that dangerous errors make of it.
///
/// A statement counts by the significance of its finding, and is supported to the degree of its pair's similarity. What stands
/// out less than the gravest finding of the two reports is taken up by one virtual statement, "nothing else", of both reports: so
/// two normal reports agree in what matters, whatever their wording. It earns next to nothing where the reports agree in nothing
/// that they say, so that there too a graver error has the lower reward.
struct Reward {
    let precision: Double
    let recall: Double
    let reward: Double

    var f1: Double { Self.harmonicMean(precision, recall) }

    /// - Parameter areUnreadAlike: whether the texts are the same or both blank; decides where neither graph says anything.
    init(of alignment: Alignment, knowledge: Knowledge, areUnreadAlike: Bool) {
        let candidate = alignment.candidate
        let reference = alignment.reference
        guard !candidate.isEmpty, !reference.isEmpty else {
            let agrees = candidate.isEmpty && reference.isEmpty && areUnreadAlike
            precision = agrees ? 1 : 0
            recall = precision
            reward = precision
            return
        }
        var found = Tally()
        var expected = Tally()
        for pair in alignment.pairs {
            found.add(
                RewardWeights.weight(of: candidate.positive[pair.candidate].significance), credit: pair.comparison.similarity)
            expected.add(
                RewardWeights.weight(of: reference.positive[pair.reference].significance), credit: pair.comparison.similarity)
        }
        for pair in alignment.repeats {
            found.add(
                RewardWeights.weight(of: candidate.positive[pair.candidate].significance), credit: pair.comparison.similarity)
        }
        for pair in alignment.implied {
            expected.add(
                RewardWeights.weight(of: reference.positive[pair.reference].significance), credit: pair.comparison.similarity)
        }
        for error in alignment.falseFindings {
            found.add(RewardWeights.weight(of: candidate.positive[error.statement].significance), credit: 0)
        }
        for error in alignment.omissions {
            expected.add(RewardWeights.weight(of: reference.positive[error.statement].significance), credit: 0)
        }
        let remainder = max(RewardWeights.leastRemainder, 1 - max(found.gravest, expected.gravest))
        let credit = alignment.agreesSomewhere ? 1 : RewardWeights.remainderWithoutAgreement
        found.add(remainder, credit: credit)
        expected.add(remainder, credit: credit)
        for answer in alignment.candidateAbsences {
            found.add(RewardWeights.absence, credit: RewardWeights.credit(of: answer.kind))
        }
        for answer in alignment.referenceAbsences {
            expected.add(RewardWeights.absence, credit: RewardWeights.credit(of: answer.kind))
        }
        precision = found.share
        recall = expected.share
        reward = Self.harmonicMean(precision, recall) * Self.danger(in: alignment, knowledge)
    }

    private static func harmonicMean(_ one: Double, _ other: Double) -> Double {
        one + other > 0 ? 2 * one * other / (one + other) : 0
    }

    private static func danger(in alignment: Alignment, _ knowledge: Knowledge) -> Double {
        let candidate = alignment.candidate
        let reference = alignment.reference
        var factor = 1.0
        for error in alignment.falseFindings {
            let significance = candidate.positive[error.statement].significance
            let penalty =
                error.denial.map { RewardWeights.flip(significance, $0.kind) } ?? RewardWeights.invention(significance)
            factor *= RewardWeights.moderated(penalty, isUncertain: candidate.positive[error.statement].status == .uncertain)
        }
        for error in alignment.omissions {
            let significance = reference.positive[error.statement].significance
            let penalty = error.denial.map { RewardWeights.flip(significance, $0.kind) } ?? RewardWeights.omission(significance)
            factor *= RewardWeights.moderated(penalty, isUncertain: reference.positive[error.statement].status == .uncertain)
        }
        for pair in alignment.pairs + alignment.repeats {
            let expected = reference.positive[pair.reference]
            factor *= RewardWeights.differences(
                pair.comparison, expected.significance,
                isWorse: expected.isWorse || candidate.positive[pair.candidate].isWorse)
        }
        for _ in alignment.selfDenials(knowledge) { factor *= RewardWeights.selfDenial }
        return factor
    }
}

/// A weighted share.
private struct Tally {
    private var weight = 0.0
    private var credit = 0.0
    private(set) var gravest = 0.0

    mutating func add(_ weight: Double, credit: Double) {
        self.weight += weight
        self.credit += weight * credit
        gravest = max(gravest, weight)
    }

    var share: Double { weight > 0 ? credit / weight : 0 }
}
