import HilumExtraction
import HilumOntology
import HilumTestSupport
import Testing

@Suite("Texts put together at random from the ontology's own phrases")
struct RandomTextTests {
    private static let count = 2_000

    @Test("are read without a trap, with all spans inside, and the same when read again after others")
    func random() throws {
        let extractor = try extractor.get()
        let words = RandomTexts(extractor.ontology)
        var generator = SeededGenerator(seed: 20)
        let texts = (0..<Self.count).map { _ in words.text(using: &generator) }
        let graphs = texts.map { extractor.graph(of: $0) }
        // Something must come of them: random words that say nothing would prove nothing.
        #expect(graphs.reduce(0) { $0 + $1.observations.count } > Self.count)
        for (text, graph) in zip(texts, graphs) {
            let count = text.utf8.count
            #expect(graph.spans.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= count }, "\(text)")
            #expect(
                graph.suggestions.allSatisfy {
                    graph.observations.indices.contains($0.finding) && graph.observations.indices.contains($0.disease)
                        && $0.finding != $0.disease
                }, "\(text)")
            #expect((0...1).contains(graph.coverage), "\(text)")
        }
        for index in texts.indices.reversed() {
            #expect(extractor.graph(of: texts[index]) == graphs[index], "\(texts[index])")
        }
    }
}

extension ReportGraph {
    /// Every span of the graph.
    fileprivate var spans: [TextSpan] {
        observations.flatMap(\.spans) + comparisons.map(\.span) + unasserted.map(\.span) + unrecognised
    }
}

extension Observation {
    fileprivate var spans: [TextSpan] {
        let stated: [TextSpan?] = [
            span, cue, laterality?.span, severity?.span, size?.span, change?.span, count?.span, placement?.span,
        ]
        return stated.compactMap(\.self) + sites.map(\.span) + descriptors.map(\.span) + measurements.map(\.span)
            + [tip, sidePort].compactMap(\.self).flatMap(\.spans)
    }
}

extension DevicePosition {
    fileprivate var spans: [TextSpan] { [span] + sites.map(\.span) + [distance?.span].compactMap(\.self) }
}
