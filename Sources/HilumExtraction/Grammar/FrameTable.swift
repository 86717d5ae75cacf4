import HilumOntology

/// What a state says of a site, for every pair of them: the frames of the nearest subject.
struct FrameTable: Sendable {
    struct Meaning: Sendable, Hashable {
        var concept: ConceptID
        var status: Status
    }

    /// All meanings, those of a pair beside one another.
    private var meanings: [Meaning] = []
    private var ranges: [UInt32: Range<Int>] = [:]
    private var rangesAlone: [ConceptID: Range<Int>] = [:]
    /// By concept: whether it says something of some site. Most findings do not, and need not be looked for.
    private var isSaid: [Bool]

    init(ontology: Ontology) {
        isSaid = [Bool](repeating: false, count: ontology.concepts.count)
        for site in ontology.concepts where site.kind == .anatomy {
            for (state, range) in add(ontology.frames(of: site.id)) {
                ranges[Self.key(state, site.id)] = range
                isSaid[state.index] = true
            }
        }
        rangesAlone = add(ontology.frames.filter { $0.subject == nil })
    }

    /// - Returns: by state, where its meanings stand.
    private mutating func add(_ frames: [Frame]) -> [ConceptID: Range<Int>] {
        Dictionary(grouping: frames, by: \.state).mapValues { frames in
            let start = meanings.count
            meanings += frames.map { Meaning(concept: $0.concept, status: $0.status) }
            return start..<meanings.count
        }
    }

    /// What a state says that is all of a sentence: "Normal."
    func meanings(alone state: ConceptID) -> ArraySlice<Meaning>? { rangesAlone[state].map { meanings[$0] } }

    /// What `state` (or a finding) says of `site`; nil where the tables say nothing.
    func meanings(_ state: ConceptID, of site: ConceptID) -> ArraySlice<Meaning>? {
        guard isSaid[state.index], let range = ranges[Self.key(state, site)] else { return nil }
        return meanings[range]
    }

    private static func key(_ state: ConceptID, _ site: ConceptID) -> UInt32 {
        UInt32(state.rawValue) << 16 | UInt32(site.rawValue)
    }
}
