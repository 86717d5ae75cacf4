import Foundation
import HilumModel

/// A random checkpoint in Fixtures/checkpoints or the one that is built in, and what PyTorch makes of it (Training/fixtures).
struct TinyModel {
    struct Expectations: Decodable {
        struct Image: Decodable {
            /// [cells, channels]; nil of the checkpoint that is built in.
            var features: [Float]?
            var pooled: [Float]
            var logits: [Float]
        }

        struct Prompt: Decodable {
            struct Shown: Decodable {
                var image: Int
                var view: String
            }

            var images: [Shown]
            var tokens: [Int]
            var logits: [Float]
            var greedy: [Int]
            var beam: [Int]
        }

        var images: [Image]
        var prompts: [Prompt]
    }

    static let names = ["tiny", "tiny-half"]
    static let bundled = "bundled"

    let name: String
    let checkpoint: Checkpoint
    let encoder: ImageEncoder
    let head: FindingHead
    let decoder: TextDecoder
    let expectations: Expectations

    /// Ends where the fixture's texts do.
    let limits = GenerationLimits(stop: 0, maximumTokens: 16)

    init(_ name: String = "tiny") throws {
        self.name = name
        let folder = ModelFixture.path("checkpoints/\(name)")
        checkpoint = try Checkpoint(folder: name == Self.bundled ? ModelFixture.bundled : folder)
        encoder = try ImageEncoder(checkpoint)
        head = try FindingHead(checkpoint)
        decoder = try TextDecoder(checkpoint)
        expectations = try JSONDecoder().decode(
            Expectations.self, from: Data(contentsOf: URL(filePath: "\(folder)/expectations.json")))
    }

    /// An image of the fixture: whole numbers that any language computes alike.
    func pixels(_ number: Int) -> [Float] {
        let side = checkpoint.configuration.image.size
        return (0..<side * side).map { place in
            let (row, column) = (place / side, place % side)
            return Float((row * 7 + column * 13 + row * column * (number + 1)) % 64) / 32 - 1
        }
    }

    func image(_ number: Int, _ view: ImageView) throws -> DecoderImage {
        DecoderImage(features: try encoder.features(of: pixels(number)), view: view)
    }

    func images(_ prompt: Expectations.Prompt) throws -> [DecoderImage] {
        try prompt.images.map { try image($0.image, $0.view == "lateral" ? .lateral : .frontal) }
    }

    func state(_ prompt: Expectations.Prompt) throws -> DecoderState {
        try decoder.read(images: images(prompt), tokens: prompt.tokens)
    }

    /// The natural logarithm of the probability that a token comes next.
    func logProbability(of token: Int, _ state: DecoderState) -> Float {
        let logits = state.logits.map(Double.init)
        let most = logits.max() ?? 0
        return Float(logits[token] - most - log(logits.reduce(0) { $0 + exp($1 - most) }))
    }
}

/// The largest difference of two lists; infinite where one is longer.
func largestDifference(_ first: [Float], _ second: [Float]) -> Float {
    first.count == second.count ? zip(first, second).map { abs($0 - $1) }.max() ?? 0 : .infinity
}
