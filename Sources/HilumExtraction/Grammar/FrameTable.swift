import HilumOntology

/// What a state says of a site, for every pair of them: the frames of the nearest subject.
struct FrameTable: Sendable {
    struct Meaning: Sendable, Hashable {
        var concept: ConceptID
        var status: Status
    }

    /// All meanings, those of a pair beside one another.
    private let meanings: [Meaning]
    /// Where those of each pair stand.
    private let ranges: [Range<Int>]
    /// By state and site: the place in `ranges`.
    private let places: FlatMap
    private let rangesAlone: [ConceptID: Range<Int>]
    /// By concept: whether it says something of some site. Most findings do not, and need not be looked for.
    private let isSaid: [Bool]

    init(ontology: Ontology) {
        var meanings: [Meaning] = []
        var isSaid = [Bool](repeating: false, count: ontology.concepts.count)
        var ranges: [Range<Int>] = []
        var places: [(key: UInt64, value: UInt32)] = []
        let frames = ontology.frames
        var nearest = NearestFrames(ontology)
        for site in ontology.sites {
            for (state, range) in Self.add(nearest.frames(of: site), of: frames, to: &meanings) {
                places.append((Self.key(state, site), UInt32(ranges.count)))
                ranges.append(range)
                isSaid[state.index] = true
            }
        }
        self.ranges = ranges
        self.places = FlatMap(places)
        let alone = Self.add(frames.indices.filter { frames[$0].subject == nil }, of: frames, to: &meanings)
        rangesAlone = Dictionary(alone) { first, _ in first }
        self.meanings = meanings
        self.isSaid = isSaid
    }

    /// - Parameter places: in `frames`.
    /// - Returns: of each state, once, where its meanings stand, which keep their order.
    private static func add(_ places: [Int], of frames: [Frame], to meanings: inout [Meaning]) -> [(ConceptID, Range<Int>)] {
        var ranges: [(state: ConceptID, range: Range<Int>)] = []
        for place in places.sorted(by: { (frames[$0].state, $0) < (frames[$1].state, $1) }) {
            let (state, end) = (frames[place].state, meanings.count + 1)
            meanings.append(Meaning(concept: frames[place].concept, status: frames[place].status))
            if ranges.last?.state == state {
                ranges[ranges.count - 1].range = ranges[ranges.count - 1].range.lowerBound..<end
            } else {
                ranges.append((state, end - 1..<end))
            }
        }
        return ranges
    }

    /// What a state says that is all of a sentence: "Normal."
    func meanings(alone state: ConceptID) -> ArraySlice<Meaning>? { rangesAlone[state].map { meanings[$0] } }

    /// What `state` (or a finding) says of `site`; nil where the tables say nothing.
    func meanings(_ state: ConceptID, of site: ConceptID) -> ArraySlice<Meaning>? {
        guard isSaid[state.index], let place = places[Self.key(state, site)] else { return nil }
        return meanings[ranges[Int(place)]]
    }

    private static func key(_ state: ConceptID, _ site: ConceptID) -> UInt64 {
        UInt64(state.rawValue) << 16 | UInt64(site.rawValue)
    }
}
