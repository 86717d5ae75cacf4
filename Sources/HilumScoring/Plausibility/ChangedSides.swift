import HilumExtraction
import HilumOntology

extension Plausibility {
    /// Findings of one side in one part of the report and of the other side in another, where nothing suggests that there are two.
    func appendChangedSides(_ positive: [Int], in graph: ReportGraph, to conflicts: inout [Conflict]) {
        guard positive.count > 1 else { return }
        let left = positive.filter { sides($0, in: graph) == .left }
        guard !left.isEmpty, left.count < positive.count else { return }
        let right = positive.filter { sides($0, in: graph) == .right }
        for one in left {
            for other in right where isSameFinding(one, other, positive, in: graph) {
                conflicts.append(Conflict(kind: .changedSide, finding: one, other: other))
            }
        }
    }

    /// Left, right or both. Of a device only what is said of the device: its tip may lie anywhere.
    private func sides(_ index: Int, in graph: ReportGraph) -> Sides {
        var sides = Sides(graph.observations[index].laterality?.value)
        if sides.isEmpty, knowledge.isMeasured(graph.observations[index].concept) {
            for site in graph.observations[index].sites { sides.formUnion(knowledge.naturalSide(of: site.concept)) }
        }
        return sides.intersection(.bilateral)
    }

    private func isSameFinding(_ one: Int, _ other: Int, _ positive: [Int], in graph: ReportGraph) -> Bool {
        let (first, second) = (graph.observations[one], graph.observations[other])
        guard first.concept == second.concept || areKinInPlace(first, second) else { return false }
        let relatives = positive.filter { index in
            let concept = graph.observations[index].concept
            return areKin(concept, first.concept) || areKin(concept, second.concept)
        }
        if first.section == second.section {
            // Two sentences of one section are about two findings, unless one says that it is about the other's.
            guard first.concept == second.concept else { return false }
            let isAlone = relatives.allSatisfy { $0 == one || $0 == other || sides($0, in: graph).isEmpty }
            return isAlone && refersBack(first, in: graph) != refersBack(second, in: graph)
        }
        return relatives.allSatisfy { index in
            let stated = sides(index, in: graph)
            switch graph.observations[index].section {
            case first.section: return stated.isSubset(of: .left)
            case second.section: return stated.isSubset(of: .right)
            default: return stated != .bilateral
            }
        }
    }

    /// Of one concept, or one a kind of the other and no group.
    private func areKin(_ one: ConceptID, _ other: ConceptID) -> Bool {
        one == other || knowledge.kinship(from: one, to: other) != nil || knowledge.kinship(from: other, to: one) != nil
    }

    /// The consolidation of the lower lobe that is called pneumonia of the lower lobe.
    private func areKinInPlace(_ one: Observation, _ other: Observation) -> Bool {
        areKin(one.concept, other.concept) && !one.sites.isEmpty
            && Set(one.sites.map(\.concept)) == Set(other.sites.map(\.concept))
    }

    /// "This effusion", "the effusion described above": a reference stands shortly before the finding, or behind it in its sentence.
    private func refersBack(_ observation: Observation, in graph: ReportGraph) -> Bool {
        let closest = 30
        return graph.discourse(in: graph.sentence(around: observation.span)).contains { word in
            word.value == .reference
                && (word.span.start >= observation.span.end || observation.span.start - word.span.end <= closest)
        }
    }
}
