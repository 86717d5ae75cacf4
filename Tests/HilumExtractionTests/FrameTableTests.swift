import HilumOntology
import HilumTestSupport
import Testing

@testable import HilumExtraction

@Suite("What a state says of a site")
struct FrameTableTests {
    @Test("may be any number of things, in the order of the table", arguments: [1, 2, 255, 256, 307, 1_000])
    func meanings(count: Int) throws {
        let findings = (0..<count).map { "finding.f\($0)" }
        let ontology = try Ontology(rows: [
            "concepts/anatomy.tsv": ["anatomy.chest|chest|||midline"],
            "concepts/findings.tsv": findings.map { "\($0)|\($0.dropFirst(8))||benign|anatomy.chest" },
            "language/states.tsv": ["normal|normal"],
            "language/frames.tsv": findings.map { "anatomy.chest|normal|\($0)|absent|" },
        ])
        let table = FrameTable(ontology: ontology)
        let state = try #require(ontology.concept("state.normal")).id
        let site = try #require(ontology.concept("anatomy.chest")).id
        let meanings = try #require(table.meanings(state, of: site))
        #expect(meanings.map { ontology[$0.concept].identifier } == findings)
        #expect(table.meanings(site, of: site) == nil)
    }
}
