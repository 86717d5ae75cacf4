import HilumModel
import Testing

@Suite("What the networks say is what PyTorch says of the same weights")
struct ParityTests {
    private static let names = TinyModel.names + [TinyModel.bundled]

    /// The largest difference of two numbers; the logits of trained weights are larger.
    private func tolerance(_ name: String) -> Float { name == TinyModel.bundled ? 1e-3 : 1e-4 }

    @Test("features, their mean and the finding head's logits", arguments: names)
    func images(_ name: String) throws {
        let model = try TinyModel(name)
        #expect(model.expectations.images.count == 2)
        for (number, expected) in model.expectations.images.enumerated() {
            let features = try model.encoder.features(of: model.pixels(number))
            if let values = expected.features { #expect(largestDifference(features.values, values) < tolerance(name)) }
            #expect(largestDifference(features.pooled, expected.pooled) < tolerance(name))
            #expect(largestDifference(model.head.logits(features), expected.logits) < tolerance(name))
        }
    }

    @Test("logits of the next token behind no, one and two images", arguments: names)
    func logits(_ name: String) throws {
        let model = try TinyModel(name)
        #expect(Set(model.expectations.prompts.map(\.images.count)) == [0, 1, 2])
        for prompt in model.expectations.prompts {
            #expect(try largestDifference(model.state(prompt).logits, prompt.logits) < tolerance(name))
        }
    }

    @Test("texts, greedily and by a beam of four", arguments: names)
    func texts(_ name: String) throws {
        let model = try TinyModel(name)
        for prompt in model.expectations.prompts {
            let state = try model.state(prompt)
            #expect(model.decoder.greedy(after: state, limits: model.limits).tokens == prompt.greedy)
            #expect(model.decoder.beamSearch(after: state, BeamSearch(), limits: model.limits).tokens == prompt.beam)
        }
    }
}
