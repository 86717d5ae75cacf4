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
        let report = RadGraphEntities(of: graph)
        text = graph.words(at: report.tokens[...])
        var entities = report.entities.map { entity in
            RadGraphAnnotation.Entity(
                tokens: graph.words(at: report.tokens[entity.range]), label: RadGraphLabel(entity.kind, entity.certainty),
                range: entity.range.lowerBound...(entity.range.upperBound - 1))
        }
        for edge in report.edges {
            let relation = RadGraphAnnotation.Relation(type: edge.relation.rawValue, target: edge.target)
            if !entities[edge.source].relations.contains(relation) { entities[edge.source].relations.append(relation) }
        }
        annotation = RadGraphAnnotation(entities: entities)
    }
}

extension RadGraphAnnotation {
    /// Of a report; see `RadGraphReport`.
    public init(of graph: ReportGraph) {
        self = RadGraphReport(of: graph).annotation
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
