import HilumMetrics
import Testing

@Suite struct HolmTests {
    @Test(
        "Holm's correction multiplies the smallest p by the number of tests, the next by one less, and never falls",
        arguments: [
            ([], []), ([0.03], [0.03]),
            // 4 × 0.005; 3 × 0.01; 2 × 0.03; 1 × 0.04 is less than the one before.
            ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]), ([0.5, 0.9, 0.5], [1, 1, 1]),
            // Equal ones share the larger figure.
            ([0.02, 0.02, 0.02], [0.06, 0.06, 0.06]),
        ] as [([Double], [Double])])
    func adjusted(p: [Double], expected: [Double]) {
        let adjusted = Holm.adjusted(p)
        #expect(adjusted.count == expected.count)
        for (value, wanted) in zip(adjusted, expected) { #expect(abs(value - wanted) < 1e-12) }
    }
}
