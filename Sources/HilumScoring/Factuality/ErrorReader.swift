import HilumExtraction
import HilumOntology

/// Reads the errors off an alignment, each with its words and its reason.
struct ErrorReader {
    let alignment: Alignment
    let candidate: ReportGraph
    let reference: ReportGraph
    let knowledge: Knowledge

    /// Wrong findings first, then omitted ones, then what differs in pairs, then statements of change about the whole.
    func errors() -> [FactualityError] {
        var errors: [FactualityError] = []
        for error in alignment.falseFindings { errors.append(falseFinding(error)) }
        for pair in alignment.repeats {
            if case .finer = pair.comparison.kinship { errors.append(overstatement(pair)) }
        }
        for error in alignment.omissions { errors.append(omission(error)) }
        for pair in alignment.pairs {
            if let error = urgentKind(pair) { errors.append(error) }
            append(pair, isRepeat: false, to: &errors)
        }
        for pair in alignment.repeats where pair.comparison.kinship == .equal { append(pair, isRepeat: true, to: &errors) }
        appendSelfDenials(to: &errors)
        appendResolutions(to: &errors)
        appendOverallComparisons(to: &errors)
        return errors
    }

    // MARK: Findings

    private func falseFinding(_ error: Alignment.Unanswered) -> FactualityError {
        let finding = alignment.candidate.positive[error.statement]
        let denial = error.denial.map { alignment.reference.absent[$0.absence] }
        return FactualityError(
            category: .falsePositiveFinding, isSignificant: finding.significance >= .actionable,
            finding: knowledge.name(of: finding.concept), reference: denial.map { Quotation($0.span, of: reference) },
            candidate: Quotation(finding.span, of: candidate),
            explanation: Explanation.falseFinding(finding, deniedAs: denial, knowledge))
    }

    private func overstatement(_ pair: Alignment.Pair) -> FactualityError {
        let found = alignment.candidate.positive[pair.candidate]
        let expected = alignment.reference.positive[pair.reference]
        return FactualityError(
            category: .falsePositiveFinding, isSignificant: false, finding: knowledge.name(of: found.concept),
            reference: Quotation(expected.span, of: reference), candidate: Quotation(found.span, of: candidate),
            explanation: Explanation.overstatement(found, of: expected, knowledge))
    }

    private func urgentKind(_ pair: Alignment.Pair) -> FactualityError? {
        let found = alignment.candidate.positive[pair.candidate]
        let expected = alignment.reference.positive[pair.reference]
        return pair.comparison.urgentKind(candidate: found, reference: expected, knowledge).map { category in
            FactualityError(
                category: category, isSignificant: true,
                finding: knowledge.name(of: category == .omissionFinding ? expected.concept : found.concept),
                reference: Quotation(expected.span, of: reference), candidate: Quotation(found.span, of: candidate),
                explanation: Explanation.opposed(
                    candidate: knowledge.name(of: found.concept), reference: knowledge.name(of: expected.concept)))
        }
    }

    /// A finding that the candidate reports as the reference does, and denies as well.
    private func appendSelfDenials(to errors: inout [FactualityError]) {
        for absence in alignment.selfDenials(knowledge) {
            let denied = alignment.candidate.absent[absence.absence]
            let expected = alignment.reference.positive[absence.finding.reference]
            errors.append(
                FactualityError(
                    category: .omissionFinding, isSignificant: knowledge.significance(of: expected.concept) >= .actionable,
                    finding: knowledge.name(of: expected.concept), reference: Quotation(expected.span, of: reference),
                    candidate: Quotation(denied.span, of: candidate),
                    explanation: Explanation.selfDenial(expected, knowledge)))
        }
    }

    private func omission(_ error: Alignment.Unanswered) -> FactualityError {
        let finding = alignment.reference.positive[error.statement]
        let denial = error.denial.map { alignment.candidate.absent[$0.absence] }
        return FactualityError(
            category: .omissionFinding, isSignificant: finding.significance >= .actionable,
            finding: knowledge.name(of: finding.concept), reference: Quotation(finding.span, of: reference),
            candidate: denial.map { Quotation($0.span, of: candidate) },
            explanation: Explanation.omission(finding, deniedAs: denial, knowledge))
    }

    // MARK: Attributes

    private func append(_ pair: Alignment.Pair, isRepeat: Bool, to errors: inout [FactualityError]) {
        let found = alignment.candidate.positive[pair.candidate]
        let expected = alignment.reference.positive[pair.reference]
        let significance = expected.significance
        let differences = pair.comparison.differences(significance, candidate: found, reference: expected, isRepeat: isRepeat)
        for difference in differences {
            let words: (reference: TextSpan?, candidate: TextSpan?)
            let explanation: String
            switch difference.category {
            case .incorrectLocation where difference.isPlacement:
                words = (expected.placementSpan, found.placementSpan)
                explanation = Explanation.placement(candidate: found, reference: expected, knowledge)
            case .incorrectLocation:
                let isSide = Explanation.isOfSide(candidate: found, reference: expected)
                words = (
                    expected.locationSpan(isSide: isSide, unlike: found, knowledge),
                    found.locationSpan(isSide: isSide, unlike: expected, knowledge)
                )
                explanation = Explanation.location(candidate: found, reference: expected, isRepeat: isRepeat, knowledge)
            case .incorrectSeverity where difference.isContradiction:
                let contradiction = pair.comparison.contradiction
                words = (contradiction?.reference.span, contradiction?.candidate.span)
                explanation = contradiction.map { Explanation.contradiction($0, knowledge) } ?? ""
            case .incorrectSeverity where difference.isCount:
                words = (expected.count?.span, found.count?.span)
                explanation = Explanation.opposed(
                    candidate: found.count?.value.name ?? "", reference: expected.count?.value.name ?? "")
            case .incorrectSeverity where pair.comparison.length.levels > 0:
                words = (expected.length?.span, found.length?.span)
                explanation = Explanation.opposed(
                    candidate: words.candidate.map { Quotation($0, of: candidate).text } ?? "",
                    reference: words.reference.map { Quotation($0, of: reference).text } ?? "")
            case .incorrectSeverity:
                words = (expected.degree?.span, found.degree?.span)
                explanation = Explanation.degree(candidate: found.degree, reference: expected.degree)
            case .falsePositiveComparison, .omissionComparison, .falsePositiveFinding, .omissionFinding:
                words = (expected.change?.span, found.change?.span)
                explanation = Explanation.change(candidate: found.change?.value, reference: expected.change?.value)
            }
            errors.append(
                FactualityError(
                    category: difference.category, isSignificant: difference.isSignificant,
                    finding: knowledge.name(of: expected.concept),
                    reference: words.reference.map { Quotation($0, of: reference) },
                    candidate: words.candidate.map { Quotation($0, of: candidate) }, explanation: explanation))
        }
    }

    // MARK: Comparisons

    /// "Resolved" says that there was something: of an absence that both state, only one may say it.
    private func appendResolutions(to errors: inout [FactualityError]) {
        for index in alignment.candidateAbsences.indices {
            guard let counterpart = alignment.candidateAbsences[index].counterpart else { continue }
            // Most absences have nothing else to say.
            if alignment.candidate.absent[index].details.isEmpty, alignment.reference.absent[counterpart].details.isEmpty {
                continue
            }
            let (found, expected) = (alignment.candidate.absent[index], alignment.reference.absent[counterpart])
            let isStated = found.change?.value == .resolved
            guard isStated != (expected.change?.value == .resolved) else { continue }
            errors.append(
                FactualityError(
                    category: isStated ? .falsePositiveComparison : .omissionComparison, isSignificant: false,
                    finding: knowledge.name(of: found.concept),
                    reference: Quotation(expected.change?.span ?? expected.span, of: reference),
                    candidate: Quotation(found.change?.span ?? found.span, of: candidate),
                    explanation: Explanation.change(candidate: found.change?.value, reference: expected.change?.value)))
        }
    }

    private func appendOverallComparisons(to errors: inout [FactualityError]) {
        for comparison in unanswered(candidate.comparisons, by: reference) {
            errors.append(
                FactualityError(
                    category: .falsePositiveComparison, isSignificant: false, finding: nil, reference: nil,
                    candidate: Quotation(comparison.span, of: candidate),
                    explanation: Explanation.change(candidate: comparison.value, reference: nil)))
        }
        for comparison in unanswered(reference.comparisons, by: candidate) {
            errors.append(
                FactualityError(
                    category: .omissionComparison, isSignificant: false, finding: nil,
                    reference: Quotation(comparison.span, of: reference), candidate: nil,
                    explanation: Explanation.change(candidate: nil, reference: comparison.value)))
        }
    }

    /// Each change once. One that the other report states of single findings is answered by these.
    private func unanswered(_ comparisons: [Stated<Change>], by other: ReportGraph) -> [Stated<Change>] {
        var seen: Set<Change> = []
        return comparisons.filter { comparison in
            seen.insert(comparison.value).inserted && !other.comparisons.contains { $0.value == comparison.value }
                && !other.observations.contains { $0.change?.value == comparison.value }
        }
    }
}
