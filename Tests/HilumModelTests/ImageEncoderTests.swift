import HilumTestSupport
import Testing

@testable import HilumModel

@Suite("The image encoder")
struct ImageEncoderTests {
    @Test("an image of another size is an error that says which is wanted")
    func size() throws {
        let model = try TinyModel()
        for count in [0, 1, 63 * 64, 64 * 64 + 1] {
            let error = #expect(throws: ModelError.self) {
                try model.encoder.features(of: .init(repeating: 0, count: count))
            }
            #expect(error?.description.contains("64 × 64") == true)
        }
    }

    @Test("the mean of a finding's cells is its logit less its bias")
    func activation() throws {
        let model = try TinyModel()
        let blank = FeatureMap(rows: 1, columns: 1, channels: 16, values: .init(repeating: 0, count: 16))
        let bias = model.head.logits(blank)
        for number in 0..<2 {
            let features = try model.encoder.features(of: model.pixels(number))
            let logits = model.head.logits(features)
            #expect(model.head.outputs == 14)
            for output in 0..<model.head.outputs {
                let cells = model.head.activation(of: output, features)
                #expect(cells.count == features.rows * features.columns)
                #expect(abs(cells.reduce(0, +) / Float(cells.count) + bias[output] - logits[output]) < 1e-4)
            }
        }
    }

    @Test("⌈side / stride⌉ cells are left, and the odd zero goes below", arguments: 1...12, [1, 2, 3])
    func padding(_ side: Int, _ stride: Int) {
        for kernel in [1, 3, 5, 7] {
            let padding = SamePadding(side: side, kernel: kernel, stride: stride)
            let outputs = SamePadding.outputs(side: side, stride: stride)
            let last = (outputs - 1) * stride - padding.before
            #expect(last + kernel <= side + padding.total - padding.before)
            #expect((0...1).contains(padding.total - 2 * padding.before))
            // A padding that is needed is needed in full.
            if padding.total > 0 { #expect(last + kernel == side + padding.total - padding.before) }
        }
    }
}
