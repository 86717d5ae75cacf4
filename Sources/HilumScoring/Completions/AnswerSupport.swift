import HilumExtraction
import HilumOntology

/// Whether the reasoning of a completion bears out its answer.
public struct AnswerSupport: Sendable, Hashable {
    public enum Verdict: String, CaseIterable, Sendable {
        case supported
        /// The answer reports a finding that the reasoning does not mention.
        case unsupported
        /// The reasoning says the opposite.
        case contradicted
    }

    public var verdict: Verdict
    /// Nil where it is supported.
    public var explanation: String?

    /// The share of its credit that an answer keeps.
    var factor: Double {
        switch verdict {
        case .supported: 1
        case .unsupported: 0.8
        case .contradicted: 0.5
        }
    }

    /// - Parameters:
    ///   - answer: what is checked, `reasoning` what it is checked against; of one completion.
    ///   - areExplained: whether the reasons are wanted.
    init?(of answer: StatedReport, reasoning: StatedReport, areExplained: Bool, knowledge: Knowledge) {
        guard !answer.statements.isEmpty, reasoning.graph.text.contains(where: { $0 > 0x20 }) else { return nil }
        let alignment = Alignment(candidate: answer, reference: reasoning, knowledge: knowledge)
        func name(_ statement: Statement) -> String { knowledge.name(of: statement.concept) }
        let positive = alignment.candidate.positive
        let inferred = Self.inferred(alignment, in: answer.graph)
        verdict = .supported
        if let denied = alignment.falseFindings.first(where: { $0.denial != nil }) {
            verdict = .contradicted
            if areExplained { explanation = "the answer reports \(name(positive[denied.statement])), which the reasoning denies" }
        } else if let index = alignment.candidateAbsences.firstIndex(where: { $0.kind == .contradicted }) {
            verdict = .contradicted
            if areExplained {
                explanation = "the answer denies \(name(alignment.candidate.absent[index])), which the reasoning reports"
            }
        } else if let pair = (alignment.pairs + alignment.repeats).first(where: { $0.comparison.location.isConflict }) {
            verdict = .contradicted
            if areExplained {
                let answered = positive[pair.candidate]
                explanation =
                    "the answer puts \(name(answered)) at another place (\(Explanation.places(answered, knowledge))) than the reasoning ("
                    + "\(Explanation.places(alignment.reference.positive[pair.reference], knowledge)))"
            }
        } else if let pair = alignment.pairs.first(where: { alignment.isSignificant($0) }) {
            verdict = .contradicted
            if areExplained {
                explanation = "the answer says otherwise of \(name(positive[pair.candidate])) than the reasoning"
            }
        } else if let unmentioned = alignment.falseFindings.first(where: { !inferred.contains(positive[$0.statement].span) }) {
            verdict = .unsupported
            if areExplained {
                let verb = positive[unmentioned.statement].status == .uncertain ? "suspects" : "reports"
                explanation = "the answer \(verb) \(name(positive[unmentioned.statement])), which the reasoning does not mention"
            }
        }
    }

    /// What the answer only holds possible on account of a finding that the reasoning has: "nodule, suspicious for malignancy". An
    /// answer concludes; what it concludes from is what the reasoning has to bear out.
    private static func inferred(_ alignment: Alignment, in answer: ReportGraph) -> Set<TextSpan> {
        let borneOut = Set((alignment.pairs + alignment.repeats).map { alignment.candidate.positive[$0.candidate].concept })
        let suggested = answer.suggestions.filter { borneOut.contains(answer.observations[$0.finding].concept) }
        return Set(suggested.map { answer.observations[$0.disease] }.filter { $0.status == .uncertain }.map { $0.span })
    }
}

extension Alignment {
    /// Whether the two statements of a pair differ in a way that changes what is done: in degree, change or where a device ends.
    fileprivate func isSignificant(_ pair: Pair) -> Bool {
        let (found, expected) = (candidate.positive[pair.candidate], reference.positive[pair.reference])
        let differences = pair.comparison.differences(
            expected.significance, candidate: found, reference: expected, isRepeat: true)
        return differences.contains(where: \.isSignificant)
    }
}
