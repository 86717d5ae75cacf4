import HilumExtraction
import HilumMetrics

extension RadGraphF1 {
    /// Of two reports as RadGraph would annotate them: the same as of their annotations (`RadGraphReport`), which need not be made for it.
    /// - Parameter whenEmpty: of two reports without entities.
    public init(candidate: ReportGraph, reference: ReportGraph, whenEmpty: Double) {
        let (one, other) = (RadGraphEntities(of: candidate), RadGraphEntities(of: reference))
        var numbers = RadGraphNumbers(capacity: one.entities.count + other.entities.count)
        self.init(
            candidate: RadGraphElements(of: one, candidate.text, &numbers),
            reference: RadGraphElements(of: other, reference.text, &numbers), whenEmpty: whenEmpty)
    }
}

extension RadGraphElements {
    fileprivate init(of report: RadGraphEntities, _ text: [UInt8], _ numbers: inout RadGraphNumbers) {
        self.init(
            nodes: report.entities.map { entity in
                for token in report.tokens[entity.range] { numbers.append(text[token.start..<token.end]) }
                return Node(tokens: numbers.numberOfText(), label: entity.label)
            },
            edges: report.edges.map { Edge(source: $0.source, relation: $0.relation.number, target: $0.target) })
    }
}

extension RadGraphEntities.Entity {
    fileprivate var label: UInt32 {
        switch (kind, certainty) {
        case (.observation, .present): 0
        case (.observation, .absent): 1
        case (.observation, .uncertain): 2
        case (.anatomy, .present): 3
        case (.anatomy, .absent): 4
        case (.anatomy, .uncertain): 5
        }
    }
}

extension Relation {
    fileprivate var number: UInt32 {
        switch self {
        case .locatedAt: 0
        case .suggestiveOf: 1
        case .modify: 2
        }
    }
}
