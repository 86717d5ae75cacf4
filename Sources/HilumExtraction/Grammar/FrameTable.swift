import HilumOntology

/// What a state says of a site, for every pair of them: the frames of the nearest subject.
struct FrameTable: Sendable {
    struct Meaning: Sendable, Hashable {
        var concept: ConceptID
        var status: Status
    }

    /// All meanings, those of a pair beside one another.
    private let meanings: [Meaning]
    /// By state and site: the first of their meanings and how many there are.
    private let ranges: FlatMap
    private let rangesAlone: [ConceptID: Range<Int>]
    /// By concept: whether it says something of some site. Most findings do not, and need not be looked for.
    private let isSaid: [Bool]

    init(ontology: Ontology) {
        var meanings: [Meaning] = []
        var isSaid = [Bool](repeating: false, count: ontology.concepts.count)
        var ranges: [(key: UInt64, value: UInt32)] = []
        for site in ontology.concepts where site.kind == .anatomy {
            for (state, range) in Self.add(ontology.frames(of: site.id), to: &meanings) {
                ranges.append((Self.key(state, site.id), UInt32(range.lowerBound << 8 | range.count)))
                isSaid[state.index] = true
            }
        }
        self.ranges = FlatMap(ranges)
        rangesAlone = Self.add(ontology.frames.filter { $0.subject == nil }, to: &meanings)
        self.meanings = meanings
        self.isSaid = isSaid
    }

    /// - Returns: by state, where its meanings stand.
    private static func add(_ frames: [Frame], to meanings: inout [Meaning]) -> [ConceptID: Range<Int>] {
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
        let start = Int(range >> 8)
        return meanings[start..<start + Int(range & 0xFF)]
    }

    private static func key(_ state: ConceptID, _ site: ConceptID) -> UInt64 {
        UInt64(state.rawValue) << 16 | UInt64(site.rawValue)
    }
}
