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
    /// Each once: where a finding lies, what modifies it or its site, what it suggests, finding by finding.
    private(set) var edges: [Edge] = []

    init(of graph: ReportGraph) {
        var builder = WordGraphBuilder(graph: graph)
        builder.build()
        let order = builder.nodes.indices.sorted { builder.nodes[$0].span < builder.nodes[$1].span }
        var place = [Int](repeating: 0, count: order.count)
        for (index, node) in order.enumerated() { place[node] = index }
        nodes = order.map { builder.nodes[$0] }
        edges = builder.edges.map { Edge(source: place[$0.source], relation: $0.relation, target: place[$0.target]) }
    }
}

/// Gathers nodes and edges.
private struct WordGraphBuilder {
    let graph: ReportGraph
    var nodes: [WordGraph.Node] = []
    var edges: [WordGraph.Edge] = []
    private var numbers: [TextSpan: Int] = [:]
    private var known: Set<WordGraph.Edge> = []

    init(graph: ReportGraph) {
        self.graph = graph
    }

    mutating func build() {
        // First, so that of words which name a finding and its site the finding stays.
        let heads = graph.observations.map { observation in
            add(observation.span, .observation(graph.ontology.kind(of: observation.concept), observation.statusOfWords))
        }
        for (observation, head) in zip(graph.observations, heads) { addParts(of: observation, head) }
        for suggestion in graph.suggestions
        where heads.indices.contains(suggestion.finding) && heads.indices.contains(suggestion.disease) {
            connect(heads[suggestion.finding], .suggestiveOf, heads[suggestion.disease])
        }
        for comparison in graph.comparisons { add(comparison.span, .modifier) }
    }

    private mutating func addParts(of observation: Observation, _ head: Int) {
        for site in observation.sites {
            let node = add(site.span, .site)
            if nodes[node].role == .site { connect(head, .locatedAt, node) }
        }
        addSide(of: observation, head)
        var modifiers: [(span: TextSpan, role: WordGraph.Role)] = []
        if let size = observation.size { modifiers.append((size.span, .size)) }
        modifiers += observation.measurements.map { ($0.span, .size) }
        if let severity = observation.severity { modifiers.append((severity.span, .modifier)) }
        if let change = observation.change { modifiers.append((change.span, .modifier)) }
        if let count = observation.count { modifiers.append((count.span, .modifier)) }
        if observation.isPlacementStated, let placement = observation.placement { modifiers.append((placement.span, .modifier)) }
        modifiers += observation.descriptors.map { ($0.span, .modifier) }
        for modifier in modifiers { connect(add(modifier.span, modifier.role), .modify, head) }
    }

    /// A word of side modifies the next site that it is said of; without one the finding lies at it.
    private mutating func addSide(of observation: Observation, _ head: Int) {
        guard let side = observation.laterality else { return }
        let node = add(side.span, .side)
        // "bibasilar": the site, or the finding, says it itself.
        guard nodes[node].role == .side else { return }
        let site = observation.sites.filter { $0.laterality == side.value && $0.span.start >= side.span.end }.min {
            $0.span < $1.span
        }
        if let site, let target = numbers[site.span] {
            connect(node, .modify, target)
        } else {
            connect(head, .locatedAt, node)
        }
    }

    /// The node of a stretch of words, which keeps its first role.
    @discardableResult
    private mutating func add(_ span: TextSpan, _ role: WordGraph.Role) -> Int {
        if let number = numbers[span] { return number }
        numbers[span] = nodes.count
        nodes.append(WordGraph.Node(span: span, role: role))
        return nodes.count - 1
    }

    private mutating func connect(_ source: Int, _ relation: Relation, _ target: Int) {
        let edge = WordGraph.Edge(source: source, relation: relation, target: target)
        if source != target, known.insert(edge).inserted { edges.append(edge) }
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
