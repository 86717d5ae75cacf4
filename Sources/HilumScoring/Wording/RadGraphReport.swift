import HilumExtraction
import HilumMetrics

/// A report as RadGraph would annotate it: its tokens, and what Hilum's graph says of them.
///
/// Entities are the words of findings, sites, sides and modifiers as the graph has them, so that a finding of two words ("pleural
/// effusion") is one entity where RadGraph's annotators may see two. The status of findings is their certainty; a modifier has that
/// of what it modifies, and sites and sides are always definitely present.
public struct RadGraphReport: Sendable, Hashable {
    /// The tokens, joined by spaces.
    public var text: String
    public var annotation: RadGraphAnnotation

    public init(of graph: ReportGraph) {
        let tokens = RadGraphTokens.tokens(of: graph.text)
        text = graph.words(at: tokens[...])
        annotation = RadGraphAnnotation(of: graph, tokens: tokens)
    }
}

extension RadGraphAnnotation {
    /// The annotation alone.
    public init(of graph: ReportGraph) {
        self = RadGraphAnnotation(of: graph, tokens: RadGraphTokens.tokens(of: graph.text))
    }

    fileprivate init(of graph: ReportGraph, tokens: [TextSpan]) {
        let words = WordGraph(of: graph)
        var entities: [Entity] = []
        /// Of each node: nodes that share their tokens are one entity, and what has no token is none.
        var numbers: [Int?] = []
        var first = 0
        for node in words.nodes {
            while first < tokens.count, tokens[first].end <= node.span.start { first += 1 }
            var end = first
            while end < tokens.count, tokens[end].start < node.span.end { end += 1 }
            guard end > first else {
                numbers.append(nil)
                continue
            }
            let range = first...(end - 1)
            if let last = entities.indices.last, entities[last].range == range {
                numbers.append(last)
            } else {
                numbers.append(entities.count)
                entities.append(
                    Entity(tokens: graph.words(at: tokens[first..<end]), label: node.role.label, range: range))
            }
        }
        for edge in words.edges {
            guard let source = numbers[edge.source], let target = numbers[edge.target], source != target else { continue }
            entities[source].relations.append(Relation(type: edge.relation.rawValue, target: target))
            if edge.relation == .modify, words.nodes[edge.source].role.isModifier, entities[source].relations.count == 1 {
                entities[source].label = entities[target].label
            }
        }
        self.init(entities: entities)
    }
}

extension ReportGraph {
    /// Tokens, joined by spaces.
    fileprivate func words(at tokens: ArraySlice<TextSpan>) -> String {
        var bytes: [UInt8] = []
        for token in tokens {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            bytes += text[token.start..<token.end]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension WordGraph.Role {
    fileprivate var isModifier: Bool { self == .size || self == .modifier }

    fileprivate var label: RadGraphLabel {
        switch self {
        case .observation(_, .present), .size, .modifier: .observationPresent
        case .observation(_, .absent): .observationAbsent
        case .observation(_, .uncertain): .observationUncertain
        case .site, .side: .anatomyPresent
        }
    }
}

extension RadGraphLabel {
    fileprivate static let observationPresent = RadGraphLabel(.observation, .present)
    fileprivate static let observationAbsent = RadGraphLabel(.observation, .absent)
    fileprivate static let observationUncertain = RadGraphLabel(.observation, .uncertain)
    fileprivate static let anatomyPresent = RadGraphLabel(.anatomy, .present)
}
