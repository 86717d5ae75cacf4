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
    case radgraphSimple = "radgraph_simple"
    case radgraphPartial = "radgraph_partial"
    case radgraphComplete = "radgraph_complete"
    case temporalF1 = "temporal_f1"
    case bleu1 = "bleu_1"
    case bleu2 = "bleu_2"
    case bleu3 = "bleu_3"
    case bleu4 = "bleu_4"
    case rouge1 = "rouge_1"
    case rouge2 = "rouge_2"
    case rougeL = "rouge_l"

    /// Whether more is better; of errors, less is.
    public var isHigherBetter: Bool { self != .significantErrors && self != .insignificantErrors }

    /// The values that it can have. CRIMSON comes near −1 and does not reach it.
    public var range: ClosedRange<Double> {
        switch self {
        case .significantErrors, .insignificantErrors, .matchedFindings: 0...(.infinity)
        case .crimson: -1...1
        default: 0...1
        }
    }

    /// The part of a score that it is of.
    public var part: ScorePart {
        switch self {
        case .reward, .precision, .recall, .f1, .entityIoU, .relationIoU, .consistency: .kg
        case .significantErrors, .insignificantErrors: .factuality
        case .green, .matchedFindings: .green
        case .crimson: .crimson
        case .radgraphSimple, .radgraphPartial, .radgraphComplete: .radgraph
        case .temporalF1: .temporal
        case .bleu1, .bleu2, .bleu3, .bleu4, .rouge1, .rouge2, .rougeL: .lexical
        }
    }

    /// Nil of a part that was not asked for.
    public func value(of score: PairScore) -> Double? {
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
        case .radgraphSimple: score.radgraph?.simple
        case .radgraphPartial: score.radgraph?.partial
        case .radgraphComplete: score.radgraph?.complete
        case .temporalF1: score.temporal?.f1
        case .bleu1: score.lexical?.bleu[0]
        case .bleu2: score.lexical?.bleu[1]
        case .bleu3: score.lexical?.bleu[2]
        case .bleu4: score.lexical?.bleu[3]
        case .rouge1: score.lexical?.rouge1
        case .rouge2: score.lexical?.rouge2
        case .rougeL: score.lexical?.rougeL
        }
    }
}
