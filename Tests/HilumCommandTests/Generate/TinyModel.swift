import Foundation
import HilumTestSupport
import Testing

/// The checkpoint of the tests, which writes nonsense quickly: what a report then says is what the repair makes of it.
enum TinyModel {
    static let fixtures = URL(filePath: HilumProcess.tables).deletingLastPathComponent().appending(path: "Fixtures").path
    static let option = ["--model", "\(fixtures)/checkpoints/tiny"]

    /// The same in another folder, to which every image is too unlike radiographs.
    static func strict(in folder: TemporaryFolder) throws -> [String] {
        for file in ["config.json", "model.safetensors", "tokenizer.json"] {
            try FileManager.default.copyItem(atPath: "\(option[1])/\(file)", toPath: "\(folder.path)/\(file)")
        }
        let path = "\(folder.path)/config.json"
        let configuration = try String(contentsOfFile: path, encoding: .utf8)
        let limit = "\"no_radiograph_limit\": 1000.0"
        try #require(configuration.contains(limit))
        try configuration.replacing(limit, with: "\"no_radiograph_limit\": -1000.0").write(
            toFile: path, atomically: true, encoding: .utf8)
        return ["--model", folder.path]
    }

    /// Runs `hilum generate` with it.
    static func generate(_ arguments: [String], input: String? = nil, directory: String? = nil) throws -> Outcome {
        try HilumProcess.run(["generate"] + arguments + option, input: input, directory: directory)
    }
}
