import HilumOntology

/// How the places of the body lie to one another, by their place among the anatomical concepts.
struct SiteMap {
    /// Whether two may be the same place.
    let overlaps: BitTable
    /// Whether one, or what it is a part of, has a part in common with the other.
    let neighbours: BitTable
    /// The site that most others are parts of; the first of several. Of radiographs of the chest, the chest.
    let mostCommon: Int?

    /// - Parameters:
    ///   - sites: the anatomical concepts, whose numbers follow one another.
    ///   - first: the number of the first.
    init(of sites: [Concept], in ontology: Ontology, from first: Int) {
        let wholes = Self.wholes(of: sites, in: ontology, from: first)
        overlaps = Self.overlaps(of: sites, wholes: wholes, in: ontology)
        neighbours = Self.neighbours(of: sites, wholes: wholes)
        var parts = [Int](repeating: 0, count: wholes.count)
        for whole in wholes.joined() { parts[whole] += 1 }
        mostCommon = parts.indices.max { parts[$0] < parts[$1] || parts[$0] == parts[$1] && $0 > $1 }
    }

    /// For each site, itself and the sites that it is a part or a kind of, in order.
    private static func wholes(of sites: [Concept], in ontology: Ontology, from first: Int) -> [[Int]] {
        sites.indices.map { index in
            var wholes = [index]
            // What lies above is looked for step by step, as that is little.
            var next = 0
            while next < wholes.count {
                let site = wholes[next]
                next += 1
                for above in sites[site].parents + sites[site].partOf {
                    let place = above.index - first
                    if sites.indices.contains(place), !wholes.contains(place) { wholes.append(place) }
                }
            }
            return wholes.sorted()
        }
    }

    /// The mediastinum and the lungs meet in the hilum, so that what lies in the one may reach the other. What is part of nothing (bone,
    /// vessel) is a tissue rather than a place and near to all.
    private static func neighbours(of sites: [Concept], wholes: [[Int]]) -> BitTable {
        let count = sites.count
        // In the first row, all that are places.
        var places = BitTable(size: count)
        var isPlace = [Bool](repeating: false, count: count)
        for site in 0..<count {
            isPlace[site] = !(sites[site].parents.isEmpty && sites[site].partOf.isEmpty && sites[site].sidedness == nil)
            if isPlace[site] { places[0, site] = true }
        }
        var sharesPart = BitTable(size: count)
        for ancestors in wholes {
            for one in ancestors { for other in ancestors { sharesPart[one, other] = true } }
        }
        var neighbours = BitTable(size: count)
        for site in 0..<count {
            var hasPlace = false
            for around in wholes[site] where isPlace[around] {
                hasPlace = true
                neighbours.formUnion(ofRow: site, with: sharesPart, row: around)
            }
            if hasPlace {
                neighbours.formIntersection(ofRow: site, with: places, row: 0)
            } else {
                for other in 0..<count { neighbours[site, other] = true }
            }
        }
        return neighbours
    }

    /// Two sites overlap if one is a part or a kind of the other, or of a site that the coding does not tell from the other:
    /// the lung base is a part of the lower lobe, which is coded as the lower lung zone is. A definite part that is coded as its
    /// whole, as the mid lung is as the lung, is for that the place of what is coded likewise, any lobe, but not of other parts, such as the base.
    /// Members of a numbered series do not overlap.
    private static func overlaps(of sites: [Concept], wholes: [[Int]], in ontology: Ontology) -> BitTable {
        // Codes as numbers, as each is asked for many times.
        var numbers: [String: Int] = [:]
        var sitesByCode: [[Int]] = []
        let codes = sites.indices.map { index in
            sites[index].openI.map { code in
                let number = numbers[code] ?? numbers.count
                if number == sitesByCode.count {
                    numbers[code] = number
                    sitesByCode.append([])
                }
                sitesByCode[number].append(index)
                return number
            }
        }
        let isVague = sites.indices.map { index in
            sites[index].sidedness != .paired
                && wholes[index].contains { $0 != index && codes[$0].contains(where: codes[index].contains) }
        }
        var overlaps = BitTable(size: sites.count)
        for index in sites.indices {
            for whole in wholes[index] {
                overlaps[index, whole] = true
                overlaps[whole, index] = true
                let isKind = ontology.isA(sites[index].id, sites[whole].id)
                for code in codes[whole] {
                    for other in sitesByCode[code] where !isVague[other] || isKind {
                        overlaps[index, other] = true
                        overlaps[other, index] = true
                    }
                }
            }
        }
        // Two ribs are two places, whatever the coding makes of them.
        let levels = sites.indices.map { ontology.level(of: sites[$0].id) }
        let levelled = levels.indices.filter { levels[$0] != nil }
        for one in levelled {
            for other in levelled where one != other && levels[one]?.series == levels[other]?.series {
                overlaps[one, other] = false
            }
        }
        return overlaps
    }
}
