import Foundation
import HilumModel
import HilumTestSupport
import Testing

struct ModelConfigurationTests {
    static let sound = """
        {"format": "hilum-1", "name": "tiny", "outputs": [{"name": "effusion", "rows": [1, 2]}],
         "image": {"size": 64, "mean": 0.5, "deviation": 0.25, "window": [0.01, 0.99]},
         "encoder": {"stem": 8, "features": 16, "stages": [
           {"kernel": 3, "stride": 1, "expansion": 1, "channels": 8, "blocks": 1},
           {"kernel": 3, "stride": 2, "expansion": 2, "channels": 8, "blocks": 2},
           {"kernel": 5, "stride": 2, "expansion": 2, "channels": 8, "blocks": 1},
           {"kernel": 3, "stride": 2, "expansion": 2, "channels": 8, "blocks": 1},
           {"kernel": 3, "stride": 2, "expansion": 2, "channels": 8, "blocks": 1}]},
         "decoder": {"width": 16, "layers": 2, "heads": 2, "hidden": 24, "vocabulary": 400, "context": 64, "rope_base": 10000,
           "epsilon": 1e-6}}
        """

    static func read(_ text: String) throws -> ModelConfiguration {
        try ModelConfiguration(CheckpointFile(Array(text.utf8), named: "config.json"))
    }

    @Test("The keys are in snake case, and others are left alone")
    func reads() throws {
        let configuration = try Self.read(Self.sound)
        #expect(configuration.image.window == [0.01, 0.99])
        #expect(configuration.encoder.stages.map(\.stride) == [1, 2, 2, 2, 2])
        #expect(configuration.decoder.ropeBase == 10000)
        #expect(configuration.cells == 4)
    }

    /// What is replaced by what, and what the error says.
    static let refusals: [(String, String, String)] = [
        (#""format": "hilum-1", "#, "", #""format" is missing"#),
        ("hilum-1", "hilum-9", #"its format is "hilum-9", and this version of Hilum reads "hilum-1""#),
        (#""rope_base": 10000,"#, "", #""decoder.ropeBase" is missing"#),
        (#""size": 64"#, #""size": "64""#, #""image.size" is of another type"#),
        (#""size": 64"#, #""size": 1e99"#, "a number that is too large"),
        (#""size": 64"#, #""size": 9223372036854775807"#, "image.size is 9223372036854775807, not from 32 to 2048"),
        (#""size": 64"#, #""size": 0"#, "image.size is 0"),
        (#""size": 64"#, #""size": -32"#, "image.size is -32"),
        (#""size": 64"#, #""size": 65"#, "no multiple of 32"),
        (#""size": 64"#, #""size": 64, "size": 96"#, #"the key "size" stands twice"#),
        (#""mean": 0.5"#, #""mean": -1"#, "image.mean"),
        (#""deviation": 0.25"#, #""deviation": 0"#, "image.deviation"),
        ("[0.01, 0.99]", "[0.99, 0.01]", "image.window"),
        ("[0.01, 0.99]", "[0.01]", "image.window"),
        ("[0.01, 0.99]", "[]", "image.window"),
        (#""stem": 8"#, #""stem": 0"#, "encoder.stem"),
        (#""features": 16"#, #""features": 100000000"#, "encoder.features"),
        (#"{"kernel": 5, "stride": 2"#, #"{"kernel": 99, "stride": 2"#, "encoder.stages.2.kernel is 99"),
        (#"{"kernel": 5, "stride": 2"#, #"{"kernel": 5, "stride": 0"#, "encoder.stages.2.stride is 0"),
        (#"{"kernel": 5, "stride": 2"#, #"{"kernel": 5, "stride": 1"#, "make 16 pixels one cell, not 32"),
        (#""expansion": 1, "channels": 8"#, #""expansion": -1, "channels": 8"#, "encoder.stages.0.expansion is -1"),
        (#""expansion": 1, "channels": 8"#, #""expansion": 1, "channels": 0"#, "encoder.stages.0.channels is 0"),
        (#""blocks": 2"#, #""blocks": 1000000000000"#, "encoder.stages.1.blocks"),
        (#""width": 16"#, #""width": 1000000000000"#, "decoder.width"),
        (#""width": 16"#, #""width": 17"#, "does not divide"),
        (#""width": 16"#, #""width": 6"#, "a head of the decoder is 3 wide"),
        (#""heads": 2"#, #""heads": 0"#, "decoder.heads is 0"),
        (#""heads": 2"#, #""heads": 32"#, "decoder.heads is 32, not from 1 to 16"),
        (#""layers": 2"#, #""layers": -1"#, "decoder.layers"),
        (#""hidden": 24"#, #""hidden": 0"#, "decoder.hidden"),
        (#""vocabulary": 400"#, #""vocabulary": 4000000000"#, "decoder.vocabulary"),
        (#""context": 64"#, #""context": 6"#, "decoder.context is 6, not from 7"),
        (#""context": 64"#, #""context": 1000000000"#, "decoder.context"),
        (#""rope_base": 10000"#, #""rope_base": 0"#, "decoder.rope_base"),
        (#""epsilon": 1e-6"#, #""epsilon": 0"#, "decoder.epsilon"),
        (
            #""width": 16, "layers": 2, "heads": 2, "hidden": 24, "vocabulary": 400, "context": 64"#,
            #""width": 8192, "layers": 128, "heads": 2, "hidden": 24, "vocabulary": 400, "context": 65536"#, "keys and values"
        ),
        (#""context": 64"#, #""context": 65536"#, "the decoder's intermediate results"),
        (
            #""hidden": 24, "vocabulary": 400, "context": 64"#, #""hidden": 65536, "vocabulary": 400, "context": 4096"#,
            "the decoder's intermediate results"
        ),
        (#""size": 64, "#, #""size": 2048, "#, "decoder.context is 64, not from 4099"),
    ]

    @Test("What no model could be built of is refused, with the file, the key and what to do", arguments: refusals)
    func refuses(part: String, other: String, says: String) throws {
        let text = Self.sound.replacingOccurrences(of: part, with: other)
        #expect(text != Self.sound)
        let description = try #require(#expect(throws: ModelError.self) { try Self.read(text) }).description
        #expect(description.hasPrefix("config.json: "))
        #expect(description.contains(says))
    }

    @Test("An encoder whose intermediate results would fill the memory is refused")
    func largeActivations() throws {
        let text = Self.sound.replacingOccurrences(of: #""size": 64"#, with: #""size": 1024"#)
            .replacingOccurrences(of: #""stem": 8"#, with: #""stem": 8192"#)
        let description = try #require(#expect(throws: ModelError.self) { try Self.read(text) }).description
        #expect(description.contains("intermediate results"))
    }

    @Test("What is no JSON object is refused", arguments: ["", "{", "[]", "1", "\u{0}", "{\"format\": 1}"])
    func noObject(text: String) throws {
        #expect(throws: ModelError.self) { try Self.read(text) }
    }

    @Test("A damaged configuration is an error or a model of a size that can be run")
    func survivesDamage() throws {
        var generator = SeededGenerator(seed: 9)
        var taken = 0
        for _ in 0..<2000 {
            var bytes = Array(Self.sound.utf8)
            Damage.apply(to: &bytes, count: 1, &generator)
            do {
                let configuration = try ModelConfiguration(CheckpointFile(bytes, named: "config.json"))
                #expect(configuration.image.size <= 2048 && configuration.decoder.width % configuration.decoder.heads == 0)
                taken += 1
            } catch {
                #expect(error.description.hasPrefix("config.json: "))
            }
        }
        #expect(taken > 50)
    }
}
