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
    private let overlaps: [Bool]
    /// For each two anatomical concepts: whether one, or what it is a part of, has a part in common with the other.
    private let neighbours: [Bool]
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
        let concepts = ontology.concepts
        facts = concepts.map { concept in
            Facts(
                significance: concept.significance, isGroup: concept.isGroup, isMeasured: concept.kind != .device,
                side: Sides(natural: concept.sidedness), labels: CheXpertLabels.bits(of: concept.chexpert))
        }
        kin = concepts.map { (ontology.ancestry(of: $0.id), Ancestry.bit(of: $0.id)) }
        sites = concepts.map(\.sites)
        parents = concepts.map(\.parents)
        var relatives = [[(concept: ConceptID, closeness: Double)]](repeating: [], count: concepts.count)
        for pair in ontology.related {
            relatives[pair.one.index].append((pair.other, pair.closeness))
            relatives[pair.other.index].append((pair.one, pair.closeness))
        }
        self.relatives = relatives
        let first = concepts.firstIndex { $0.kind == .anatomy } ?? 0
        anatomy = first..<(concepts.lastIndex { $0.kind == .anatomy } ?? first - 1) + 1
        let wholes = Self.wholes(of: concepts[anatomy], in: ontology)
        overlaps = Self.overlaps(of: concepts[anatomy], wholes: wholes, in: ontology)
        examined = Self.mostCommon(in: wholes)
        neighbours = Self.neighbours(of: concepts[anatomy], wholes: wholes)
    }

    /// For each site, itself and the sites that it is a part or a kind of, by place in `sites`.
    private static func wholes(of sites: ArraySlice<Concept>, in ontology: Ontology) -> [[Int]] {
        sites.map { site in
            sites.indices.filter { ontology.isPart(site.id, of: sites[$0].id) }.map { $0 - sites.startIndex }
        }
    }

    /// The mediastinum and the lungs meet in the hilum, so that what lies in the one may reach the other. What is part of nothing (bone,
    /// vessel) is a tissue rather than a place and near to all.
    private static func neighbours(of sites: ArraySlice<Concept>, wholes: [[Int]]) -> [Bool] {
        let isPlace = sites.map { !($0.parents.isEmpty && $0.partOf.isEmpty && $0.sidedness == nil) }
        let count = wholes.count
        var sharesPart = [Bool](repeating: false, count: count * count)
        for ancestors in wholes {
            for one in ancestors { for other in ancestors { sharesPart[one * count + other] = true } }
        }
        var neighbours = [Bool](repeating: false, count: count * count)
        for site in 0..<count {
            let around = wholes[site].filter { isPlace[$0] }
            for other in 0..<count where isPlace[other] {
                neighbours[site * count + other] = around.contains { sharesPart[$0 * count + other] }
            }
            if around.isEmpty { for other in 0..<count { neighbours[site * count + other] = true } }
        }
        return neighbours
    }

    /// Two sites overlap if one is a part or a kind of the other, or of a site that the coding does not tell from the other:
    /// the lung base is a part of the lower lobe, which is coded as the lower lung zone is. A definite part that is coded as its
    /// whole, as the mid lung is as the lung, is for that the place of what is coded likewise, any lobe, but not of other parts, such as the base.
    /// Members of a numbered series do not overlap.
    private static func overlaps(of sites: ArraySlice<Concept>, wholes: [[Int]], in ontology: Ontology) -> [Bool] {
        let sites = Array(sites)
        var sitesByCode: [String: [Int]] = [:]
        for (index, site) in sites.enumerated() {
            for code in site.openI { sitesByCode[code, default: []].append(index) }
        }
        let isVague = sites.indices.map { index in
            sites[index].sidedness != .paired
                && !wholes[index].allSatisfy { $0 == index || Set(sites[$0].openI).isDisjoint(with: sites[index].openI) }
        }
        var overlaps = [Bool](repeating: false, count: sites.count * sites.count)
        for index in sites.indices {
            for whole in wholes[index] {
                let isKind = ontology.isA(sites[index].id, sites[whole].id)
                let likewise = sites[whole].openI.flatMap { sitesByCode[$0] ?? [] }.filter { !isVague[$0] || isKind }
                for other in [whole] + likewise {
                    overlaps[index * sites.count + other] = true
                    overlaps[other * sites.count + index] = true
                }
            }
        }
        // Two ribs are two places, whatever the coding makes of them.
        let levels = sites.map { ontology.level(of: $0.id) }
        let levelled = levels.indices.filter { levels[$0] != nil }
        for one in levelled {
            for other in levelled where one != other && levels[one]?.series == levels[other]?.series {
                overlaps[one * sites.count + other] = false
            }
        }
        return overlaps
    }

    /// The site that most others are parts of, by place; the first of several. Of radiographs of the chest, the chest.
    private static func mostCommon(in wholes: [[Int]]) -> Int? {
        var parts = [Int](repeating: 0, count: wholes.count)
        for whole in wholes.joined() { parts[whole] += 1 }
        return parts.indices.max { parts[$0] < parts[$1] || parts[$0] == parts[$1] && $0 > $1 }
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
        return overlaps[(one.index - anatomy.lowerBound) * anatomy.count + other.index - anatomy.lowerBound]
    }

    /// Whether what may lie at `other` may reach a site: see `neighbours(of:wholes:)`.
    func isNeighbour(_ site: ConceptID, of other: ConceptID) -> Bool {
        guard anatomy.contains(site.index), anatomy.contains(other.index) else { return site == other }
        return neighbours[(site.index - anatomy.lowerBound) * anatomy.count + other.index - anatomy.lowerBound]
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
