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

extension ReportGraph {
    /// The edges of the graph, in the order of the observations: first where each lies, then what modifies it, then what it suggests.
    ///
    /// A site's side is a part of its name; the side of a finding without a site, its severity, size, change and descriptors modify it.
    public var triples: [Triple] {
        var triples: [Triple] = []
        let suggested = Dictionary(grouping: suggestions, by: \.finding)
        for (index, observation) in observations.enumerated() {
            let name = ontology[observation.concept].name
            for site in observation.sites {
                triples.append(Triple(source: name, relation: .locatedAt, target: self.name(of: site)))
            }
            let modifiers: [String?] = [
                observation.sites.contains { $0.laterality != nil } ? nil : observation.laterality?.value.rawValue,
                observation.severity?.value.rawValue, observation.size?.value.rawValue, observation.change?.value.rawValue,
            ]
            for modifier in modifiers.compactMap(\.self) + observation.descriptors.map({ ontology[$0.value].name }) {
                triples.append(Triple(source: modifier, relation: .modify, target: name))
            }
            for suggestion in suggested[index] ?? [] {
                let disease = ontology[observations[suggestion.disease].concept].name
                triples.append(Triple(source: name, relation: .suggestiveOf, target: disease))
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
