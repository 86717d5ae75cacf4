import HilumModel
import Testing

@Suite("What the networks say is what PyTorch says of the same weights")
struct ParityTests {
    @Test("features, their mean, the findings' logits and the likeness of images", arguments: TinyModel.names)
    func images(_ name: String) throws {
        let model = try TinyModel(name)
        #expect(model.expectations.images.count == 2)
        for (number, expected) in model.expectations.images.enumerated() {
            let features = try model.encoder.features(of: model.pixels(number))
            #expect(largestDifference(features.values, expected.features) < 1e-4)
            #expect(largestDifference(features.pooled, expected.pooled) < 1e-4)
            #expect(largestDifference(model.head.logits(features), expected.logits) < 1e-4)
            let distance = try RadiographLikeness(model.checkpoint).distance(features)
            #expect(abs(distance / expected.distance - 1) < 1e-4)
        }
    }

    @Test("logits of the next token behind no, one and two images", arguments: TinyModel.names)
    func logits(_ name: String) throws {
        let model = try TinyModel(name)
        #expect(Set(model.expectations.prompts.map(\.images.count)) == [0, 1, 2])
        for prompt in model.expectations.prompts {
            #expect(try largestDifference(model.state(prompt).logits, prompt.logits) < 1e-4)
        }
    }

    @Test("texts, greedily and by a beam of four", arguments: TinyModel.names)
    func texts(_ name: String) throws {
        let model = try TinyModel(name)
        for prompt in model.expectations.prompts {
            let state = try model.state(prompt)
            #expect(model.decoder.greedy(after: state, limits: model.limits).tokens == prompt.greedy)
            #expect(model.decoder.beamSearch(after: state, BeamSearch(), limits: model.limits).tokens == prompt.beam)
        }
    }
}
