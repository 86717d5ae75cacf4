import HilumExtraction
import HilumMetrics
import HilumOntology

/// A report as RadGraph would annotate it, as ranges of its tokens: what its annotation and its score are made of.
struct RadGraphEntities {
    struct Entity {
        /// Into `tokens`; never empty.
        var range: Range<Int>
        var kind: RadGraphLabel.Kind
        var certainty: RadGraphLabel.Certainty
    }

    /// Bytes of the text.
    let tokens: [TextSpan]
    /// In the order of the text. Words that share their tokens are one entity, and what has no token is none.
    private(set) var entities: [Entity] = []
    /// Between entities; the same one may stand twice.
    private(set) var edges: [WordGraph.Edge] = []

    init(of graph: ReportGraph) {
        tokens = RadGraphTokens.tokens(of: graph.text)
        let words = WordGraph(of: graph)
        /// The entity of each node.
        var numbers: [Int?] = []
        numbers.reserveCapacity(words.nodes.count)
        entities.reserveCapacity(words.nodes.count)
        var first = 0
        for node in words.nodes {
            while first < tokens.count, tokens[first].end <= node.span.start { first += 1 }
            var end = first
            while end < tokens.count, tokens[end].start < node.span.end { end += 1 }
            if end > first, entities.last?.range != first..<end {
                entities.append(Entity(range: first..<end, kind: node.role.kind, certainty: node.role.certainty))
            }
            numbers.append(end > first ? entities.count - 1 : nil)
        }
        edges.reserveCapacity(words.edges.count)
        for edge in words.edges {
            guard let source = numbers[edge.source], let target = numbers[edge.target], source != target else { continue }
            edges.append(WordGraph.Edge(source: source, relation: edge.relation, target: target))
        }
        // What modifies a finding is as certain as the first finding that it modifies.
        for edge in words.edges.reversed() where edge.relation == .modify && words.nodes[edge.source].role.isModifier {
            guard let source = numbers[edge.source], let target = numbers[edge.target] else { continue }
            entities[source].certainty = entities[target].certainty
        }
    }
}

extension WordGraph.Role {
    fileprivate var isModifier: Bool { self == .size || self == .modifier }

    fileprivate var kind: RadGraphLabel.Kind { self == .site || self == .side ? .anatomy : .observation }

    fileprivate var certainty: RadGraphLabel.Certainty {
        switch self {
        case .observation(_, .absent): .absent
        case .observation(_, .uncertain): .uncertain
        case .observation(_, .present), .site, .side, .size, .modifier: .present
        }
    }
}
