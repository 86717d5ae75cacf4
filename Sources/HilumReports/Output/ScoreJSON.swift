import HilumOntology
import HilumScoring

/// Writes scores as JSON, one object a pair.
public struct ScoreJSON: Sendable {
    private let parts: Set<ScorePart>

    /// - Parameter parts: what to write, all by default; the coverage goes with any.
    public init(parts: Set<ScorePart> = Set(ScorePart.allCases)) {
        self.parts = parts
    }

    /// Appends `{"id", "kg", "implausible", "factuality", "green", "matched_findings", "crimson", "chexpert", "coverage"}`.
    /// - Parameter id: UTF-8.
    public func append(_ score: PairScore, id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.key("id")
            $0.string(utf8: id)
            appendMembers(of: score, to: &$0)
        }
    }

    /// Appends the members after `id`, so that a caller may add its own to the object.
    public func appendMembers(of score: PairScore, to writer: inout JSONWriter) {
        if parts.contains(.kg) {
            writer.key("kg")
            append(score.kg, to: &writer)
            writer.implausible(score.implausible)
        }
        if parts.contains(.factuality) {
            writer.key("factuality")
            Self.append(score.factuality, to: &writer)
        }
        if parts.contains(.green) {
            writer.key("green")
            writer.number(score.green)
            writer.key("matched_findings")
            writer.integer(score.matchedFindings)
        }
        if parts.contains(.crimson) {
            writer.key("crimson")
            writer.number(score.writtenCRIMSON)
        }
        if parts.contains(.chexpert) {
            writer.key("chexpert")
            writer.object {
                $0.key("reference")
                LabelJSON.append(score.chexpert.reference, to: &$0)
                $0.key("candidate")
                LabelJSON.append(score.chexpert.candidate, to: &$0)
            }
        }
        writer.key("coverage")
        writer.object {
            $0.key("reference")
            $0.number(score.coverage.reference)
            $0.key("candidate")
            $0.number(score.coverage.candidate)
        }
    }

    /// Appends counts by category, their total and the single errors.
    public static func append(_ factuality: Factuality, to writer: inout JSONWriter) {
        writer.object {
            $0.key("clinically_significant")
            append(factuality.significant, to: &$0)
            $0.key("clinically_insignificant")
            append(factuality.insignificant, to: &$0)
            $0.key("total")
            $0.integer(factuality.total)
            $0.key("errors")
            $0.array { for error in factuality.errors { append(error, to: &$0) } }
        }
    }

    // MARK: Parts

    private func append(_ kg: KGScore, to writer: inout JSONWriter) {
        writer.object {
            for (key, value) in [
                ("reward", kg.reward), ("precision", kg.precision), ("recall", kg.recall), ("f1", kg.f1),
                ("entity_iou", kg.entityIoU), ("relation_iou", kg.relationIoU), ("consistency", kg.consistency),
            ] {
                $0.key(key)
                $0.number(value)
            }
        }
    }

    private static func append(_ counts: ErrorCounts, to writer: inout JSONWriter) {
        writer.object {
            for category in ErrorCategory.allCases {
                $0.key(category.rawValue)
                $0.integer(counts[category])
            }
        }
    }

    static func append(_ error: FactualityError, to writer: inout JSONWriter) {
        writer.object {
            $0.key("category")
            $0.string(error.category.rawValue)
            $0.key("significant")
            $0.bool(error.isSignificant)
            $0.key("finding")
            $0.string(error.finding)
            $0.key("reference")
            append(error.reference, to: &$0)
            $0.key("candidate")
            append(error.candidate, to: &$0)
            $0.key("explanation")
            $0.string(error.explanation)
        }
    }

    private static func append(_ quotation: Quotation?, to writer: inout JSONWriter) {
        if let quotation { writer.quotation(quotation) } else { writer.null() }
    }
}
