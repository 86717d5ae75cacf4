import HilumExtraction

/// A report's graph with what it states, so that a reference of many candidates is laid out once; see `Scorer.read`.
public struct StatedReport: Sendable {
    public let graph: ReportGraph
    let statements: Statements

    init(_ graph: ReportGraph, knowledge: Knowledge) {
        self.graph = graph
        statements = Statements(of: graph, knowledge: knowledge)
    }
}
