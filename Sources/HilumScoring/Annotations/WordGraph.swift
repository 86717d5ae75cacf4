import HilumExtraction
import HilumOntology

/// A report graph as a graph of the words that it was read from, which is how RadGraph and CheXPO have it: each stretch of words once,
/// whatever it means. What is not asserted of this examination has no part in it.
struct WordGraph {
    enum Role: Hashable {
        /// Finding, disease, device or procedure, with the status of its words.
        case observation(ConceptKind, Status)
        case site
        /// A word of side.
        case side
        case size
        /// Severity, change, descriptor, count or placement.
        case modifier
    }

    struct Node: Hashable {
        var span: TextSpan
        var role: Role
    }

    struct Edge: Hashable {
        /// Indices into `nodes`.
        var source: Int
        var relation: Relation
        var target: Int
    }

    /// In the order of the text.
    private(set) var nodes: [Node] = []
    /// Where a finding lies, what modifies it or its site, finding by finding; then what they suggest. Two findings of the same words may
    /// have the same edge.
    private(set) var edges: [Edge] = []

    init(of graph: ReportGraph) {
        let mentions = WordMentions(of: graph)
        // Mentions of the same words are one node, with the role of the first.
        let order = mentions.nodes.indices.sorted {
            let (one, other) = (mentions.nodes[$0].span, mentions.nodes[$1].span)
            return one == other ? $0 < $1 : one < other
        }
        var places = [Int](repeating: 0, count: order.count)
        nodes.reserveCapacity(order.count)
        for index in order {
            if nodes.last?.span != mentions.nodes[index].span { nodes.append(mentions.nodes[index]) }
            places[index] = nodes.count - 1
        }
        edges.reserveCapacity(mentions.edges.count)
        for edge in mentions.edges {
            let edge = Edge(source: places[edge.source], relation: edge.relation, target: places[edge.target])
            if edge.source != edge.target, isFounded(edge) { edges.append(edge) }
        }
    }

    /// Nothing lies at a finding, and words that name a site or a finding say its side themselves: "bibasilar", "effusions".
    private func isFounded(_ edge: Edge) -> Bool {
        switch edge.relation {
        case .locatedAt: nodes[edge.target].role == .site || nodes[edge.target].role == .side
        case .modify: nodes[edge.target].role != .site || nodes[edge.source].role == .side
        case .suggestiveOf: true
        }
    }
}

/// Nodes and edges as the findings mention them, the same words as often as they are mentioned.
private struct WordMentions {
    private(set) var nodes: [WordGraph.Node] = []
    private(set) var edges: [WordGraph.Edge] = []

    init(of graph: ReportGraph) {
        nodes.reserveCapacity(graph.observations.count * 4)
        edges.reserveCapacity(graph.observations.count * 4)
        // First, so that of words which name a finding and its site the finding stays.
        for observation in graph.observations {
            add(observation.span, .observation(graph.ontology.kind(of: observation.concept), observation.statusOfWords))
        }
        for head in graph.observations.indices { addParts(of: graph.observations[head], head) }
        for suggestion in graph.suggestions
        where graph.observations.indices.contains(suggestion.finding) && graph.observations.indices.contains(suggestion.disease) {
            edges.append(WordGraph.Edge(source: suggestion.finding, relation: .suggestiveOf, target: suggestion.disease))
        }
        for comparison in graph.comparisons { add(comparison.span, .modifier) }
    }

    private mutating func addParts(of observation: Observation, _ head: Int) {
        let sites = nodes.count
        for site in observation.sites {
            edges.append(WordGraph.Edge(source: head, relation: .locatedAt, target: add(site.span, .site)))
        }
        if let side = observation.laterality { add(side, of: observation, head, sites: sites) }
        if let size = observation.size { add(size.span, .size, modifying: head) }
        for measurement in observation.measurements { add(measurement.span, .size, modifying: head) }
        if let severity = observation.severity { add(severity.span, .modifier, modifying: head) }
        if let change = observation.change { add(change.span, .modifier, modifying: head) }
        if let count = observation.count { add(count.span, .modifier, modifying: head) }
        if observation.isPlacementStated, let placement = observation.placement {
            add(placement.span, .modifier, modifying: head)
        }
        for descriptor in observation.descriptors { add(descriptor.span, .modifier, modifying: head) }
    }

    /// A word of side modifies the next site that it is said of; without one the finding lies at it.
    /// - Parameter sites: the node of the first site.
    private mutating func add(_ side: Stated<Laterality>, of observation: Observation, _ head: Int, sites: Int) {
        let node = add(side.span, .side)
        var next: Int?
        for (index, site) in observation.sites.enumerated()
        where site.laterality == side.value && site.span.start >= side.span.end {
            if next.map({ site.span < nodes[$0].span }) ?? true { next = sites + index }
        }
        edges.append(
            next.map { WordGraph.Edge(source: node, relation: .modify, target: $0) }
                ?? WordGraph.Edge(source: head, relation: .locatedAt, target: node))
    }

    private mutating func add(_ span: TextSpan, _ role: WordGraph.Role, modifying head: Int) {
        edges.append(WordGraph.Edge(source: add(span, role), relation: .modify, target: head))
    }

    @discardableResult
    private mutating func add(_ span: TextSpan, _ role: WordGraph.Role) -> Int {
        nodes.append(WordGraph.Node(span: span, role: role))
        return nodes.count - 1
    }
}

extension Observation {
    /// The status of the words as they stand: "clear" is present, though it denies an opacity; in "not clear" it is absent.
    fileprivate var statusOfWords: Status {
        guard isOfState else { return status }
        if isNegated || change?.value == .resolved { return .absent }
        return likelihood == nil ? .present : .uncertain
    }
}
