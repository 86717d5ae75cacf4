/// What the codes of a report say of one label, over all codes that stand for it.
struct Fact {
    var sides: Set<String> = []
    var severities: Set<Int> = []
    var sites: Set<String> = []

    mutating func add(_ code: Code) {
        let words = code.qualifiers.union([code.heading])
        let sides = words.intersection(CodeVocabulary.sides)
        self.sides.formUnion(sides.contains("bilateral") ? ["left", "right"] : sides)
        severities.formUnion(words.compactMap { CodeVocabulary.severities[$0] })
        let sites = words.intersection(CodeVocabulary.lungSites.union(CodeVocabulary.otherSites))
        self.sites.formUnion(sites.map(CodeVocabulary.merged))
    }

    // The side must be the same; of severities and of sites, one must be.
    func agreesOnSides(with reference: Fact) -> Bool { sides == reference.sides }
    func agreesOnSeverity(with reference: Fact) -> Bool { !severities.isDisjoint(with: reference.severities) }
    func agreesOnSites(with reference: Fact) -> Bool { !sites.isDisjoint(with: reference.sites) }
}

/// The codes of one report, by label.
struct Facts {
    private(set) var byLabel: [Label: Fact] = [:]

    init(codes: [String]) {
        for code in codes.map(Code.init) {
            for label in code.labels { byLabel[label, default: Fact()].add(code) }
        }
    }

    struct Triple: Hashable {
        var label: Label
        var site: String
        var side: String
    }

    /// Every label with each of its sites and sides, an empty string for none.
    var triples: Set<Triple> {
        var triples: Set<Triple> = []
        for (label, fact) in byLabel where label != .normal {
            for site in fact.sites.isEmpty ? [""] : fact.sites {
                for side in fact.sides.isEmpty ? [""] : fact.sides {
                    triples.insert(Triple(label: label, site: site, side: side))
                }
            }
        }
        return triples
    }
}
