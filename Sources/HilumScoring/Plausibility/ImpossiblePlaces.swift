import HilumExtraction
import HilumOntology

extension Plausibility {
    /// Findings at sites that anatomy does not allow, and sites on a side on which they do not exist.
    func appendImpossiblePlaces(_ positive: [Int], in graph: ReportGraph, to conflicts: inout [Conflict]) {
        for index in positive where !graph.observations[index].sites.isEmpty {
            let concept = graph.observations[index].concept
            let sites = graph.observations[index].sites
            // A device comes from one side and ends on another.
            guard knowledge.isMeasured(concept) else { continue }
            let isImpossible = sites.allSatisfy { !isPossible(concept, at: $0.concept) }
            let stray = isImpossible ? strayingSite(of: graph.observations[index], in: graph) : nil
            if let site = sites.first(where: isOnImpossibleSide) ?? stray {
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

    /// The first of the sites of a finding that fits none of them (where any fits, the others say more closely where it projects); nil where
    /// the words may mean something else.
    private func strayingSite(of observation: Observation, in graph: ReportGraph) -> Site? {
        guard let first = observation.sites.first else { return nil }
        // What a state says of a site, it says of that site.
        guard !observation.isOfState, !isBorrowed(first, by: observation, in: graph) else {
            return nil
        }
        let words = observation.sites.reduce(observation.span) { $0.union($1.span) }
        let reach = TextSpan(graph.sentence(around: words).start, words.end)
        let isBeside = graph.discourse(in: reach).contains { $0.value == .landmark || $0.value == nil }
        let (earlier, later) = first.span < observation.span ? (first.span, observation.span) : (observation.span, first.span)
        return isBeside || hasUnreadWord(from: earlier.end, to: later.start, of: observation, in: graph) ? nil : first
    }

    /// Whether a site is first of all another finding's, which explains this one or lies beside it; or a part of its name.
    private func isBorrowed(_ site: Site, by observation: Observation, in graph: ReportGraph) -> Bool {
        graph.observations.contains { other in
            guard other.span != observation.span else { return false }
            if other.span.start <= site.span.start, site.span.end <= other.span.end { return true }
            return other.sites.contains { $0.span == site.span }
                && other.sites.contains { isPossible(other.concept, at: $0.concept) }
        }
    }

    /// Stricter than `Ontology.allows`, as that a finding may be said to lie in the chest does not put it into every part of it, and
    /// milder, as what lies next to a site may reach it.
    private func isPossible(_ finding: ConceptID, at site: ConceptID) -> Bool {
        let ontology = knowledge.ontology
        let own = knowledge.sites(of: finding)
        return own.isEmpty || knowledge.isExamined(site)
            || own.contains { own in
                guard !knowledge.isExamined(own) else { return false }
                return ontology.isPart(site, of: own) || ontology.isPart(own, of: site) || knowledge.isNeighbour(site, of: own)
            } || own.allSatisfy(knowledge.isExamined)
    }
}
