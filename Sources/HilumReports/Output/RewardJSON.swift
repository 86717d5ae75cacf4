import HilumMetrics
import HilumScoring

/// Writes what completions are worth, as JSON.
public enum RewardJSON {
    /// Appends the members `reward`, `answer`, `kg`, `format` and, where there are reasons, `errors` with
    /// * in mode `hilum` `implausible`, `answer_support`, `process` (counts of the judgements) and `steps`,
    /// * in the others `entity_iou`, `relation_iou`, `entity_f1`, `relation_f1`.
    public static func appendMembers(of reward: CompletionReward, to writer: inout JSONWriter) {
        for (key, value) in [
            ("reward", reward.reward), ("answer", reward.answer), ("kg", reward.kg), ("format", reward.format),
        ] {
            writer.key(key)
            writer.number(value)
        }
        switch reward.reasons {
        case .concepts(let reasons): append(reasons, to: &writer)
        case .spelling(let reasons):
            writer.member("errors")
            writer.array { append(reasons, to: &$0) }
            appendMembers(of: reasons.consistency, to: &writer)
        case nil: break
        }
    }

    /// Appends the members `entity_iou`, `relation_iou`, `entity_f1` and `relation_f1`.
    public static func appendMembers(of consistency: GraphConsistency, to writer: inout JSONWriter) {
        for (key, value) in [
            ("entity_iou", consistency.entityIoU), ("relation_iou", consistency.relationIoU),
            ("entity_f1", consistency.entityF1), ("relation_f1", consistency.relationF1),
        ] {
            writer.key(key)
            writer.number(value)
        }
    }

    // MARK: By concepts

    private static func append(_ reasons: ConceptReasons, to writer: inout JSONWriter) {
        writer.member("errors")
        writer.array { for error in reasons.errors { ScoreJSON.append(error, to: &$0) } }
        writer.implausible(reasons.implausible)
        writer.member("answer_support")
        if let support = reasons.answerSupport {
            writer.object {
                $0.member("verdict")
                $0.string(support.verdict.rawValue)
                $0.member("explanation")
                $0.string(support.explanation)
            }
        } else {
            writer.null()
        }
        writer.member("process")
        writer.object {
            let statements = reasons.steps.flatMap(\.statements)
            for verdict in StepVerdict.allCases {
                $0.key(verdict.rawValue)
                $0.integer(statements.count { $0.verdict == verdict })
            }
            $0.member("implausible")
            $0.integer(statements.count(where: \.isImplausible))
            $0.member("repeated")
            $0.integer(reasons.steps.count(where: \.isRepeated))
        }
        writer.member("steps")
        writer.array { for step in reasons.steps { append(step, to: &$0) } }
    }

    private static func append(_ step: ReasoningStep, to writer: inout JSONWriter) {
        writer.object {
            $0.quotationMembers(step.words)
            $0.member("repeated")
            $0.bool(step.isRepeated)
            $0.member("statements")
            $0.array { for statement in step.statements { append(statement, to: &$0) } }
        }
    }

    private static func append(_ statement: JudgedStatement, to writer: inout JSONWriter) {
        writer.object {
            $0.member("finding")
            $0.string(statement.finding)
            $0.member("status")
            $0.string(statement.status.rawValue)
            $0.quotationMembers(statement.words)
            $0.member("verdict")
            $0.string(statement.verdict.rawValue)
            $0.member("implausible")
            $0.bool(statement.isImplausible)
            $0.member("explanation")
            $0.string(statement.explanation)
            $0.member("triples")
            $0.array { for triple in statement.triples { append(triple, to: &$0) } }
        }
    }

    private static func append(_ judged: JudgedTriple, to writer: inout JSONWriter) {
        writer.object {
            $0.member("source")
            $0.string(judged.triple.source)
            $0.member("relation")
            $0.string(judged.triple.relation.rawValue)
            $0.member("target")
            $0.string(judged.triple.target)
            $0.member("verdict")
            $0.string(judged.verdict.rawValue)
        }
    }

    // MARK: By spelling

    /// What only one of the graphs has, in the order of the alphabet: `{"only_in", "entity", "type"}` or
    /// `{"only_in", "source_entity", "target_entity", "type"}`.
    private static func append(_ reasons: SpellingReasons, to writer: inout JSONWriter) {
        for (side, own, other) in [
            ("reference", reasons.reference, reasons.candidate), ("candidate", reasons.candidate, reasons.reference),
        ] {
            for (text, type) in own.entities.sorted(by: { $0.key < $1.key }) where other.entities[text] != type {
                append([("only_in", side), ("entity", text), ("type", type)], to: &writer)
            }
            let relations = own.relations.subtracting(other.relations)
            for relation in relations.sorted(by: { ($0.source, $0.type, $0.target) < ($1.source, $1.type, $1.target) }) {
                append(
                    [
                        ("only_in", side), ("source_entity", relation.source), ("target_entity", relation.target),
                        ("type", relation.type),
                    ],
                    to: &writer)
            }
        }
    }

    private static func append(_ members: [(key: String, value: String)], to writer: inout JSONWriter) {
        writer.object {
            for member in members {
                $0.key(member.key)
                $0.string(member.value)
            }
        }
    }
}
