import Testing

@testable import HilumOntology

@Suite("The closure of a hierarchy")
struct ClosureTests {
    @Test("holds the ways that a search finds, concept by concept, and no others")
    func agreesWithSearch() throws {
        let ontology = try Ontology.bundled()
        let edges = ontology.concepts.map { $0.parents + $0.partOf }
        let closure = Closure(edges: edges)
        var ways = 0
        for node in ontology.concepts.indices {
            let distances = Self.distances(from: node, edges)
            ways += distances.count
            let id = ConceptID(rawValue: UInt16(node))
            var asked: [Int: Int] = [:]
            for other in ontology.concepts.indices {
                asked[other] = closure.steps(to: ConceptID(rawValue: UInt16(other)), from: id)
            }
            #expect(asked == distances)
            var listed: [Int: Int] = [:]
            closure.forEachAncestor(of: id) { listed[$0.index] = $1 }
            #expect(listed == distances)
        }
        #expect(ways > 3 * ontology.concepts.count)
    }

    /// Level by level, as slowly and plainly as can be.
    private static func distances(from node: Int, _ edges: [[ConceptID]]) -> [Int: Int] {
        var distances = [node: 0]
        var level: Set<Int> = [node]
        var steps = 0
        while !level.isEmpty {
            steps += 1
            level = Set(level.flatMap { edges[$0].map(\.index) }).filter { distances[$0] == nil }
            for next in level { distances[next] = steps }
        }
        return distances
    }
}
