import HilumOntology

/// What a state says of a site, for every pair of them: the frames of the nearest subject.
struct FrameTable: Sendable {
    struct Meaning: Sendable, Hashable {
        var concept: ConceptID
        var status: Status
    }

    private let meanings: [UInt32: [Meaning]]
    private let meaningsAlone: [ConceptID: [Meaning]]

    init(ontology: Ontology) {
        var meanings: [UInt32: [Meaning]] = [:]
        for site in ontology.concepts where site.kind == .anatomy {
            for frame in ontology.frames(of: site.id) {
                meanings[Self.key(frame.state, site.id), default: []].append(
                    Meaning(concept: frame.concept, status: frame.status))
            }
        }
        self.meanings = meanings
        var alone: [ConceptID: [Meaning]] = [:]
        for frame in ontology.frames where frame.subject == nil {
            alone[frame.state, default: []].append(Meaning(concept: frame.concept, status: frame.status))
        }
        meaningsAlone = alone
    }

    /// What a state says that is all of a sentence: "Normal."
    func meanings(alone state: ConceptID) -> [Meaning]? { meaningsAlone[state] }

    /// What `state` (or a finding) says of `site`; nil where the tables say nothing.
    func meanings(_ state: ConceptID, of site: ConceptID) -> [Meaning]? {
        meanings[Self.key(state, site)]
    }

    private static func key(_ state: ConceptID, _ site: ConceptID) -> UInt32 {
        UInt32(state.rawValue) << 16 | UInt32(site.rawValue)
    }
}
