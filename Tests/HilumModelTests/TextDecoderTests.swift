import HilumModel
import HilumTestSupport
import Testing

@Suite("Reading a sequence")
struct TextDecoderTests {
    static let text = [1, 84, 270, 301, 2, 5, 399, 18, 77]

    @Test("pieces of any length are read as the whole is, behind any number of images", arguments: TinyModel.names, 0...2)
    func pieces(_ name: String, images: Int) throws {
        let model = try TinyModel(name)
        let shown = try (0..<images).map { try model.image($0, $0 == 0 ? .frontal : .lateral) }
        for first in 1..<Self.text.count {
            let whole = try model.decoder.read(images: shown, tokens: Self.text)
            var inTwo = try model.decoder.read(images: shown, tokens: Array(Self.text[..<first]))
            var oneByOne = inTwo
            try model.decoder.append(Array(Self.text[first...]), to: &inTwo)
            for token in Self.text[first...] { try model.decoder.append([token], to: &oneByOne) }
            #expect(whole.count == images * 4 + Self.text.count)
            #expect(inTwo.count == whole.count && oneByOne.count == whole.count)
            #expect(largestDifference(inTwo.logits, whole.logits) < 1e-4)
            #expect(largestDifference(oneByOne.logits, whole.logits) < 1e-4)
        }
    }

    @Test("an image is seen by what follows it: another one gives other logits, as does another view")
    func imagesMatter() throws {
        let model = try TinyModel()
        let states = try [(0, ImageView.frontal), (1, .frontal), (0, .lateral)].map {
            try model.decoder.read(images: [model.image($0.0, $0.1)], tokens: Self.text).logits
        }
        #expect(largestDifference(states[0], states[1]) > 0.1)
        #expect(largestDifference(states[0], states[2]) > 0.1)
    }

    @Test("frontal images come first, in whatever order they are given")
    func order() throws {
        let model = try TinyModel()
        let (frontal, lateral) = try (model.image(0, .frontal), model.image(1, .lateral))
        let first = try model.decoder.read(images: [frontal, lateral], tokens: Self.text)
        let second = try model.decoder.read(images: [lateral, frontal], tokens: Self.text)
        #expect(first.logits == second.logits)
    }

    @Test("a copy goes on alone")
    func copies() throws {
        let model = try TinyModel()
        let state = try model.decoder.read(tokens: Self.text)
        var other = state
        try model.decoder.append([3], to: &other)
        var same = state
        try model.decoder.append([4], to: &same)
        #expect(state.count == Self.text.count)
        #expect(largestDifference(other.logits, same.logits) > 0.1)
        var again = state
        try model.decoder.append([3], to: &again)
        #expect(again.logits == other.logits)
    }

    @Test("a sequence fills the context and no more; what does not fit leaves the state as it was")
    func context() throws {
        let model = try TinyModel()
        let context = model.decoder.configuration.context
        let long = (0...context).map { $0 % 400 }
        var full = try model.decoder.read(tokens: Array(long[..<context]))
        let before = full.logits
        #expect(throws: ModelError.self) { try model.decoder.append([1], to: &full) }
        #expect(full.count == context && full.logits == before)
        #expect(throws: ModelError.self) { try model.decoder.read(tokens: long) }
        let error = #expect(throws: ModelError.self) {
            try model.decoder.read(images: [model.image(0, .frontal)], tokens: Array(long[..<context]))
        }
        #expect(error?.description.contains("52 tokens does not fit into the model's context of 48") == true)
    }

    @Test("no token, and tokens that there are not, are errors", arguments: [[], [-1], [1, 400], [Int.max]])
    func strangers(_ tokens: [Int]) throws {
        let model = try TinyModel()
        #expect(throws: ModelError.self) { try model.decoder.read(tokens: tokens) }
    }

    @Test("features of another shape are an error")
    func otherFeatures() throws {
        let model = try TinyModel()
        for map in [
            FeatureMap(rows: 1, columns: 2, channels: 16, values: .init(repeating: 0, count: 32)),
            FeatureMap(rows: 2, columns: 2, channels: 8, values: .init(repeating: 0, count: 32)),
        ] {
            #expect(throws: ModelError.self) {
                try model.decoder.read(images: [DecoderImage(features: map, view: .frontal)], tokens: [1])
            }
        }
    }
}
