import HilumOntology
import HilumScoring

/// Writes scores as JSON, one object a pair.
public struct ScoreJSON: Sendable {
    private let parts: Set<ScorePart>
    /// The member of every object, written once.
    private let signature: [UInt8]

    /// - Parameters:
    ///   - parts: what to write, all by default; the coverage goes with any.
    ///   - signature: what the scores depend on; see `Scorer.signature`.
    public init(parts: Set<ScorePart> = .all, signature: String) {
        self.parts = parts
        var writer = JSONWriter()
        writer.key("signature")
        writer.string(signature)
        self.signature = writer.bytes
    }

    /// Appends `{"id", "kg", "implausible", "factuality", "green", "matched_findings", "crimson", "chexpert", "radgraph",
    /// "temporal_f1", "temporal_words", "bleu_1", …, "bleu_4", "rouge_1", "rouge_2", "rouge_l", "coverage", "signature"}`.
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
        appendOverlaps(of: score, to: &writer)
        writer.key("coverage")
        writer.object {
            $0.key("reference")
            $0.number(score.coverage.reference)
            $0.key("candidate")
            $0.number(score.coverage.candidate)
        }
        writer.fragment(signature)
    }

    /// What compares elements of the reports one by one: annotated words, words of change, all words.
    private func appendOverlaps(of score: PairScore, to writer: inout JSONWriter) {
        if parts.contains(.radgraph), let f1 = score.radgraph {
            writer.key("radgraph")
            append([("simple", f1.simple), ("partial", f1.partial), ("complete", f1.complete)], to: &writer)
        }
        if parts.contains(.temporal), let temporal = score.temporal {
            writer.key(Metric.temporalF1.rawValue)
            writer.number(temporal.f1)
            writer.key("temporal_words")
            writer.object {
                for (side, words) in [("reference", temporal.reference), ("candidate", temporal.candidate)] {
                    $0.key(side)
                    $0.array { for word in words { $0.string(word) } }
                }
            }
        }
        if parts.contains(.lexical) {
            for metric in Metric.allCases where metric.part == .lexical {
                guard let value = metric.value(of: score) else { continue }
                writer.key(metric.rawValue)
                writer.number(value)
            }
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
        append(
            [
                ("reward", kg.reward), ("precision", kg.precision), ("recall", kg.recall), ("f1", kg.f1),
                ("entity_iou", kg.entityIoU), ("relation_iou", kg.relationIoU), ("consistency", kg.consistency),
            ], to: &writer)
    }

    private func append(_ members: [(key: String, value: Double)], to writer: inout JSONWriter) {
        writer.object {
            for (key, value) in members {
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
