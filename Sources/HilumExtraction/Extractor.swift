import HilumOntology

/// Reads reports into graphs. A value that any number of threads may share.
///
/// Text becomes sentences of tokens, tokens become phrases of the ontology, and each sentence is read for what its phrases say together.
public struct Extractor: Sendable {
    public let ontology: Ontology
    let grammar: Grammar

    /// Prepares the ontology's phrases for matching; keep the extractor and use it for all reports.
    public init(ontology: Ontology) {
        self.ontology = ontology
        grammar = Grammar(ontology: ontology)
    }

    /// What a report says. Never fails: what is not understood makes no observation.
    public func graph(of report: Report) -> ReportGraph {
        var graph = ReportGraph(ontology: ontology, text: report.text)
        var workspace = Workspace()
        report.text.withUnsafeBufferPointer { text in
            var position = 0
            for part in report.parts {
                read(text, position, part.span.start, .report, &workspace, &graph)
                read(text, part.span.start, part.span.end, part.section, &workspace, &graph)
                position = part.span.end
            }
            read(text, position, text.count, .report, &workspace, &graph)
        }
        return graph
    }

    public func graph(of text: String) -> ReportGraph {
        graph(of: Report(text))
    }

    /// Arrays that sentences share.
    private struct Workspace {
        var tokens: [Token] = []
        var sentences: [Sentence] = []
        var reading = Reading()
    }

    private func read(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ section: Section, _ workspace: inout Workspace,
        _ graph: inout ReportGraph
    ) {
        guard start < end else { return }
        workspace.tokens.removeAll(keepingCapacity: true)
        workspace.sentences.removeAll(keepingCapacity: true)
        grammar.splitter.split(text, from: start, to: end, tokens: &workspace.tokens, sentences: &workspace.sentences)
        var builder = GraphBuilder(
            grammar: grammar, text: graph.text, section: section, isAsserted: grammar.isAsserted(section))
        for sentence in workspace.sentences {
            var tokens = workspace.tokens[sentence.first..<sentence.end]
            if let (heading, rest) = grammar.heading(of: tokens) {
                let isAsserted = heading.isAsserted == .yes
                let next = GraphBuilder(grammar: grammar, text: graph.text, section: heading.section, isAsserted: isAsserted)
                tokens = rest
                if heading.isAsserted == .sentence, !rest.isEmpty {
                    workspace.reading.read(rest, grammar)
                    next.add(workspace.reading, to: &graph)
                    continue
                }
                builder = next
            } else if !builder.isAsserted, grammar.isOrganLabel(tokens) {
                builder = GraphBuilder(grammar: grammar, text: graph.text, section: .findings, isAsserted: true)
            }
            workspace.reading.read(tokens, grammar)
            builder.add(workspace.reading, to: &graph)
        }
    }
}
