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
        case laterality, degree, change
        case descriptor(ConceptID)
        case disease(ConceptID)
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
        let suggested = Dictionary(grouping: suggestions, by: \.finding)
        for (index, observation) in observations.enumerated() {
            let name = ontology[observation.concept].name
            func append(_ source: String, _ relation: Relation, _ target: String, _ part: StatedTriple.Part) {
                let triple = Triple(source: source, relation: relation, target: target)
                triples.append(StatedTriple(triple: triple, observation: index, part: part))
            }
            for (number, site) in observation.sites.enumerated() { append(name, .locatedAt, self.name(of: site), .site(number)) }
            if let side = observation.laterality, !observation.sites.contains(where: { $0.laterality != nil }) {
                append(side.value.rawValue, .modify, name, .laterality)
            }
            if let severity = observation.severity { append(severity.value.rawValue, .modify, name, .degree) }
            if let size = observation.size { append(size.value.rawValue, .modify, name, .degree) }
            if let change = observation.change { append(change.value.rawValue, .modify, name, .change) }
            for descriptor in observation.descriptors {
                append(ontology[descriptor.value].name, .modify, name, .descriptor(descriptor.value))
            }
            for suggestion in suggested[index] ?? [] {
                let disease = observations[suggestion.disease].concept
                append(name, .suggestiveOf, ontology[disease].name, .disease(disease))
            }
        }
        return triples
    }

    /// A site as triples name it: `right lung apex`.
    public func name(of site: Site) -> String {
        let name = ontology[site.concept].name
        guard let laterality = site.laterality else { return name }
        return "\(laterality.rawValue) \(name)"
    }
}
