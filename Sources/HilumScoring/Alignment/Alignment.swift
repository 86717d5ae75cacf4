import HilumExtraction
import HilumMetrics
import HilumOntology

/// Which statement of the candidate answers which of the reference, and how they differ. Every score is a reading of it.
struct Alignment: Sendable {
    let candidate: Statements
    let reference: Statements
    /// One to one, in the order of the reference.
    private(set) var pairs: [Pair] = []
    /// Findings of the candidate that say once more what a pair says already, or put it elsewhere too.
    private(set) var repeats: [Pair] = []
    /// Findings of the reference that have no pair of their own but follow from one of the candidate's.
    private(set) var implied: [Pair] = []
    /// Findings of the candidate that nothing in the reference answers.
    private(set) var falseFindings: [Unanswered] = []
    /// Findings of the reference that nothing in the candidate answers.
    private(set) var omissions: [Unanswered] = []
    /// For each absence of the candidate, what the reference says to it, and the reverse.
    private(set) var candidateAbsences: [AbsenceAnswer] = []
    private(set) var referenceAbsences: [AbsenceAnswer] = []
    /// What the candidate states and rules out, by concept.
    private let selfDenied: [(finding: ConceptID, absence: ConceptID)]

    struct Pair: Sendable {
        /// Indices of positive statements.
        var candidate: Int
        var reference: Int
        var comparison: Comparison
    }

    struct Unanswered: Sendable {
        /// Index of a positive statement.
        var statement: Int
        /// The absence in the other report that denies it, by index, if one does.
        var denial: (absence: Int, kind: Denial)?
    }

    /// What the reports as wholes say of change.
    let overall: OverallChange

    /// - Parameters:
    ///   - candidate: of a graph made with `knowledge.ontology`, as is `reference`.
    ///   - conflicts: of the candidate with itself.
    init(candidate: StatedReport, reference: StatedReport, conflicts: [Conflict] = [], knowledge: Knowledge) {
        selfDenied = conflicts.compactMap { conflict in
            guard conflict.kind == .oppositeStatements, let absence = conflict.other else { return nil }
            let observations = candidate.graph.observations
            return (observations[conflict.finding].concept, observations[absence].concept)
        }
        var ofCandidate = candidate.statements
        var ofReference = reference.statements
        Statements.bridge(&ofCandidate, &ofReference, knowledge: knowledge)
        self.candidate = ofCandidate
        self.reference = ofReference
        overall = OverallChange(
            candidateIsUnchanged: candidate.graph.comparisons.contains { $0.value == .unchanged },
            referenceIsUnchanged: reference.graph.comparisons.contains { $0.value == .unchanged })
        alignFindings(
            Comparisons(candidate: ofCandidate, reference: ofReference, overall: overall, knowledge: knowledge), knowledge)
        candidateAbsences = ofCandidate.absent.indices.map {
            AbsenceAnswer(to: $0, of: ofCandidate.absent, in: ofReference, knowledge)
        }
        referenceAbsences = ofReference.absent.indices.map {
            AbsenceAnswer(to: $0, of: ofReference.absent, in: ofCandidate, knowledge)
        }
    }

    private mutating func alignFindings(_ comparisons: Comparisons, _ knowledge: Knowledge) {
        var isPaired = [Bool](filled: false, count: candidate.positive.count)
        for (index, answer) in comparisons.answers(weight: RewardWeights.weight(of:)).enumerated() {
            if let answer {
                isPaired[comparisons[answer].candidate] = true
                pairs.append(comparisons[answer])
            } else if let pair = comparisons.implication(ofReference: index) {
                implied.append(pair)
            } else {
                omissions.append(unanswered(index, of: reference, deniedBy: candidate, knowledge))
            }
        }
        for index in candidate.positive.indices where !isPaired[index] {
            if let pair = comparisons.repetition(ofCandidate: index) {
                repeats.append(pair)
            } else {
                falseFindings.append(unanswered(index, of: candidate, deniedBy: reference, knowledge))
            }
        }
    }

    /// The absences of the candidate that deny what it also reports, rightly.
    func selfDenials(_ knowledge: Knowledge) -> [(absence: Int, finding: Pair)] {
        guard !selfDenied.isEmpty else { return [] }
        return candidateAbsences.indices.compactMap { index in
            guard candidateAbsences[index].kind == .contradicted else { return nil }
            let absence = candidate.absent[index]
            return pairs.first { isSelfDenied(candidate.positive[$0.candidate], by: absence, knowledge) }.map { (index, $0) }
        }
    }

    private func isSelfDenied(_ finding: Statement, by absence: Statement, _ knowledge: Knowledge) -> Bool {
        selfDenied.contains { $0.finding == finding.concept && $0.absence == absence.concept }
            && Denial(of: finding, by: absence, knowledge: knowledge) != nil
    }

    /// Whether the two reports agree in anything, if only in that neither denies what the other says.
    var agreesSomewhere: Bool {
        !pairs.isEmpty || candidateAbsences.contains { $0.kind != .contradicted }
    }

    /// Looks for the strongest denial. What the report with the finding denies likewise ("no acute abnormality") denies it in neither.
    private func unanswered(_ index: Int, of one: Statements, deniedBy other: Statements, _ knowledge: Knowledge) -> Unanswered {
        var unanswered = Unanswered(statement: index)
        let concept = one.positive[index].concept
        for number in other.absent.indices where knowledge.steps(from: concept, toKind: other.absent[number].concept) != nil {
            guard let kind = Denial(of: one.positive[index], by: other.absent[number], knowledge: knowledge) else { continue }
            if let known = unanswered.denial, known.kind >= kind { continue }
            let denied = other.absent[number].concept
            let isShared =
                denied != concept
                && one.absent.contains {
                    $0.concept == denied && Denial(of: one.positive[index], by: $0, knowledge: knowledge) != nil
                }
            if !isShared { unanswered.denial = (number, kind) }
        }
        return unanswered
    }
}

/// What a report says to an absence that the other states.
struct AbsenceAnswer: Sendable {
    enum Kind: Sendable {
        /// States it too, or something that makes it true.
        case stated
        /// Denies a part or a kind of it.
        case narrower
        case unmentioned
        /// States such a finding present or uncertain.
        case contradicted
    }
    var kind: Kind
    /// The absence of the same concept in the other report, by index.
    var counterpart: Int?

    /// - Parameter absence: the place of one of `absences`, which are copied only where another has to do with them.
    init(to absence: Int, of absences: [Statement], in other: borrowing Statements, _ knowledge: Knowledge) {
        kind = .unmentioned
        let denied = absences[absence].concept
        for index in other.absent.indices {
            let concept = other.absent[index].concept
            guard knowledge.mayBeKin(concept, denied) else { continue }
            if concept == denied { counterpart = counterpart ?? index }
            if knowledge.isKind(denied, of: concept), other.absent[index].covers(absences[absence]) {
                kind = .stated
            } else if kind == .unmentioned, knowledge.isKind(concept, of: denied), absences[absence].covers(other.absent[index]) {
                kind = .narrower
            }
        }
        guard kind != .stated else { return }
        for index in other.positive.indices
        where knowledge.steps(from: other.positive[index].concept, toKind: denied) != nil
            && Denial(of: other.positive[index], by: absences[absence], knowledge: knowledge) != nil
        {
            kind = .contradicted
            return
        }
    }
}
