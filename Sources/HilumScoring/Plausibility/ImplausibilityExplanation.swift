import HilumExtraction
import HilumOntology

extension Plausibility {
    /// One clause; the same for repeats of the same conflict, in whatever order they stand.
    func explanation(of conflict: Conflict, in graph: ReportGraph) -> String {
        let finding = graph.observations[conflict.finding]
        let name = knowledge.name(of: finding.concept)
        switch conflict.kind {
        case .oppositeStatements: return conflict.other.map { opposite(finding, graph.observations[$0]) } ?? ""
        case .impossiblePlace:
            guard let site = conflict.site else { return "" }
            let place = knowledge.name(of: site.concept)
            if isOnImpossibleSide(site) { return "\(name): there is no \(Sides(site.laterality).name) \(place)" }
            return "\(name) does not lie in the \(place)"
        case .changedSide:
            guard let other = conflict.other.map({ graph.observations[$0] }) else { return "" }
            if finding.section == other.section { return "the same \(name) is left in one sentence and right in another" }
            let otherName = other.concept == finding.concept ? "" : knowledge.name(of: other.concept) + " "
            return "\(name) is left in the \(finding.section.rawValue), \(otherName)right in the \(other.section.rawValue)"
        }
    }

    private func opposite(_ finding: Observation, _ denied: Observation) -> String {
        let statement = Statement(finding, knowledge: knowledge)
        let place = Explanation.places(statement, knowledge)
        let name = knowledge.name(of: finding.concept) + (place.isEmpty ? "" : " (\(place))")
        guard !denied.isOfState else {
            let sites = Set(denied.sites.map { knowledge.name(of: $0.concept) }).sorted()
            let normal = sites.isEmpty ? "the examination" : "the " + sites.joined(separator: " and ")
            return "\(name) is reported, although \(normal) is called normal (no \(knowledge.name(of: denied.concept)))"
        }
        if finding.concept == denied.concept { return "\(name) is reported and denied as well" }
        return "\(name) is reported, although \(knowledge.name(of: denied.concept)) is denied"
    }
}
