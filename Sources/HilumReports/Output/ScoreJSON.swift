import HilumOntology
import HilumScoring

/// Writes scores as JSON, one object a pair.
public struct ScoreJSON: Sendable {
    private let parts: Parts
    /// The member of every object, written once.
    private let signature: [UInt8]

    /// What to write, asked for once: a set takes its time.
    private struct Parts: Sendable {
        let kg, factuality, green, crimson, chexpert, radgraph, temporal, lexical: Bool

        init(_ parts: Set<ScorePart>) {
            kg = parts.contains(.kg)
            factuality = parts.contains(.factuality)
            green = parts.contains(.green)
            crimson = parts.contains(.crimson)
            chexpert = parts.contains(.chexpert)
            radgraph = parts.contains(.radgraph)
            temporal = parts.contains(.temporal)
            lexical = parts.contains(.lexical)
        }
    }

    /// - Parameters:
    ///   - parts: what to write, all by default; the coverage goes with any.
    ///   - signature: what the scores depend on; see `Scorer.signature`.
    public init(parts: Set<ScorePart> = .all, signature: String) {
        self.parts = Parts(parts)
        var writer = JSONWriter()
        writer.member("signature")
        writer.string(signature)
        self.signature = writer.bytes
    }

    /// Appends `{"id", "kg", "implausible", "factuality", "green", "matched_findings", "crimson", "chexpert", "radgraph",
    /// "temporal_f1", "temporal_words", "bleu_1", …, "bleu_4", "rouge_1", "rouge_2", "rouge_l", "coverage", "signature"}`.
    /// - Parameter id: UTF-8.
    public func append(_ score: PairScore, id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.member("id")
            $0.string(utf8: id)
            appendMembers(of: score, to: &$0)
        }
    }

    /// Appends the members after `id`, so that a caller may add its own to the object.
    public func appendMembers(of score: PairScore, to writer: inout JSONWriter) {
        if parts.kg {
            writer.member("kg")
            append(score.kg, to: &writer)
            writer.implausible(score.implausible)
        }
        if parts.factuality {
            writer.member("factuality")
            Self.append(score.factuality, to: &writer)
        }
        if parts.green {
            writer.member("green")
            writer.number(score.green)
            writer.member("matched_findings")
            writer.integer(score.matchedFindings)
        }
        if parts.crimson {
            writer.member("crimson")
            writer.number(score.writtenCRIMSON)
        }
        if parts.chexpert {
            writer.member("chexpert")
            writer.object {
                $0.member("reference")
                LabelJSON.append(score.chexpert.reference, to: &$0)
                $0.member("candidate")
                LabelJSON.append(score.chexpert.candidate, to: &$0)
            }
        }
        appendOverlaps(of: score, to: &writer)
        writer.member("coverage")
        writer.object {
            $0.member("reference")
            $0.number(score.coverage.reference)
            $0.member("candidate")
            $0.number(score.coverage.candidate)
        }
        writer.fragment(signature)
    }

    /// What compares elements of the reports one by one: annotated words, words of change, all words.
    private func appendOverlaps(of score: PairScore, to writer: inout JSONWriter) {
        if parts.radgraph, let f1 = score.radgraph {
            writer.member("radgraph")
            writer.object {
                $0.member("simple")
                $0.number(f1.simple)
                $0.member("partial")
                $0.number(f1.partial)
                $0.member("complete")
                $0.number(f1.complete)
            }
        }
        if parts.temporal, let temporal = score.temporal {
            writer.key(Metric.temporalF1.rawValue)
            writer.number(temporal.f1)
            writer.member("temporal_words")
            writer.object {
                $0.member("reference")
                $0.array { for word in temporal.reference { $0.string(word) } }
                $0.member("candidate")
                $0.array { for word in temporal.candidate { $0.string(word) } }
            }
        }
        if parts.lexical {
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
            $0.member("clinically_significant")
            append(factuality.significant, to: &$0)
            $0.member("clinically_insignificant")
            append(factuality.insignificant, to: &$0)
            $0.member("total")
            $0.integer(factuality.total)
            $0.member("errors")
            $0.array { for error in factuality.errors { append(error, to: &$0) } }
        }
    }

    // MARK: Parts

    private func append(_ kg: KGScore, to writer: inout JSONWriter) {
        writer.object {
            $0.member("reward")
            $0.number(kg.reward)
            $0.member("precision")
            $0.number(kg.precision)
            $0.member("recall")
            $0.number(kg.recall)
            $0.member("f1")
            $0.number(kg.f1)
            $0.member("entity_iou")
            $0.number(kg.entityIoU)
            $0.member("relation_iou")
            $0.number(kg.relationIoU)
            $0.member("consistency")
            $0.number(kg.consistency)
        }
    }

    private static let categories = JSONPieces(of: ErrorCategory.allCases) { $1.string($0.rawValue) }

    private static func append(_ counts: ErrorCounts, to writer: inout JSONWriter) {
        writer.object {
            for (number, category) in ErrorCategory.allCases.enumerated() {
                $0.key(number, of: categories)
                $0.integer(counts[category])
            }
        }
    }

    static func append(_ error: FactualityError, to writer: inout JSONWriter) {
        writer.object {
            $0.member("category")
            $0.string(error.category.rawValue)
            $0.member("significant")
            $0.bool(error.isSignificant)
            $0.member("finding")
            $0.string(error.finding)
            $0.member("reference")
            append(error.reference, to: &$0)
            $0.member("candidate")
            append(error.candidate, to: &$0)
            $0.member("explanation")
            $0.string(error.explanation)
        }
    }

    private static func append(_ quotation: Quotation?, to writer: inout JSONWriter) {
        if let quotation { writer.quotation(quotation) } else { writer.null() }
    }
}
