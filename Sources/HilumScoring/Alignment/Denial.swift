import HilumOntology

/// How an absence speaks against a finding that is stated present or uncertain.
enum Denial: Int, Comparable, Sendable {
    /// By a group or with a qualifier: "lungs are clear" against a consolidation.
    case general
    /// The finding itself, or what it is a kind of: "no effusion".
    case direct

    static func < (left: Denial, right: Denial) -> Bool { left.rawValue < right.rawValue }

    /// Nil if both may be true: "no large effusion" leaves room for a small one, "normal chest" for a scar.
    init?(of finding: borrowing Statement, by absence: borrowing Statement, knowledge: Knowledge) {
        guard let steps = knowledge.steps(from: finding.concept, toKind: absence.concept) else { return nil }
        if let degree = absence.degree, finding.degree?.level ?? -1 < degree.level { return nil }
        if absence.isOneSided, absence.sides.isDisjoint(with: finding.sides) { return nil }
        if !absence.sites.isEmpty, !finding.lies(within: absence.sites, knowledge) { return nil }
        if !absence.descriptors.isEmpty, !finding.descriptors.isEmpty,
            !absence.descriptors.contains(where: { finding.states(descriptor: $0.value) })
        {
            return nil
        }
        let isNear = steps <= 2 && !knowledge.isGroup(absence.concept) && absence.descriptors.isEmpty
        self = steps == 0 || isNear ? .direct : .general
        // "Normal chest" leaves room for what calls for no action.
        if self == .general, knowledge.significance(of: finding.concept) < .actionable { return nil }
    }
}

extension [Statement] {
    /// The places of the absences that may deny a finding of this concept, of which `Denial` is sure. Asked of concepts first, as most have
    /// nothing to do with one another and statements are large.
    func indices(denying finding: ConceptID, _ knowledge: Knowledge) -> some Sequence<Int> {
        indices.lazy.filter { knowledge.mayBeKin(finding, self[$0].concept) }
    }
}

extension Statement {
    fileprivate func lies(within wholes: [PlacedSite], _ knowledge: Knowledge) -> Bool {
        sites.contains { site in wholes.contains { knowledge.ontology.isPart(site.concept, of: $0.concept) } }
    }

    /// Whether this absence makes another one true that is of the same or a kind of it: "lungs are clear" makes "no consolidation" true.
    @inline(__always)
    func covers(_ narrower: borrowing Statement) -> Bool {
        !isQualified || agreesOnQualification(with: narrower)
    }
}
