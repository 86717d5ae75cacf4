import HilumExtraction
import HilumMetrics
import HilumOntology

extension EntityGraph {
    /// A report as CheXPO-v2 would have it from its words: lower-cased, as they stand.
    ///
    /// A hedged finding is `disorder_present`, as there is no type for doubt. A state that denies by itself ("clear", "normal") is a
    /// `concept` that modifies its site. Words that stand twice with different types keep the first.
    /// - Parameter graph: spans have to lie in its text, as those of an extracted graph do.
    public init(of graph: ReportGraph) {
        let words = WordGraph(of: graph)
        self.init()
        let denials = Set(graph.observations.lazy.filter { $0.isOfState && $0.status == .absent && !$0.isNegated }.map(\.span))
        let texts = words.nodes.map { String(decoding: PlainWords.of(graph.text[$0.span.start..<$0.span.end]), as: UTF8.self) }
        for (node, text) in zip(words.nodes, texts) where entities[text] == nil {
            entities[text] = denials.contains(node.span) ? "concept" : node.role.entityType
        }
        for edge in words.edges {
            let (source, target) = (words.nodes[edge.source], words.nodes[edge.target])
            // Here a side is a word about a finding or a site, and no place.
            let isPlacedAtSide = edge.relation == .locatedAt && target.role == .side
            let isSourceModifier = denials.contains(source.span) && edge.relation == .locatedAt
            relations.insert(
                Relation(
                    source: texts[isPlacedAtSide ? edge.target : edge.source],
                    target: texts[isPlacedAtSide ? edge.source : edge.target],
                    type: (isPlacedAtSide || isSourceModifier ? .modify : edge.relation).rawValue))
        }
    }
}

extension WordGraph.Role {
    /// One of CheXPO-v2's eight.
    fileprivate var entityType: String {
        switch self {
        case .observation(.device, let status): status == .absent ? "devices_notpresent" : "devices_present"
        case .observation(.procedure, _): "procedures"
        case .observation(_, let status): status == .absent ? "disorder_notpresent" : "disorder_present"
        case .site: "anatomy"
        case .size: "size"
        case .side, .modifier: "concept"
        }
    }
}
