import HilumExtraction
import HilumOntology
import Testing

/// A row of a table with its example; named by the row in test output.
struct RowExample: CustomTestStringConvertible, Sendable {
    let row: String
    let example: String

    var testDescription: String { row }

    static let all: [RowExample] = {
        guard let ontology = try? Ontology.bundled() else { return [] }
        let cues = ontology.cues.map { RowExample(row: "cue \($0.text)", example: $0.example) }
        let modifiers = ontology.modifiers.map { RowExample(row: "modifier \($0.text)", example: $0.example) }
        let frames = ontology.frames.map {
            RowExample(
                row: "frame \(ontology[$0.subject].name) \(ontology[$0.state].name)", example: $0.example)
        }
        return (cues + modifiers + frames).filter { !$0.example.isEmpty }
    }()
}

@Suite struct RowExampleTests {
    @Test("A row's example is read as it is marked", arguments: RowExample.all)
    func example(_ row: RowExample) throws {
        let sentence = MarkedSentence(row.example)
        let graph = try extractor.get().graph(of: sentence.text)
        #expect(graph.marks == sentence.expected, "\(row.example)")
    }

    @Test("Every cue and every frame has an example")
    func everyRowHasOne() throws {
        let ontology = try Ontology.bundled()
        #expect(ontology.cues.filter { $0.example.isEmpty && $0.kind != .end && $0.kind != .pseudo }.map(\.text) == [])
        #expect(ontology.frames.filter(\.example.isEmpty).count == 0)
        #expect(RowExample.all.count > 100)
    }
}
