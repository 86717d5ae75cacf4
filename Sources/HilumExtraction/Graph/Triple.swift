import HilumOntology

/// How two nodes of a report graph are related: RadGraph's three relations (Jain et al. 2021, arXiv:2106.14463).
public enum Relation: String, CaseIterable, Sendable, Codable {
    case locatedAt = "located_at"
    case suggestiveOf = "suggestive_of"
    case modify
}

/// One edge of a report graph, by name: `pneumothorax located_at right lung apex`.
public struct Triple: Hashable, Sendable, Codable {
    public var source: String
    public var relation: Relation
    public var target: String

    public init(source: String, relation: Relation, target: String) {
        self.source = source
        self.relation = relation
        self.target = target
    }
}

/// A triple and the part of an observation that it states.
package struct StatedTriple: Sendable {
    package enum Part: Sendable {
        /// By number among the sites of the observation.
        case site(Int)
        case laterality, severity, size, change
        case descriptor(ConceptID)
        case disease(ConceptID)

        package var relation: Relation {
            switch self {
            case .site: .locatedAt
            case .disease: .suggestiveOf
            case .laterality, .severity, .size, .change, .descriptor: .modify
            }
        }
    }

    package var triple: Triple
    /// By number in the graph.
    package var observation: Int
    package var part: Part
}

extension ReportGraph {
    /// The edges of the graph, in the order of the observations: first where each lies, then what modifies it, then what it suggests.
    ///
    /// A site's side is a part of its name; the side of a finding without a site, its severity, size, change and descriptors modify it.
    public var triples: [Triple] { statedTriples.map(\.triple) }

    /// The same, each with what it was made of.
    package var statedTriples: [StatedTriple] {
        var triples: [StatedTriple] = []
        forEachTriple { index, part in
            triples.append(StatedTriple(triple: triple(part, of: observations[index]), observation: index, part: part))
        }
        return triples
    }

    /// The same without names, for who has them at hand: calls `use` with the number of an observation and the part of it that makes a triple.
    package func forEachTriple(_ use: (_ observation: Int, _ part: StatedTriple.Part) -> Void) {
        let suggested = suggestions.isEmpty ? [:] : Dictionary(grouping: suggestions, by: \.finding)
        for index in observations.indices {
            for number in observations[index].sites.indices { use(index, .site(number)) }
            if observations[index].laterality != nil, !observations[index].sites.contains(where: { $0.laterality != nil }) {
                use(index, .laterality)
            }
            if observations[index].severity != nil { use(index, .severity) }
            if observations[index].size != nil { use(index, .size) }
            if observations[index].change != nil { use(index, .change) }
            for descriptor in observations[index].descriptors { use(index, .descriptor(descriptor.value)) }
            guard !suggested.isEmpty else { continue }
            for suggestion in suggested[index] ?? [] { use(index, .disease(observations[suggestion.disease].concept)) }
        }
    }

    private func triple(_ part: StatedTriple.Part, of observation: Observation) -> Triple {
        let name = ontology[observation.concept].name
        let other =
            switch part {
            case .site(let number): self.name(of: observation.sites[number])
            case .laterality: observation.laterality?.value.rawValue ?? ""
            case .severity: observation.severity?.value.rawValue ?? ""
            case .size: observation.size?.value.rawValue ?? ""
            case .change: observation.change?.value.rawValue ?? ""
            case .descriptor(let concept), .disease(let concept): ontology[concept].name
            }
        let isSource = part.relation != .modify
        return Triple(source: isSource ? name : other, relation: part.relation, target: isSource ? other : name)
    }

    /// A site as triples name it: `right lung apex`.
    public func name(of site: Site) -> String {
        let name = ontology[site.concept].name
        guard let laterality = site.laterality else { return name }
        return "\(laterality.rawValue) \(name)"
    }
}
