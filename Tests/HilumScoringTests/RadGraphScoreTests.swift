import HilumExtraction
import HilumMetrics
import HilumTestSupport
import Testing

@testable import HilumScoring

@Suite("RadGraph's F1 of reports")
struct RadGraphScoreTests {
    @Test("It is that of their annotations")
    func annotations() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let candidate = ReportGraph.saying([Said].random(using: &generator))
            let reference = ReportGraph.saying([Said].random(using: &generator))
            let ofReports = RadGraphF1(candidate: candidate, reference: reference, whenEmpty: 0)
            let ofAnnotations = RadGraphF1(
                candidate: RadGraphAnnotation(of: candidate), reference: RadGraphAnnotation(of: reference))
            #expect(ofReports == ofAnnotations)
            let turned = RadGraphF1(candidate: reference, reference: candidate, whenEmpty: 0)
            #expect(abs(turned.complete - ofReports.complete) < 1e-12)
        }
    }

    @Test("A report agrees wholly with itself, in whatever letter case")
    func identity() {
        let said = [
            Said("effusion", side: .left, size: .small), Said("opacity", site: "lung-base", suggests: "disease.pneumonia"),
        ]
        let graph = ReportGraph.saying(said)
        let shouted = ReportGraph(
            ontology: graph.ontology, text: graph.text.map { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 },
            observations: graph.observations, suggestions: graph.suggestions)
        let f1 = RadGraphF1(candidate: shouted, reference: graph, whenEmpty: 0)
        #expect(f1 == RadGraphF1(simple: 1, partial: 1, complete: 1))
    }
}
