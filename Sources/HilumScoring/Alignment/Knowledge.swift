import HilumOntology

/// What scoring asks of the ontology, laid out for questions by number. A class, as it is passed to every step and never changes.
final class Knowledge: Sendable {
    let ontology: Ontology
    private let facts: [Facts]
    /// By concept: the bits of its ancestry, and its own.
    private let kin: [(ancestry: UInt64, own: UInt64)]
    /// By concept: where a finding may lie; empty means anywhere.
    private let sites: [[ConceptID]]
    private let parents: [[ConceptID]]
    /// By concept: those near it, mostly none.
    private let relatives: [[(concept: ConceptID, closeness: Double)]]
    /// The numbers of anatomical concepts, which follow one another because numbers follow identifiers.
    private let anatomy: Range<Int>
    /// For each two anatomical concepts: whether they may be the same place.
    private let overlaps: BitTable
    /// For each two anatomical concepts: whether one, or what it is a part of, has a part in common with the other.
    private let neighbours: BitTable
    /// The part of the body that the reports are about, by place in `anatomy`.
    private let examined: Int?

    private struct Facts: Sendable {
        var significance: Significance
        var isGroup: Bool
        var isMeasured: Bool
        var side: Sides
        var labels: UInt16
    }

    init(ontology: Ontology) {
        self.ontology = ontology
        // By place and not by element, as a concept is large.
        let concepts = ontology.concepts
        facts = concepts.indices.map { index in
            Facts(
                significance: concepts[index].significance, isGroup: concepts[index].isGroup,
                isMeasured: concepts[index].kind != .device, side: Sides(natural: concepts[index].sidedness),
                labels: CheXpertLabels.bits(of: concepts[index].chexpert))
        }
        kin = concepts.indices.map { (ontology.ancestry(of: concepts[$0].id), Ancestry.bit(of: concepts[$0].id)) }
        sites = concepts.indices.map { concepts[$0].sites }
        parents = concepts.indices.map { concepts[$0].parents }
        var relatives = [[(concept: ConceptID, closeness: Double)]](repeating: [], count: concepts.count)
        for pair in ontology.related {
            relatives[pair.one.index].append((pair.other, pair.closeness))
            relatives[pair.other.index].append((pair.one, pair.closeness))
        }
        self.relatives = relatives
        let first = concepts.indices.first { concepts[$0].kind == .anatomy } ?? 0
        anatomy = first..<(concepts.indices.last { concepts[$0].kind == .anatomy } ?? first - 1) + 1
        let map = SiteMap(of: Array(concepts[anatomy]), in: ontology, from: anatomy.lowerBound)
        overlaps = map.overlaps
        neighbours = map.neighbours
        examined = map.mostCommon
    }

    // MARK: Findings

    func significance(of concept: ConceptID) -> Significance { facts[concept.index].significance }

    /// Whether one concept may be a kind of the other. False is sure, and known without leaving this module: most pairs of statements
    /// have nothing to do with one another.
    func mayBeKin(_ one: ConceptID, _ other: ConceptID) -> Bool {
        let (first, second) = (kin[one.index], kin[other.index])
        return first.ancestry & second.own | second.ancestry & first.own != 0
    }

    /// How many steps of is-a lead up from one concept to another; nil if none do.
    func steps(from special: ConceptID, toKind general: ConceptID) -> Int? {
        if special == general { return 0 }
        guard kin[special.index].ancestry & kin[general.index].own != 0 else { return nil }
        return ontology.steps(from: special, toKind: general)
    }

    /// Whether one concept is another or a kind of it.
    func isKind(_ special: ConceptID, of general: ConceptID) -> Bool {
        special == general
            || kin[special.index].ancestry & kin[general.index].own != 0 && ontology.isA(special, general)
    }

    /// Whether a concept only gathers others (`cardiac abnormality`): two kinds of it have nothing in common for that.
    func isGroup(_ concept: ConceptID) -> Bool { facts[concept.index].isGroup }

    /// How many steps of is-a lead up from one concept to another, at most two and past no group; nil if none do.
    func kinship(from special: ConceptID, to general: ConceptID) -> Int? {
        guard !isGroup(general), let steps = ontology.steps(from: special, toKind: general), steps <= 2 else { return nil }
        guard steps == 2 else { return steps }
        let isDirect = parents[special.index].contains { !isGroup($0) && ontology.steps(from: $0, toKind: general) == 1 }
        return isDirect ? steps : nil
    }

    /// How near a concept is to one that it is no kind of, above 0 and below 1; nil if it is not.
    func closeness(of one: ConceptID, to other: ConceptID) -> Double? {
        relatives[one.index].first { $0.concept == other }?.closeness
    }

    /// Whether two descriptors cannot be true of the same finding at the same time.
    func excludes(_ one: ConceptID, _ other: ConceptID) -> Bool {
        let concepts = ontology.concepts
        return concepts[one.index].excludes.contains(other) || concepts[other.index].excludes.contains(one)
    }

    /// Where a finding may lie; empty means anywhere.
    func sites(of finding: ConceptID) -> [ConceptID] { sites[finding.index] }

    /// Whether a length that is given of a finding is its size; of a device it is a distance.
    func isMeasured(_ concept: ConceptID) -> Bool { facts[concept.index].isMeasured }

    /// The CheXpert labels of a concept, a bit each.
    func labels(of concept: ConceptID) -> UInt16 { facts[concept.index].labels }

    func name(of concept: ConceptID) -> String { ontology.concepts[concept.index].name }

    // MARK: Sites

    /// Whether a site is the part of the body that the reports are about, or a kind of it.
    func isExamined(_ site: ConceptID) -> Bool {
        examined.map { ontology.isA(site, ConceptID(rawValue: UInt16(anatomy.lowerBound + $0))) } ?? false
    }

    func naturalSide(of site: ConceptID) -> Sides { facts[site.index].side }

    /// Whether two sites may be the same place, at whatever precision.
    func overlap(_ one: ConceptID, _ other: ConceptID) -> Bool {
        guard anatomy.contains(one.index), anatomy.contains(other.index) else { return one == other }
        return overlaps[one.index - anatomy.lowerBound, other.index - anatomy.lowerBound]
    }

    /// Whether what may lie at `other` may reach a site: see `SiteMap`.
    func isNeighbour(_ site: ConceptID, of other: ConceptID) -> Bool {
        guard anatomy.contains(site.index), anatomy.contains(other.index) else { return site == other }
        return neighbours[site.index - anatomy.lowerBound, other.index - anatomy.lowerBound]
    }

    /// Whether naming a site adds nothing to naming the finding, as with an effusion in the pleural space: it holds the first of
    /// the finding's own sites, or all that is examined.
    func isImplied(_ site: ConceptID, by finding: ConceptID) -> Bool {
        if let examined, ontology.isPart(ConceptID(rawValue: UInt16(anatomy.lowerBound + examined)), of: site) { return true }
        return sites[finding.index].first.map { ontology.isPart($0, of: site) } ?? false
    }

    /// Whether two sites of a finding exclude one another if they do not overlap: both must belong to one of its own sites. An
    /// effusion "at the lung base" is none the less in the costophrenic angle, an opacity at the base is not in the upper lobe.
    func areComparable(_ one: ConceptID, _ other: ConceptID, for finding: ConceptID) -> Bool {
        let sites = sites[finding.index]
        guard let main = sites.first else { return true }
        return sites.contains { site in
            ontology.isPart(one, of: site) && ontology.isPart(other, of: site)
                && (site == main || !ontology.isPart(main, of: site))
        }
    }
}
