import Foundation
import HilumModel
import HilumTestSupport
import Testing

@Suite("Writing a text")
struct GenerationTests {
    @Test("a beam of one is greedy", arguments: TinyModel.names)
    func narrowBeam(_ name: String) throws {
        let model = try TinyModel(name)
        for prompt in model.expectations.prompts {
            let state = try model.state(prompt)
            let greedy = model.decoder.greedy(after: state, limits: model.limits)
            let beam = model.decoder.beamSearch(after: state, BeamSearch(width: 1), limits: model.limits)
            #expect(beam.tokens == greedy.tokens && beam.ending == greedy.ending)
            #expect(abs(beam.logProbability - greedy.logProbability) < 1e-3)
        }
    }

    @Test("a text's log-probability is the sum of those of its tokens, read anew", arguments: [1, 2, 4, 7])
    func logProbability(_ width: Int) throws {
        let model = try TinyModel()
        for prompt in model.expectations.prompts {
            let text = model.decoder.beamSearch(after: try model.state(prompt), BeamSearch(width: width), limits: model.limits)
            var sum: Float = 0
            for (place, token) in (text.tokens + (text.ending == .stop ? [model.limits.stop] : [])).enumerated() {
                let state = try model.decoder.read(
                    images: model.images(prompt), tokens: prompt.tokens + text.tokens[..<place])
                sum += model.logProbability(of: token, state)
            }
            #expect(abs(text.logProbability - sum) < 1e-3)
        }
    }

    @Test("without a preference for length, a beam that holds all finds the likeliest text")
    func exhaustive() throws {
        let model = try TinyModel()
        // Four tokens, of which one ends the text.
        let allowed = [0, 88, 225, 318]
        let others = (0..<400).filter { !allowed.contains($0) }
        let limits = GenerationLimits(stop: 0, maximumTokens: 3) { _ in others }
        for prompt in model.expectations.prompts {
            let found = model.decoder.beamSearch(
                after: try model.state(prompt), BeamSearch(width: 100, lengthPower: 0), limits: limits)
            var best: (tokens: [Int], logProbability: Float)?
            for length in 0...2 {
                for number in 0..<Int(pow(3, Double(length))) {
                    let tokens = (0..<length).map { allowed[1 + number / Int(pow(3, Double($0))) % 3] }
                    var sum: Float = 0
                    for (place, token) in (tokens + [0]).enumerated() {
                        let state = try model.decoder.read(
                            images: model.images(prompt), tokens: prompt.tokens + tokens[..<place])
                        sum += model.logProbability(of: token, state)
                    }
                    if best.map({ sum > $0.logProbability }) ?? true { best = (tokens, sum) }
                }
            }
            #expect(found.tokens == best?.tokens)
            #expect(found.ending == .stop)
        }
    }

    @Test("the same seed draws the same text, another one another")
    func seeds() throws {
        let model = try TinyModel()
        let state = try model.state(model.expectations.prompts[1])
        func text(_ seed: UInt64) -> GeneratedTokens {
            var generator = SeededGenerator(seed: seed)
            return model.decoder.sample(after: state, Sampling(temperature: 1.5), limits: model.limits, using: &generator)
        }
        #expect(text(1) == text(1))
        #expect(Set((1...8).map { text($0).tokens }).count > 4)
    }

    @Test(
        "drawing from the likeliest token alone is greedy",
        arguments: [Sampling(topK: 1), Sampling(topP: 1e-6), Sampling(temperature: 1e-4)])
    func cold(_ sampling: Sampling) throws {
        let model = try TinyModel()
        for prompt in model.expectations.prompts {
            let state = try model.state(prompt)
            var generator = SeededGenerator(seed: 3)
            let drawn = model.decoder.sample(after: state, sampling, limits: model.limits, using: &generator)
            #expect(drawn == model.decoder.greedy(after: state, limits: model.limits))
        }
    }

    @Test("what is forbidden is not said, by any strategy")
    func forbidden() throws {
        let model = try TinyModel()
        let prompt = model.expectations.prompts[3]
        let state = try model.state(prompt)
        let words = Set(prompt.greedy)
        var limits = model.limits
        limits.forbidden = { generated in generated.count < 3 ? Array(words) + [-1, 400] : [] }
        var generator = SeededGenerator(seed: 5)
        for text in [
            model.decoder.greedy(after: state, limits: limits),
            model.decoder.beamSearch(after: state, BeamSearch(), limits: limits),
            model.decoder.sample(after: state, Sampling(), limits: limits, using: &generator),
        ] {
            #expect(words.isDisjoint(with: text.tokens.prefix(3)))
            #expect(text.logProbability < 0)
        }
        limits.forbidden = { generated in generated.count < 2 ? [0] : Array(0..<400) }
        for text in [
            model.decoder.greedy(after: state, limits: limits),
            model.decoder.beamSearch(after: state, BeamSearch(), limits: limits),
            model.decoder.sample(after: state, Sampling(), limits: limits, using: &generator),
        ] {
            #expect(text.tokens.count == 2)
            #expect(text.ending == .forbidden)
        }
    }

    @Test("a text is as long as it may be, and not longer than the context", arguments: [0, 1, 2, 30, 31, 32, 1000])
    func limit(_ most: Int) throws {
        let model = try TinyModel()
        let context = model.decoder.configuration.context
        let state = try model.decoder.read(tokens: Array(1...(context - 31)))
        let limits = GenerationLimits(stop: -1, maximumTokens: most)
        for text in [
            model.decoder.greedy(after: state, limits: limits),
            model.decoder.beamSearch(after: state, BeamSearch(width: 3), limits: limits),
        ] {
            #expect(text.tokens.count == min(most, 31))
            #expect(text.ending == .limit)
        }
    }

    @Test("the higher the power of the length, the longer the texts")
    func lengthPower() throws {
        let model = try TinyModel()
        let lengths = try [Float(0), 1, 4].map { power in
            try model.expectations.prompts.map {
                model.decoder.beamSearch(
                    after: try model.state($0), BeamSearch(width: 6, lengthPower: power), limits: model.limits
                ).tokens.count
            }.reduce(0, +)
        }
        #expect(lengths[0] <= lengths[1] && lengths[1] <= lengths[2] && lengths[0] < lengths[2])
    }
}
