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
        let sites = ontology.concepts.filter { $0.kind == .anatomy }
        var nearest: [UInt32: (steps: Int, meanings: [Meaning])] = [:]
        var alone: [ConceptID: [Meaning]] = [:]
        for frame in ontology.frames {
            let meaning = Meaning(concept: frame.concept, status: frame.status)
            guard let subject = frame.subject else {
                alone[frame.state, default: []].append(meaning)
                continue
            }
            for site in sites {
                let steps =
                    frame.includesParts
                    ? ontology.steps(from: site.id, toWhole: subject) : ontology.steps(from: site.id, toKind: subject)
                guard let steps else { continue }
                let key = Self.key(frame.state, site.id)
                if let best = nearest[key], best.steps < steps { continue }
                if nearest[key]?.steps == steps {
                    nearest[key]?.meanings.append(meaning)
                } else {
                    nearest[key] = (steps, [meaning])
                }
            }
        }
        meanings = nearest.mapValues(\.meanings)
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
