import Foundation

/// The checkpoint of the tests, which writes nonsense quickly: what a report then says is what the repair makes of it.
enum TinyModel {
    static let fixtures = URL(filePath: HilumProcess.tables).deletingLastPathComponent().appending(path: "Fixtures").path
    static let option = ["--model", "\(fixtures)/checkpoints/tiny"]

    /// Runs `hilum generate` with it.
    static func generate(_ arguments: [String], input: String? = nil, directory: String? = nil) throws -> Outcome {
        try HilumProcess.run(["generate"] + arguments + option, input: input, directory: directory)
    }
}
