import HilumExtraction
import HilumOntology

extension Plausibility {
    /// Findings at sites that anatomy does not allow, and sites on a side on which they do not exist.
    func appendImpossiblePlaces(_ positive: [Int], in graph: ReportGraph, to conflicts: inout [Conflict]) {
        for index in positive {
            let observation = graph.observations[index]
            if let site = observation.sites.first(where: isOnImpossibleSide) ?? impossibleSite(of: observation, in: graph) {
                conflicts.append(Conflict(kind: .impossiblePlace, finding: index, other: nil, site: site))
            }
        }
    }

    /// "Left middle lobe": a side that the words state, not one that the finding brings along.
    func isOnImpossibleSide(_ site: Site) -> Bool {
        let natural = knowledge.naturalSide(of: site.concept)
        let stated = Sides(site.laterality)
        return !natural.isEmpty && (stated == .left || stated == .right) && stated != natural
    }

    /// Nil where any of the sites fits: the others then say more closely where it projects.
    private func impossibleSite(of observation: Observation, in graph: ReportGraph) -> Site? {
        guard let first = observation.sites.first else { return nil }
        let ontology = knowledge.ontology
        let isImpossible = observation.sites.allSatisfy { site in
            !ontology.allows(observation.concept, at: site.concept) && !knowledge.isExamined(site.concept)
                && !isNear(site.concept, observation.concept)
        }
        guard isImpossible else { return nil }
        let words = observation.sites.reduce(observation.span) { $0.union($1.span) }
        return discourse.marks(in: words, of: graph).contains { $0.role == .landmark } ? nil : first
    }

    /// Whether a site and one where the finding may lie have a part in common, directly or as parts of larger ones: the mediastinum
    /// and the lungs meet in the hilum. What is part of nothing (bone, vessel) is a tissue rather than a place.
    private func isNear(_ site: ConceptID, _ finding: ConceptID) -> Bool {
        let ontology = knowledge.ontology
        let places = ontology.concepts.filter { $0.kind == .anatomy }
        func wholes(_ part: ConceptID) -> [ConceptID] {
            places.filter { ontology.isPart(part, of: $0.id) && !($0.parents.isEmpty && $0.partOf.isEmpty && $0.sidedness == nil) }
                .map(\.id)
        }
        let around = wholes(site)
        guard !around.isEmpty else { return true }
        let allowed = ontology[finding].sites.flatMap(wholes)
        return places.contains { part in
            around.contains { ontology.isPart(part.id, of: $0) } && allowed.contains { ontology.isPart(part.id, of: $0) }
        }
    }
}
