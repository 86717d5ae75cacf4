import HilumExtraction
import HilumOntology

/// Judges each statement of a reasoning by an alignment of the reasoning with the reference.
struct StepJudge {
    let reasoning: ReportGraph
    let reference: ReportGraph
    /// Of the reasoning as candidate.
    let alignment: Alignment
    /// Of the reasoning with itself.
    let conflicts: [Conflict]
    let knowledge: Knowledge

    func steps() -> [ReasoningStep] {
        let repetition = Repetition(in: reasoning)
        let observations = Dictionary(grouping: reasoning.observations.indices, by: { repetition.sentence[$0] })
        let inConflict = Set(conflicts.flatMap(\.observations))
        let triples = Dictionary(grouping: reasoning.statedTriples, by: \.observation)
        return reasoning.sentences.indices.map { number in
            let statements = (observations[number] ?? []).map { index in
                judge(index, triples: triples[index] ?? [], isImplausible: inConflict.contains(index))
            }
            return ReasoningStep(
                words: Quotation(reasoning.sentences[number], of: reasoning), statements: statements,
                isRepeated: repetition.isRepeated[number])
        }
    }

    private func judge(_ index: Int, triples: [StatedTriple], isImplausible: Bool) -> JudgedStatement {
        let observation = reasoning.observations[index]
        let statement = Statement(observation, knowledge: knowledge)
        let finding = observation.status == .absent ? judgeAbsence(statement) : judgeFinding(statement)
        let parts = triples.map { part -> (triple: JudgedTriple, explanation: String?) in
            let (verdict, explanation) =
                finding.answer.map { judge(part.part, of: statement, at: observation, against: $0) }
                ?? (finding.verdict, nil)
            return (JudgedTriple(triple: part.triple, verdict: verdict), explanation)
        }
        let contradiction = parts.first { $0.triple.verdict == .contradicted }
        let beyondTriples = finding.answer.flatMap { contradictionBeyondTriples(statement, $0) }
        let isContradicted = contradiction != nil || beyondTriples != nil
        return JudgedStatement(
            finding: knowledge.name(of: observation.concept), status: observation.status,
            words: Quotation(observation.span, of: reasoning),
            verdict: isContradicted ? .contradicted : finding.verdict, isImplausible: isImplausible,
            explanation: finding.explanation ?? beyondTriples ?? contradiction?.explanation,
            triples: parts.map(\.triple))
    }

    /// What no triple says: where a device ends, and a length.
    private func contradictionBeyondTriples(
        _ statement: Statement, _ answer: (statement: Statement, comparison: Comparison)
    ) -> String? {
        let (expected, comparison) = answer
        if comparison.placement == .conflict {
            return Explanation.placement(candidate: statement, reference: expected, knowledge)
        }
        guard comparison.length.levels > 0, let found = statement.length, let length = expected.length else { return nil }
        return Explanation.opposed(
            candidate: Quotation(found.span, of: reasoning).text, reference: Quotation(length.span, of: reference).text)
    }

    // MARK: Findings

    private struct FindingVerdict {
        var verdict: StepVerdict
        var explanation: String?
        /// The reference's statement of the same finding, with what is made of the two.
        var answer: (statement: Statement, comparison: Comparison)?
    }

    private func judgeAbsence(_ statement: Statement) -> FindingVerdict {
        switch AbsenceAnswer(to: 0, of: [statement], in: alignment.reference, knowledge).kind {
        case .stated, .narrower: FindingVerdict(verdict: .supported)
        case .unmentioned: FindingVerdict(verdict: .absent, explanation: "the reference does not mention it")
        case .contradicted: FindingVerdict(verdict: .contradicted, explanation: "the reference reports it")
        }
    }

    private func judgeFinding(_ statement: Statement) -> FindingVerdict {
        let stated = alignment.candidate.positive
        let alike = stated.indices.filter { stated[$0].concept == statement.concept }
        // The finding as the whole reasoning has it, of which this statement is a part.
        guard let whole = alike.first(where: { statement.lies(within: stated[$0], knowledge) }) ?? alike.first else {
            return FindingVerdict(verdict: .absent)
        }
        if let pair = (alignment.pairs + alignment.repeats).first(where: { $0.candidate == whole }) {
            let expected = alignment.reference.positive[pair.reference]
            let comparison = Comparison(
                kinship: pair.comparison.kinship, candidate: statement, reference: expected, overall: alignment.overall,
                knowledge: knowledge)
            return FindingVerdict(verdict: .supported, answer: (expected, comparison))
        }
        let denial = alignment.falseFindings.first { $0.statement == whole }?.denial.map {
            alignment.reference.absent[$0.absence]
        }
        return FindingVerdict(
            verdict: denial == nil ? .absent : .contradicted,
            explanation: Explanation.falseFinding(statement, deniedAs: denial, knowledge))
    }

    // MARK: What is said of them

    private func judge(
        _ part: StatedTriple.Part, of statement: Statement, at observation: Observation,
        against answer: (statement: Statement, comparison: Comparison)
    ) -> (StepVerdict, explanation: String?) {
        let (expected, comparison) = answer
        switch part {
        case .site(let number):
            var placed = statement
            let site = observation.sites[number].concept
            placed.sites = statement.sites.filter { $0.concept == site }
            return judgePlace(placed, against: expected)
        case .laterality:
            var placed = statement
            placed.sites = []
            return judgePlace(placed, against: expected)
        case .severity, .size:
            let explanation = Explanation.degree(candidate: statement.degree, reference: expected.degree)
            return switch comparison.degree {
            case .same, .omitted: (.supported, nil)
            case .added: (.absent, explanation)
            case .differs: (.contradicted, explanation)
            }
        case .change:
            let explanation = Explanation.change(candidate: statement.change?.value, reference: expected.change?.value)
            return switch comparison.change {
            case .same, .omitted: (.supported, nil)
            case .added: (.absent, explanation)
            case .differs: (.contradicted, explanation)
            }
        case .descriptor(let descriptor):
            if expected.states(descriptor: descriptor) { return (.supported, nil) }
            let contradiction = expected.descriptors.first { knowledge.excludes($0.value, descriptor) }
            return contradiction.map { contradiction in
                let names = (knowledge.name(of: descriptor), knowledge.name(of: contradiction.value))
                return (.contradicted, Explanation.opposed(candidate: names.0, reference: names.1))
            } ?? (.absent, nil)
        case .disease(let disease): return (judgeDisease(disease), nil)
        }
    }

    private func judgePlace(_ statement: Statement, against expected: Statement) -> (StepVerdict, explanation: String?) {
        switch LocationAgreement(candidate: statement, reference: expected, knowledge: knowledge) {
        case .same, .precision, .sideOmitted, .siteOmitted: (.supported, nil)
        // One of the two names no site; where both name the side, that is borne out.
        case .siteUnstated: (statement.sites.isEmpty || !expected.sides.isEmpty ? .supported : .absent, nil)
        case .sideAdded: (.absent, nil)
        case .sidesOverlap, .otherLevel, .otherSite, .otherSide:
            (.contradicted, Explanation.location(candidate: statement, reference: expected, isRepeat: false, knowledge))
        }
    }

    private func judgeDisease(_ disease: ConceptID) -> StepVerdict {
        let isDenied = alignment.reference.absent.contains { knowledge.ontology.isA(disease, $0.concept) && !$0.isQualified }
        if isDenied { return .contradicted }
        return alignment.reference.positive.contains { knowledge.ontology.isA($0.concept, disease) } ? .supported : .absent
    }
}
