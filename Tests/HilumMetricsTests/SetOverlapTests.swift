import HilumMetrics
import Testing

@Suite struct SetOverlapTests {
    @Test(
        "Overlap of sets is computed from the definition",
        arguments: [
            (["a", "b", "c"], ["b", "c", "d", "e"], 2.0 / 3, 0.5, 4.0 / 7, 0.4),
            (["a"], ["b"], 0, 0, 0, 0),
            (["a"], ["a"], 1, 1, 1, 1),
            ([], ["a"], 0, 0, 0, 0),
        ] as [([String], [String], Double, Double, Double, Double)])
    func definition(
        candidate: [String], reference: [String], precision: Double, recall: Double, f1: Double, iou: Double
    ) throws {
        let overlap = SetOverlap(candidate: Set(candidate), reference: Set(reference))
        #expect(abs(overlap.precision - precision) < 1e-12)
        #expect(abs(overlap.recall - recall) < 1e-12)
        #expect(abs(try #require(overlap.f1) - f1) < 1e-12)
        #expect(abs(try #require(overlap.intersectionOverUnion) - iou) < 1e-12)
        // In any order, each as often as one likes.
        #expect(SetOverlap(candidate: candidate.reversed() + candidate, reference: reference + reference) == overlap)
    }

    @Test("Two empty sets leave it to the score what they are worth")
    func empty() {
        let overlap = SetOverlap(candidate: Set<Int>(), reference: [])
        #expect(overlap.f1 == nil)
        #expect(overlap.intersectionOverUnion == nil)
    }
}
