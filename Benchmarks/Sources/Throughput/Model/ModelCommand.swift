import ArgumentParser
import Foundation
import HilumModel

/// `throughput model`: an image and a text through a checkpoint's networks for each line that asks for it.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Takes an image and a prompt through a model and writes on, once for each line of standard input.",
        discussion: """
            The answer to a line is an object: the CPU and wall seconds of the encoder, of the pass over image and prompt, of the text, and \
            of the same by a beam of four; the text's tokens; and the bytes per second at which this machine reads as much memory as the \
            decoder's weights take, and a buffer that fits into no cache. Training/model_speed.py asks for it beside PyTorch.
            """)

    @Argument(help: "Folder of a checkpoint.")
    var checkpoint: String

    @Option(help: "Tokens of a text.")
    var tokens = 120

    func validate() throws {
        guard tokens > 0 else { throw ValidationError("--tokens must be positive") }
    }

    func run() throws {
        BLASKernels.choose()
        let benchmark = try ModelBenchmark(Checkpoint(folder: checkpoint), tokens: tokens)
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        while readLine() != nil {
            try FileHandle.standardOutput.write(contentsOf: encoder.encode(benchmark.measure()) + Data("\n".utf8))
        }
    }
}
