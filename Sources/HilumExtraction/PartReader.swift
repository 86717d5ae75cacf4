import HilumOntology

/// Reads a stretch of a report into the graph, sentence by sentence.
///
/// One for all its sentences: what it holds is shared by all threads, and to count references to that for every sentence would keep them
/// waiting for one another.
struct PartReader {
    private let grammar: Grammar
    private var tracker: SectionTracker
    private var builder: GraphBuilder

    /// - Parameters:
    ///   - text: the report's UTF-8.
    ///   - section: where the stretch stands before its first heading.
    init(grammar: Grammar, text: [UInt8], section: Section) {
        self.grammar = grammar
        tracker = SectionTracker(grammar: grammar, section: section)
        builder = GraphBuilder(grammar: grammar, text: text, section: section)
    }

    mutating func read(_ stretch: Range<Int>, _ workspace: inout Workspace, _ graph: inout ReportGraph) {
        workspace.topic.removeAll()
        workspace.tokens.removeAll(keepingCapacity: true)
        workspace.sentences.removeAll(keepingCapacity: true)
        builder.text.withUnsafeBufferPointer {
            grammar.splitter.split($0, stretch, tokens: &workspace.tokens, sentences: &workspace.sentences)
        }
        graph.sentences.reserveCapacity(graph.sentences.count + workspace.sentences.count)
        // Out of the workspace while it is written to.
        let (all, sentences) = (workspace.tokens, workspace.sentences)
        all.withUnsafeBufferPointer { all in
            for sentence in sentences {
                var tokens = Tokens(all, sentence.first..<sentence.end)
                var startsParagraph = sentence.startsParagraph
                while sentence.hasColon, let cut = grammar.inlineHeading(in: tokens, builder.text) {
                    read(tokens[..<cut], startsParagraph, &workspace, &graph)
                    tokens = tokens[cut...]
                    startsParagraph = false
                }
                read(tokens, startsParagraph, &workspace, &graph)
            }
        }
    }

    private mutating func read(
        _ tokens: Tokens, _ startsParagraph: Bool, _ workspace: inout Workspace, _ graph: inout ReportGraph
    ) {
        let section = tracker.section
        let place = tracker.place(of: tokens, startsParagraph: startsParagraph)
        if place.section != section { workspace.topic.removeAll() }
        guard !place.tokens.isEmpty else { return }
        let (observed, mentioned) = (graph.observations.count, graph.unasserted.count)
        workspace.reading.read(place.tokens, after: workspace.topic, grammar, builder.text)
        builder.section = place.section
        builder.isAsserted = place.isAsserted
        builder.add(&workspace.reading, antecedents: &workspace.antecedents, to: &graph)
        if place.isAsserted {
            workspace.coverage.add(workspace.reading, to: &graph, observed: observed, mentioned: mentioned)
            graph.sentences.append(place.tokens.span)
            grammar.discourse.add(place.tokens, to: &graph.discourse)
        }
        workspace.topic.take(from: workspace.reading)
    }
}
