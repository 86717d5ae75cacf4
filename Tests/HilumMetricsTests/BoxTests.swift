import HilumMetrics
import HilumTestSupport
import Testing

@Suite struct BoxTests {
    @Test(
        "IoU by hand",
        arguments: [
            ([0, 0, 2, 2], [0, 0, 2, 2], 1), ([0, 0, 2, 2], [1, 1, 3, 3], 1.0 / 7), ([0, 0, 2, 2], [2, 0, 4, 2], 0),
            ([0, 0, 2, 2], [5, 5, 6, 6], 0), ([0, 0, 4, 4], [1, 1, 3, 3], 0.25), ([0, 0, 1, 1], [0, 0, 0.5, 1], 0.5),
            ([-1, -1, 1, 1], [0, 0, 1, 1], 0.25),
        ] as [([Double], [Double], Double)])
    func intersection(one: [Double], other: [Double], iou: Double) throws {
        let one = try box(one)
        let other = try box(other)
        #expect(abs(one.intersectionOverUnion(other) - iou) < 1e-12)
    }

    @Test("IoU is symmetric, from 0 to 1, and keeps when both boxes move or grow", arguments: 0..<50 as Range<UInt64>)
    func laws(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let one = try randomBox(&generator)
        let other = try randomBox(&generator)
        let iou = one.intersectionOverUnion(other)
        #expect(iou == other.intersectionOverUnion(one))
        #expect((0...1).contains(iou))
        #expect(one.intersectionOverUnion(one) == 1)
        let moved = try [one, other].map { try box([$0.x1 * 3 + 5, $0.y1 * 3 - 2, $0.x2 * 3 + 5, $0.y2 * 3 - 2]) }
        #expect(abs(moved[0].intersectionOverUnion(moved[1]) - iou) < 1e-9)
        let again = try Box(one.x1, one.y1, one.x2 - one.x1, one.y2 - one.y1, format: .xywh)
        #expect(abs(again.intersectionOverUnion(one) - 1) < 1e-9)
    }

    @Test(
        "What is no box is refused",
        arguments: [
            ([0, 0, 0, 1], .xyxy, .empty), ([0, 0, 1, 0], .xyxy, .empty), ([1, 0, 0, 1], .xyxy, .inverted),
            ([0, 1, 1, 0], .xyxy, .inverted), ([0, 0, .nan, 1], .xyxy, .notFinite), ([0, 0, .infinity, 1], .xyxy, .notFinite),
            ([0, 0, -1, 1], .xywh, .inverted), ([0, 0, 0, 1], .xywh, .empty), ([0, 0, 1, .nan], .xywh, .notFinite),
            ([-1e200, -1e200, 1e200, 1e200], .xyxy, .notFinite), ([0, 0, 1e-200, 1e-200], .xyxy, .empty),
            ([.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude, 1], .xywh, .notFinite),
        ] as [([Double], Box.Format, BoxError)])
    func refused(numbers: [Double], format: Box.Format, error: BoxError) {
        #expect(throws: error) { try Box(numbers[0], numbers[1], numbers[2], numbers[3], format: format) }
    }

    @Test(
        "Boxes are paired for the greatest sum, and one too many or too few counts as 0",
        arguments: [
            ([], [], 1, 1), ([], [[0, 0, 1, 1]], 0, 0), ([[0, 0, 1, 1]], [], 0, 0), ([[0, 0, 1, 1]], [[0, 0, 1, 1]], 1, 1),
            ([[0, 0, 2, 1]], [[0, 0, 1, 1]], 0.5, 1), ([[0, 0, 2, 1]], [[0, 0, 0.9, 1]], 0.45, 0),
            // In whatever order.
            ([[0, 0, 1, 1], [5, 5, 6, 6]], [[5, 5, 6, 6], [0, 0, 1, 1]], 1, 1),
            // One is right, one is nowhere.
            ([[0, 0, 1, 1], [8, 8, 9, 9]], [[5, 5, 6, 6], [0, 0, 1, 1]], 0.5, 0.5),
            // Two for one, one for two.
            ([[0, 0, 1, 1], [0, 0, 1, 1]], [[0, 0, 1, 1]], 0.5, 0.5),
            ([[0, 0, 1, 1]], [[0, 0, 1, 1], [4, 4, 5, 5]], 0.5, 0.5),
            // Greedily the best pair would be taken first: 0.8 + 0.375 instead of 0.5 + 0.75.
            ([[0, 0, 10, 1], [2, 0, 8, 1]], [[0, 0, 8, 1], [0, 0, 5, 1]], (0.5 + 0.75) / 2, 1),
        ] as [([[Double]], [[Double]], Double, Double)])
    func matching(candidate: [[Double]], reference: [[Double]], mean: Double, accuracy: Double) throws {
        let candidate = try candidate.map(box)
        let reference = try reference.map(box)
        let agreement = BoxAgreement(candidate: candidate, reference: reference)
        #expect(abs(agreement.meanIoU - mean) < 1e-12)
        #expect(agreement.accuracy(atLeast: 0.5) == accuracy)
        let turned = BoxAgreement(candidate: reference, reference: candidate)
        #expect(abs(turned.meanIoU - mean) < 1e-12)
    }

    private func box(_ numbers: [Double]) throws -> Box { try Box(numbers[0], numbers[1], numbers[2], numbers[3], format: .xyxy) }

    private func randomBox(_ generator: inout SeededGenerator) throws -> Box {
        try Box(
            x: .random(in: 0...1, using: &generator), y: .random(in: 0...1, using: &generator),
            width: .random(in: 0.1...1, using: &generator), height: .random(in: 0.1...1, using: &generator))
    }
}
