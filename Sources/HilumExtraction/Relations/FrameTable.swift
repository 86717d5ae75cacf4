import HilumOntology

/// What a state says of a site, for every pair of them: the frames of the nearest subject.
struct FrameTable: Sendable {
    struct Reading: Sendable, Hashable {
        var concept: ConceptID
        var status: Status
    }

    private let readings: [UInt32: [Reading]]

    init(ontology: Ontology) {
        let sites = ontology.concepts.filter { $0.kind == .anatomy }
        var nearest: [UInt32: (steps: Int, readings: [Reading])] = [:]
        for frame in ontology.frames {
            for site in sites {
                let steps =
                    frame.includesParts
                    ? ontology.steps(from: site.id, toWhole: frame.subject)
                    : ontology.steps(from: site.id, toKind: frame.subject)
                guard let steps else { continue }
                let key = Self.key(frame.state, site.id)
                let reading = Reading(concept: frame.concept, status: frame.status)
                if let best = nearest[key], best.steps < steps { continue }
                if nearest[key]?.steps == steps {
                    nearest[key]?.readings.append(reading)
                } else {
                    nearest[key] = (steps, [reading])
                }
            }
        }
        readings = nearest.mapValues(\.readings)
    }

    /// What `state` (or a finding) says of `site`; nil where the tables say nothing.
    func readings(_ state: ConceptID, of site: ConceptID) -> [Reading]? {
        readings[Self.key(state, site)]
    }

    private static func key(_ state: ConceptID, _ site: ConceptID) -> UInt32 {
        UInt32(state.rawValue) << 16 | UInt32(site.rawValue)
    }
}
