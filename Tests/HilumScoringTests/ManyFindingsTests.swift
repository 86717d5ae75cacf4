import HilumExtraction
import HilumOntology
import Testing

@testable import HilumScoring

@Suite("A text of thousands of findings")
struct ManyFindingsTests {
    /// Every finding and disease at places that do not overlap: 3,000 statements that differ.
    private static func graph(_ ontology: Ontology, sides: [Laterality]) throws -> ReportGraph {
        let sites = try ["anatomy.upper-lobe", "anatomy.lower-lobe", "anatomy.clavicle"].map {
            try #require(ontology.concept($0)).id
        }
        var observations: [Observation] = []
        for concept in ontology.concepts where concept.kind == .finding || concept.kind == .disease {
            for (number, site) in sites.enumerated() {
                for side in sides {
                    var observation = Observation(concept: concept.id, status: .present, span: TextSpan(0, 0))
                    observation.sites = [Site(concept: site, laterality: side, span: TextSpan(number, number))]
                    observations.append(observation)
                }
            }
        }
        return ReportGraph(
            ontology: ontology, text: [UInt8](repeating: UInt8(ascii: " "), count: sites.count),
            observations: Array(observations.prefix(3000)))
    }

    @Test("is compared where findings have to do with one another, and not each with each")
    func comparisons() throws {
        let ontology = try Ontology.bundled()
        let scorer = Scorer(ontology: ontology)
        let candidate = scorer.read(try Self.graph(ontology, sides: [.left, .right]))
        let reference = scorer.read(try Self.graph(ontology, sides: [.right, .left]))
        let found = candidate.statements.positive.count
        #expect(found > 2000)
        let comparisons = Comparisons(
            candidate: candidate.statements, reference: reference.statements,
            overall: OverallChange(candidateIsUnchanged: false, referenceIsUnchanged: false), knowledge: scorer.knowledge)
        // Each with those of its own name and near it, some dozens, where there are millions of pairs.
        #expect(comparisons.count < 60 * found)
        #expect(scorer.score(candidate: candidate, reference: reference, parts: [.kg]).kg.f1 > 0.99)
    }
}
