import Foundation
import HilumModel
import HilumTestSupport
import Testing

struct CheckpointTests {
    private static func folder(configuration: String = ModelConfigurationTests.sound) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.file("config.json", configuration)
        for (name, fixture) in [("model.safetensors", "tensors.safetensors"), ("tokenizer.json", "tokenizer/tokenizer.json")] {
            try folder.file(name, [UInt8](Data(contentsOf: URL(filePath: ModelFixture.path("checkpoints/\(fixture)")))))
        }
        return folder
    }

    @Test("A folder has the model's shape, weights and words", arguments: ["", "/"])
    func reads(ending: String) throws {
        let folder = try Self.folder()
        let checkpoint = try Checkpoint(folder: folder.path + ending)
        #expect(checkpoint.configuration.decoder.layers == 2)
        #expect(checkpoint.weights.names.count == 3)
        #expect(checkpoint.tokenizer.count == 400)
        #expect(checkpoint.configurationFile.withBytes { Array($0) } == Array(ModelConfigurationTests.sound.utf8))
    }

    @Test(
        "A folder that lacks a file is refused, with its path", arguments: ["config.json", "model.safetensors", "tokenizer.json"])
    func missing(name: String) throws {
        let folder = try Self.folder()
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
        let error = try #require(#expect(throws: ModelError.self) { try Checkpoint(folder: folder.path) })
        #expect(error.description.hasPrefix("\(folder.path)/\(name): cannot be read: "))
    }

    @Test("A tokenizer of another model is refused")
    func otherTokenizer() throws {
        let text = ModelConfigurationTests.sound.replacingOccurrences(of: #""vocabulary": 400"#, with: #""vocabulary": 401"#)
        let folder = try Self.folder(configuration: text)
        let error = try #require(#expect(throws: ModelError.self) { try Checkpoint(folder: folder.path) })
        #expect(error.description.contains("it has 400 tokens"))
        #expect(error.description.contains("says decoder.vocabulary 401"))
    }
}
