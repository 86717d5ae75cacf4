import Testing

@testable import HilumOntology

@Suite("The frames of a site")
struct NearestFramesTests {
    @Test("are of each state those of the nearest subject, in the order of the table")
    func nearest() throws {
        let ontology = try Ontology.bundled()
        let frames = ontology.frames
        var count = 0
        for site in ontology.sites {
            let steps = frames.map { frame in
                frame.subject.flatMap {
                    frame.includesParts ? ontology.steps(from: site, toWhole: $0) : ontology.steps(from: site, toKind: $0)
                }
            }
            var least: [ConceptID: Int] = [:]
            for (frame, steps) in zip(frames, steps) {
                if let steps { least[frame.state] = min(steps, least[frame.state] ?? steps) }
            }
            let expected = zip(frames, steps).filter { $1 != nil && $1 == least[$0.state] }.map(\.0)
            #expect(ontology.frames(of: site) == expected)
            count += expected.count
        }
        #expect(count > 1_000)
    }
}
