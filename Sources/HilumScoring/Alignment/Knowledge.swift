import HilumOntology

/// What scoring asks of the ontology, laid out for questions by number.
struct Knowledge: Sendable {
    let ontology: Ontology
    private let facts: [Facts]
    /// By concept: where a finding may lie; empty means anywhere.
    private let sites: [[ConceptID]]
    /// The numbers of anatomical concepts, which follow one another because numbers follow identifiers.
    private let anatomy: Range<Int>
    /// For each two anatomical concepts: whether they may be the same place.
    private let overlaps: [Bool]

    private struct Facts: Sendable {
        var significance: Significance
        var isGroup: Bool
        var side: Sides
        var labels: UInt16
    }

    init(ontology: Ontology) {
        self.ontology = ontology
        let concepts = ontology.concepts
        var hasKinds = [Bool](repeating: false, count: concepts.count)
        for parent in concepts.flatMap(\.parents) { hasKinds[parent.index] = true }
        facts = concepts.map { concept in
            Facts(
                significance: concept.significance, isGroup: hasKinds[concept.id.index] && concept.openI.isEmpty,
                side: Sides(natural: concept.sidedness), labels: CheXpertLabels.bits(of: concept.chexpert))
        }
        sites = concepts.map(\.sites)
        let first = concepts.firstIndex { $0.kind == .anatomy } ?? 0
        anatomy = first..<(concepts.lastIndex { $0.kind == .anatomy } ?? first - 1) + 1
        overlaps = Self.overlaps(of: concepts[anatomy], in: ontology)
    }

    /// Two sites overlap if one is a part or a kind of the other, or of a site that the coding does not tell from the other:
    /// the lung base is a part of the lower lobe, which is coded as the lower lung zone is.
    private static func overlaps(of sites: ArraySlice<Concept>, in ontology: Ontology) -> [Bool] {
        let wholes = sites.map { site in sites.filter { ontology.isPart(site.id, of: $0.id) } }
        let codes = wholes.map { Set($0.flatMap(\.openI)) }
        var overlaps: [Bool] = []
        overlaps.reserveCapacity(sites.count * sites.count)
        for (first, one) in zip(sites.indices, sites) {
            for (second, other) in zip(sites.indices, sites) {
                overlaps.append(
                    ontology.isPart(one.id, of: other.id) || ontology.isPart(other.id, of: one.id)
                        || !codes[first - sites.startIndex].isDisjoint(with: other.openI)
                        || !codes[second - sites.startIndex].isDisjoint(with: one.openI))
            }
        }
        return overlaps
    }

    // MARK: Findings

    func significance(of concept: ConceptID) -> Significance { facts[concept.index].significance }

    /// Whether a concept only gathers others (`cardiac abnormality`): two kinds of it have nothing in common for that.
    func isGroup(_ concept: ConceptID) -> Bool { facts[concept.index].isGroup }

    /// The CheXpert labels of a concept, a bit each.
    func labels(of concept: ConceptID) -> UInt16 { facts[concept.index].labels }

    func name(of concept: ConceptID) -> String { ontology.concepts[concept.index].name }

    // MARK: Sites

    func naturalSide(of site: ConceptID) -> Sides { facts[site.index].side }

    /// Whether two sites may be the same place, at whatever precision.
    func overlap(_ one: ConceptID, _ other: ConceptID) -> Bool {
        guard anatomy.contains(one.index), anatomy.contains(other.index) else { return one == other }
        return overlaps[(one.index - anatomy.lowerBound) * anatomy.count + other.index - anatomy.lowerBound]
    }

    /// Whether naming a site adds nothing to naming the finding, as with an effusion in the pleural space.
    func isImplied(_ site: ConceptID, by finding: ConceptID) -> Bool {
        sites[finding.index].contains { ontology.isPart($0, of: site) }
    }

    /// Whether anatomy allows a finding at a site; see `Ontology.allows`.
    func allows(_ finding: ConceptID, at site: ConceptID) -> Bool {
        let sites = sites[finding.index]
        return sites.isEmpty || sites.contains { ontology.isPart(site, of: $0) || ontology.isPart($0, of: site) }
    }
}
