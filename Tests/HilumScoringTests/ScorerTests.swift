import HilumExtraction
import HilumOntology
import Testing

@testable import HilumScoring

@Suite("The scorer")
struct ScorerTests {
    #if os(Linux) || os(macOS)
        @Test("A graph of another ontology stops the program: its numbers mean other concepts")
        func otherOntology() async {
            await #expect(processExitsWith: .failure) {
                let graph = ReportGraph.saying([Said("effusion")])
                let other = ReportGraph(ontology: try Ontology.bundled(), text: [])
                _ = scorer.score(candidate: other, reference: graph)
            }
        }
    #endif

    @Test("A blank candidate is worth nothing, but where a measure's own arithmetic says otherwise")
    func blankCandidate() {
        for reference in [[Said("effusion", side: .left)], [Said("effusion", .absent)]] {
            let score = score([], against: reference)
            #expect(score.kg.reward == 0 && score.kg.precision == 0 && score.kg.recall == 0 && score.kg.f1 == 0)
            #expect(score.kg.entityIoU == 0 && score.green == 0 && score.kg.consistency == 1)
            #expect(score.crimson == (reference[0].status == .absent ? 1 : 0))
            #expect(score.kg.relationIoU == (reference[0].side == nil ? 1 : 0))
        }
    }
}
