import HilumExtraction
import HilumMetrics
import HilumTestSupport
import Testing

@testable import HilumScoring

@Suite("Concepts of answers")
struct ConceptOverlapTests {
    private func overlap(_ candidate: [Said], _ reference: [Said]) -> SetOverlap {
        scorer.conceptOverlap(candidate: .saying(candidate), reference: .saying(reference))
    }

    @Test(
        "A finding agrees in concept, status and side, whatever else is said of it",
        arguments: [
            ([Said("effusion")], [Said("effusion")], 1), ([Said("effusion")], [Said("effusion", .absent)], 0),
            ([Said("effusion", .uncertain)], [Said("effusion")], 0),
            ([Said("effusion", side: .left)], [Said("effusion", side: .right)], 0),
            ([Said("effusion", side: .left)], [Said("effusion")], 0),
            ([Said("effusion", size: .large, change: .new)], [Said("effusion", size: .small)], 1),
            ([Said("effusion"), Said("edema")], [Said("edema")], 2.0 / 3), ([], [Said("edema")], 0), ([Said("edema")], [], 0),
            ([Said("edema"), Said("edema")], [Said("edema")], 1), ([], [], nil),
        ] as [([Said], [Said], Double?)])
    func f1(candidate: [Said], reference: [Said], f1: Double?) {
        #expect(overlap(candidate, reference).f1 == f1)
    }

    @Test("F1 is the same from either side", arguments: 0..<40 as Range<UInt64>)
    func symmetry(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let one = [Said].random(using: &generator)
        let other = [Said].random(using: &generator)
        #expect(overlap(one, other).f1 == overlap(other, one).f1)
        #expect(overlap(one, one).f1 == (one.isEmpty ? nil : 1))
    }
}
