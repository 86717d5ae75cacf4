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

    @Test("A fingerprint is that of the files' bytes, all three of them")
    func fingerprint() throws {
        func bytes(_ name: String) throws -> [UInt8] {
            try [UInt8](Data(contentsOf: URL(filePath: ModelFixture.path("checkpoints/tiny/\(name)"))))
        }
        let files = try ["config.json", "model.safetensors", "tokenizer.json"].map(bytes)
        func fingerprint(_ files: [[UInt8]]) throws -> String {
            try Checkpoint(
                configuration: CheckpointFile(files[0], named: "a"), weights: CheckpointFile(files[1], named: "b"),
                tokenizer: CheckpointFile(files[2], named: "c")
            ).fingerprint
        }
        let found = try fingerprint(files)
        #expect(try found == Checkpoint(folder: ModelFixture.path("checkpoints/tiny")).fingerprint)
        #expect(found.count == 16 && found.allSatisfy(\.isHexDigit))
        var others: Set<String> = [found]
        for file in files.indices {
            var changed = files
            // A blank behind JSON, and the last bit of the last weight.
            if file == 1 { changed[1][changed[1].count - 1] ^= 1 } else { changed[file].append(UInt8(ascii: " ")) }
            others.insert(try fingerprint(changed))
        }
        #expect(others.count == 4)
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
