/// A number that a pair of reports has, by the name under which it is written.
public enum Metric: String, CaseIterable, Sendable {
    case reward = "kg_reward"
    case precision = "kg_precision"
    case recall = "kg_recall"
    case f1 = "kg_f1"
    case entityIoU = "kg_entity_iou"
    case relationIoU = "kg_relation_iou"
    case consistency = "kg_consistency"
    case significantErrors = "clinically_significant_errors"
    case insignificantErrors = "clinically_insignificant_errors"
    case green
    case matchedFindings = "matched_findings"
    case crimson

    /// Whether more is better; of errors, less is.
    public var isHigherBetter: Bool { self != .significantErrors && self != .insignificantErrors }

    public func value(of score: PairScore) -> Double {
        switch self {
        case .reward: score.kg.reward
        case .precision: score.kg.precision
        case .recall: score.kg.recall
        case .f1: score.kg.f1
        case .entityIoU: score.kg.entityIoU
        case .relationIoU: score.kg.relationIoU
        case .consistency: score.kg.consistency
        case .significantErrors: Double(score.factuality.significant.total)
        case .insignificantErrors: Double(score.factuality.insignificant.total)
        case .green: score.green
        case .matchedFindings: Double(score.matchedFindings)
        case .crimson: score.crimson
        }
    }
}
