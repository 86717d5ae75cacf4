import HilumExtraction
import HilumOntology

/// How a candidate's statement relates to the reference's statement of the same finding.
struct Comparison: Sendable {
    var kinship: Kinship
    var location: LocationAgreement
    var count: CountAgreement
    /// Of where a device ends.
    var placement: PlacementAgreement
    /// Of the degrees in words and of the lengths, whichever differ more.
    var degree: DegreeAgreement
    var length: LengthAgreement
    /// A qualifier of each that cannot both be true, such as acute and healed.
    var contradiction: Contradiction?
    var change: ChangeAgreement
    /// 0–1, the product of the agreement of every part; 1 only if nothing differs.
    var similarity: Double
    /// 0–1: how well the two answer for one another. What they name and where it lies decides; degree, change and the rest only
    /// tell apart what is equal in these, so that a wrong degree is charged to the finding that has it.
    var fitness: Double
    /// Whether the report with the more general finding denies the more special one: "opacity, no pneumonia" is no pneumonia.
    var isDenied = false
}

enum Kinship: Sendable, Hashable {
    case equal
    /// The candidate names a more general concept, so many steps up.
    case coarser(steps: Int)
    /// The candidate names a kind of the reference's concept, so many steps down.
    case finer(steps: Int)
    /// Neither is a kind of the other, but a radiologist would take them for nearly the same: mass and nodule. No error, only less
    /// similar. Holds for a finding that nothing else in the other report answers, and that it does not deny.
    case related(closeness: Double)
    /// The candidate names a group that the reference's concept belongs to, or the reverse: implied, but no answer.
    case coarserGroup, finerGroup

    /// Whether one statement can answer for the other; a group's name is too vague for that.
    var isAnswer: Bool { self != .coarserGroup && self != .finerGroup }

    var isRelated: Bool {
        if case .related = self { true } else { false }
    }

    init?(candidate: ConceptID, reference: ConceptID, knowledge: Knowledge) {
        if candidate == reference {
            self = .equal
        } else if !knowledge.mayBeKin(candidate, reference) {
            guard let closeness = knowledge.closeness(of: candidate, to: reference) else { return nil }
            self = .related(closeness: closeness)
        } else if let steps = knowledge.kinship(from: reference, to: candidate) {
            self = .coarser(steps: steps)
        } else if let steps = knowledge.kinship(from: candidate, to: reference) {
            self = .finer(steps: steps)
        } else if let closeness = knowledge.closeness(of: candidate, to: reference) {
            self = .related(closeness: closeness)
        } else if knowledge.ontology.isA(reference, candidate) {
            self = .coarserGroup
        } else if knowledge.ontology.isA(candidate, reference) {
            self = .finerGroup
        } else {
            return nil
        }
    }
}

enum DegreeAgreement: Sendable, Hashable {
    case same, omitted, added
    case differs(levels: Int)
}

/// How two lengths in millimetres relate.
enum LengthAgreement: Sendable, Hashable {
    /// Neither is stated, or they are as near as two readers measure.
    case same
    case unstated
    /// The larger over the smaller.
    case differs(ratio: Double)

    /// Lengths that differ no more may be the same; see RECIST 1.1 (Eisenhauer et al. 2009), which takes 20 % for growth.
    static let tolerance = 1.25

    init(candidate: Double?, reference: Double?) {
        guard let candidate, let reference else {
            self = candidate == reference ? .same : .unstated
            return
        }
        let ratio = max(candidate, reference) / min(candidate, reference)
        self = ratio > Self.tolerance ? .differs(ratio: ratio) : .same
    }

    /// Levels of degree that the difference amounts to.
    var levels: Int {
        guard case .differs(let ratio) = self else { return 0 }
        return ratio <= 2 ? 1 : 2
    }
}

/// What two statements of one finding say that cannot both be true.
struct Contradiction: Sendable, Hashable {
    var candidate: Stated<ConceptID>
    var reference: Stated<ConceptID>

    /// The first descriptor that only the candidate states and one excludes that only the reference states; nil without.
    init?(candidate: borrowing Statement, reference: borrowing Statement, knowledge: Knowledge) {
        for found in candidate.descriptors where !reference.states(descriptor: found.value) {
            for expected in reference.descriptors where !candidate.states(descriptor: expected.value) {
                guard knowledge.excludes(found.value, expected.value) else { continue }
                self.candidate = found
                self.reference = expected
                return
            }
        }
        return nil
    }
}

enum ChangeAgreement: Sendable, Hashable {
    case same, omitted, added, differs
}

/// Whether the reports as wholes say that nothing has changed, which holds for each finding.
struct OverallChange: Sendable {
    var candidateIsUnchanged: Bool
    var referenceIsUnchanged: Bool
}

extension Comparison {
    /// Compares two statements of present or uncertain findings.
    /// - Parameter kinship: of their concepts.
    init(
        kinship: Kinship, candidate: borrowing Statement, reference: borrowing Statement, overall: OverallChange,
        knowledge: Knowledge
    ) {
        self.kinship = kinship
        location = LocationAgreement(candidate: candidate, reference: reference, knowledge: knowledge)
        count = CountAgreement(candidate: candidate.count?.value, reference: reference.count?.value)
        placement = PlacementAgreement(candidate: candidate, reference: reference, knowledge: knowledge)
        length = LengthAgreement(candidate: candidate.length?.value, reference: reference.length?.value)
        degree = DegreeAgreement(candidate: candidate.degree, reference: reference.degree).combined(with: length)
        // The other name may say it: a blunted angle is a small effusion.
        if kinship.isRelated, degree == .omitted || degree == .added { degree = .same }
        contradiction = Contradiction(candidate: candidate, reference: reference, knowledge: knowledge)
        change = ChangeAgreement(candidate: candidate.change?.value, reference: reference.change?.value, overall: overall)
        let isWorse = candidate.isWorse || reference.isWorse
        similarity = Agreement.of(degree) * Agreement.of(change, isWorse: isWorse)
        if candidate.status != reference.status { similarity *= Agreement.certainty }
        similarity *= Agreement.of(length)
        similarity *= Agreement.of(placement)
        if count == .differs { similarity *= Agreement.otherCount }
        similarity *= Agreement.of(descriptors: candidate.descriptors, reference.descriptors)
        if contradiction != nil { similarity *= Agreement.contradiction }
        fitness = Agreement.of(kinship) * Agreement.fitness(of: location) * (1 - Agreement.detail * (1 - similarity))
        similarity *= Agreement.of(kinship) * Agreement.of(location)
    }

    /// Whether one statement may answer for the other: a related concept must at least lie in the same place.
    var isAnswer: Bool { !isDenied && (kinship == .equal || kinship.isAnswer && !location.isConflict) }
}

extension Statement {
    /// New or increased: a change that somebody acts on.
    var isWorse: Bool { change?.value == .new || change?.value == .increased }
}

extension DegreeAgreement {
    init(candidate: Degree?, reference: Degree?) {
        self =
            switch (candidate?.level, reference?.level) {
            case (nil, nil): .same
            case (nil, _?): .omitted
            case (_?, nil): .added
            case (let candidate?, let reference?):
                candidate == reference ? .same : .differs(levels: abs(candidate - reference))
            }
    }
}

extension DegreeAgreement {
    /// One difference is one error, whether words or lengths tell it.
    fileprivate func combined(with length: LengthAgreement) -> DegreeAgreement {
        guard length.levels > 0 else { return self }
        guard case .differs(let levels) = self else { return .differs(levels: length.levels) }
        return .differs(levels: max(levels, length.levels))
    }
}

extension ChangeAgreement {
    init(candidate: Change?, reference: Change?, overall: OverallChange) {
        if candidate == reference {
            self = .same
        } else if let candidate, reference == nil {
            self = candidate == .unchanged && overall.referenceIsUnchanged ? .same : .added
        } else if let reference, candidate == nil {
            self = reference == .unchanged && overall.candidateIsUnchanged ? .same : .omitted
        } else {
            self = .differs
        }
    }
}
