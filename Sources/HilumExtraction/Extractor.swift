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
        var graph = ReportGraph(ontology: ontology, text: report.text)
        graph.observations.reserveCapacity(report.text.count / Self.bytesPerObservation + 1)
        // Positions of tokens have 32 bits.
        let count = min(report.text.count, Int(Int32.max))
        workspaces.withWorkspace { workspace in
            report.text.withUnsafeBufferPointer { text in
                var position = 0
                for part in report.parts {
                    let start = min(max(part.span.start, position), count)
                    let end = min(max(part.span.end, start), count)
                    read(text, position, start, .report, &workspace, &graph)
                    read(text, start, end, part.section, &workspace, &graph)
                    position = end
                }
                read(text, position, count, .report, &workspace, &graph)
            }
            graph.coverage = workspace.coverage.coverage
        }
        return graph
    }

    /// A little less than reports have, so that the array of most never grows.
    private static let bytesPerObservation = 24

    public func graph(of text: String) -> ReportGraph {
        graph(of: Report(text))
    }

    private func read(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ section: Section, _ workspace: inout Workspace,
        _ graph: inout ReportGraph
    ) {
        guard start < end else { return }
        workspace.tokens.removeAll(keepingCapacity: true)
        workspace.sentences.removeAll(keepingCapacity: true)
        grammar.splitter.split(text, from: start, to: end, tokens: &workspace.tokens, sentences: &workspace.sentences)
        graph.sentences.reserveCapacity(graph.sentences.count + workspace.sentences.count)
        var tracker = SectionTracker(grammar: grammar, section: section)
        // Out of the workspace while it is written to.
        let (all, sentences) = (workspace.tokens, workspace.sentences)
        all.withUnsafeBufferPointer { all in
            for sentence in sentences {
                var tokens = Tokens(all, sentence.first..<sentence.end)
                var startsParagraph = sentence.startsParagraph
                while let cut = grammar.inlineHeading(in: tokens, text) {
                    read(tokens[..<cut], startsParagraph, &tracker, &workspace, &graph)
                    tokens = tokens[cut...]
                    startsParagraph = false
                }
                read(tokens, startsParagraph, &tracker, &workspace, &graph)
            }
        }
        workspace.topic.removeAll()
    }

    private func read(
        _ tokens: Tokens, _ startsParagraph: Bool, _ tracker: inout SectionTracker, _ workspace: inout Workspace,
        _ graph: inout ReportGraph
    ) {
        let section = tracker.section
        let place = tracker.place(of: tokens, startsParagraph: startsParagraph)
        if place.section != section { workspace.topic.removeAll() }
        guard !place.tokens.isEmpty else { return }
        let (observed, mentioned) = (graph.observations.count, graph.unasserted.count)
        workspace.reading.read(place.tokens, after: workspace.topic, grammar, graph.text)
        GraphBuilder(grammar: grammar, text: graph.text, section: place.section, isAsserted: place.isAsserted)
            .add(&workspace.reading, antecedents: &workspace.antecedents, to: &graph)
        if place.isAsserted {
            workspace.coverage.add(workspace.reading, to: &graph, observed: observed, mentioned: mentioned)
            graph.sentences.append(place.tokens.span)
            grammar.discourse.add(place.tokens, to: &graph.discourse)
        }
        workspace.topic.take(from: workspace.reading)
    }
}
