import HilumOntology

/// Reads reports into graphs. A value that any number of threads may share.
///
/// Text becomes sentences of tokens, tokens become phrases of the ontology, and each sentence is read for what its phrases say together.
public struct Extractor: Sendable {
    public let ontology: Ontology
    let grammar: Grammar
    private let workspaces = WorkspacePool()

    /// Prepares the ontology's phrases for matching; keep the extractor and use it for all reports.
    public init(ontology: Ontology) {
        self.ontology = ontology
        grammar = Grammar(ontology: ontology)
    }

    /// What a report says. Never fails: what is not understood makes no observation. Only the first 2 GiB are read; parts that overlap or
    /// exceed the text are cut to fit.
    public func graph(of report: Report) -> ReportGraph {
        workspaces.withWorkspace { workspace in
            var graph = ReportGraph(ontology: ontology, text: report.text)
            graph.observations.reserveCapacity(report.text.count / Self.bytesPerObservation + 1)
            // Positions of tokens have 32 bits.
            let count = min(report.text.count, Int(Int32.max))
            var position = 0
            for part in report.parts {
                let start = min(max(part.span.start, position), count)
                let end = min(max(part.span.end, start), count)
                read(position..<start, .report, &workspace, &graph)
                read(start..<end, part.section, &workspace, &graph)
                position = end
            }
            read(position..<count, .report, &workspace, &graph)
            graph.coverage = workspace.coverage.coverage
            return graph
        }
    }

    /// A little less than reports have, so that the array of most never grows.
    private static let bytesPerObservation = 24

    public func graph(of text: String) -> ReportGraph {
        graph(of: Report(text))
    }

    private func read(
        _ stretch: Range<Int>, _ section: Section, _ workspace: inout Workspace, _ graph: inout ReportGraph
    ) {
        guard !stretch.isEmpty else { return }
        var reader = PartReader(grammar: grammar, text: graph.text, section: section)
        reader.read(stretch, &workspace, &graph)
    }
}
