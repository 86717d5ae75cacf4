import HilumExtraction
import HilumOntology

/// How a candidate's statement relates to the reference's statement of the same finding.
struct Comparison: Sendable {
    var kinship: Kinship
    var location: LocationAgreement
    var degree: DegreeAgreement
    var change: ChangeAgreement
    /// 0–1, the product of the agreement of every part; 1 only if nothing differs.
    var similarity: Double
}

enum Kinship: Sendable, Hashable {
    case equal
    /// The candidate names a more general concept, so many steps up.
    case coarser(steps: Int)
    /// The candidate names a kind of the reference's concept, so many steps down.
    case finer(steps: Int)
    /// The candidate names a group that the reference's concept belongs to, or the reverse: implied, but no answer.
    case coarserGroup, finerGroup

    /// Whether one statement can answer for the other; a group's name is too vague for that.
    var isAnswer: Bool { self != .coarserGroup && self != .finerGroup }

    init?(candidate: ConceptID, reference: ConceptID, knowledge: Knowledge) {
        if candidate == reference {
            self = .equal
        } else if let steps = knowledge.kinship(from: reference, to: candidate) {
            self = .coarser(steps: steps)
        } else if let steps = knowledge.kinship(from: candidate, to: reference) {
            self = .finer(steps: steps)
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

enum ChangeAgreement: Sendable, Hashable {
    case same, omitted, added, differs
}

/// Whether the reports as wholes say that nothing has changed, which holds for each finding.
struct OverallChange: Sendable {
    var candidateIsUnchanged: Bool
    var referenceIsUnchanged: Bool
}

extension Comparison {
    /// Compares two statements of present or uncertain findings; nil if their concepts have nothing to do with one another.
    init?(candidate: Statement, reference: Statement, overall: OverallChange, knowledge: Knowledge) {
        guard let kinship = Kinship(candidate: candidate.concept, reference: reference.concept, knowledge: knowledge) else {
            return nil
        }
        self.kinship = kinship
        location = LocationAgreement(candidate: candidate, reference: reference, knowledge: knowledge)
        degree = DegreeAgreement(candidate: candidate.degree, reference: reference.degree)
        change = ChangeAgreement(candidate: candidate.change?.value, reference: reference.change?.value, overall: overall)
        let isWorse = candidate.isWorse || reference.isWorse
        similarity =
            Agreement.of(kinship) * Agreement.of(location) * Agreement.of(degree) * Agreement.of(change, isWorse: isWorse)
        if candidate.status != reference.status { similarity *= Agreement.certainty }
        if candidate.descriptors != reference.descriptors {
            similarity *= Agreement.of(descriptors: candidate.descriptors, reference.descriptors)
        }
    }

    /// Whether one statement may answer for the other: a related concept must at least lie in the same place.
    var isAnswer: Bool { kinship == .equal || kinship.isAnswer && !location.isConflict }
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
