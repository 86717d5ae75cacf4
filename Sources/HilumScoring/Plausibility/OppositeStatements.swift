import HilumExtraction
import HilumOntology

extension Plausibility {
    /// Findings that are stated and ruled out.
    func appendOpposites(_ positive: [Int], _ absent: [Int], in graph: ReportGraph, to conflicts: inout [Conflict]) {
        for absence in absent {
            let denied = graph.observations[absence].concept
            for finding in positive
            where knowledge.mayBeKin(graph.observations[finding].concept, denied) && rulesOut(absence, finding, in: graph) {
                conflicts.append(Conflict(kind: .oppositeStatements, finding: finding, other: absence))
            }
        }
    }

    /// Whether an absence leaves no room for a finding. Cheap questions first: most pairs have nothing to do with one another.
    private func rulesOut(_ absence: Int, _ finding: Int, in graph: ReportGraph) -> Bool {
        let concepts = (stated: graph.observations[finding].concept, denied: graph.observations[absence].concept)
        guard let steps = knowledge.steps(from: concepts.stated, toKind: concepts.denied) else { return false }
        // What has resolved may have left a rest.
        guard graph.observations[absence].change?.value != .resolved else { return false }
        let significance = knowledge.significance(of: concepts.stated)
        // What calls for no action, or is only thought of, may be passed over in saying that all is well.
        let isPressing = significance >= .actionable && graph.observations[finding].status == .present
        guard steps == 0 || isPressing else { return false }
        let denied = graph.observations[absence]
        let stated = graph.observations[finding]
        guard !isLasting(stated) else { return false }
        if significance != .urgent, denied.descriptors.contains(where: { acute.contains($0.value) }) { return false }
        let isGroup = knowledge.isGroup(denied.concept)
        let isAsBefore = stated.change?.value == .unchanged || stated.change?.value == .decreased
        if isGroup, isAsBefore { return false }
        let isNormal = denied.isOfState
        if isNormal {
            guard isPressing, steps == 0 || !isAsBefore else { return false }
        } else if steps > 2, !isGroup {
            return false
        }
        let candidate = Statement(stated, knowledge: knowledge)
        let absent = Statement(denied, knowledge: knowledge)
        guard Denial(of: candidate, by: absent, knowledge: knowledge) != nil else { return false }
        if isGroup || isNormal, candidate.degree?.level == 0 || isHarmless(finding, in: graph) { return false }
        if isNormal, !concerns(denied, stated, isSame: steps == 0, in: graph) { return false }
        return !leavesRoom(denied, for: stated, isNormal: isNormal, in: graph)
    }

    /// Old, healed or chronic: what a denial of the day's findings does not speak of.
    private func isLasting(_ observation: Observation) -> Bool {
        observation.descriptors.contains { lasting.contains($0.value) }
    }

    /// Whether a finding is held to be one that calls for no action: the opacity that is probably a scar.
    private func isHarmless(_ finding: Int, in graph: ReportGraph) -> Bool {
        graph.suggestions.contains {
            $0.finding == finding && knowledge.significance(of: graph.observations[$0.disease].concept) < .actionable
        }
    }

    /// Whether a site that is called normal is where the finding lies.
    private func concerns(_ normal: Observation, _ finding: Observation, isSame: Bool, in graph: ReportGraph) -> Bool {
        let ontology = knowledge.ontology
        guard !normal.sites.isEmpty else { return graph.opensSection(normal.span) }
        // "Views of the chest show a normal heart": what comes behind the state is what it is said of.
        let isBehind = { (observation: Observation) in observation.sites.contains { $0.span.start >= observation.span.end } }
        if !isBehind(normal), graph.observations.contains(where: { $0.span == normal.span && isBehind($0) }) { return false }
        func isInside(_ site: ConceptID) -> Bool { normal.sites.contains { ontology.isPart(site, of: $0.concept) } }
        guard finding.sites.isEmpty else { return finding.sites.allSatisfy { isInside($0.concept) } }
        let own = ontology[finding.concept].sites
        // "Densities overlie the patient" is no word about the lungs.
        if isSame, own.contains(where: knowledge.isExamined) { return false }
        return own.first.map { first in
            isInside(first) || normal.sites.contains { ontology.isPart($0.concept, of: first) }
        } ?? true
    }

    /// Whether the words of a denial leave room for the finding.
    private func leavesRoom(_ denied: Observation, for stated: Observation, isNormal: Bool, in graph: ReportGraph) -> Bool {
        let sentence = graph.sentence(around: denied.span)
        let isInSentence = stated.span.start >= sentence.start && stated.span.end <= sentence.end
        // "Normal or mildly enlarged", "engorgement within normal limits": a sentence qualifies itself.
        if isInSentence, isNormal || stated.span == denied.span { return true }
        if let cue = denied.cue, cue.end <= denied.span.start,
            hasUnreadWord(from: cue.end, to: denied.span.start, of: denied, in: graph)
        {
            return true
        }
        let isUrgent = knowledge.significance(of: stated.concept) == .urgent && stated.change?.value != .unchanged
        return graph.discourse(in: sentence).contains { word in
            switch word.value {
            case .others: true
            case .acute: !isUrgent
            case .landmark, .reference: false
            case nil: isNormal || word.span.start < denied.span.end
            }
        }
    }
}
