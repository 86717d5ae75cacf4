import Hilum
import HilumGeneration
import HilumTestSupport
import Testing

@Suite struct FindingSamplerTests {
    @Test("The same seed draws the same lists")
    func repeatable() {
        var one = FindingSampler(phrases: Bundled.phrases, seed: 5)
        var other = FindingSampler(phrases: Bundled.phrases, seed: 5)
        for _ in 0..<5 { #expect(one.next() == other.next()) }
    }

    @Test("A list is shorter where the ontology has fewer findings, and empty where it has none", arguments: [0, 1, 2])
    func small(count: Int) throws {
        let rows = ["finding.edema|edema||actionable|-", "finding.nodule|nodule||actionable|-"]
        let phrases = FindingPhrases(ontology: try Ontology(rows: ["concepts/findings.tsv": Array(rows.prefix(count))]))
        var sampler = FindingSampler(phrases: phrases, seed: 1)
        let counts = (0..<20).map { _ in sampler.next().entries.count }
        #expect(counts.max() == count)
    }
}
