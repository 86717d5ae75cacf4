import ArgumentParser
import Hilum
import HilumGeneration

/// Which model writes reports, and of what.
struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Use another checkpoint than the built-in one: a folder with config.json, model.safetensors and tokenizer.json.",
            valueName: "folder"))
    var model: String?

    @Flag(help: "Write of images, too, that are no chest radiographs.")
    var allowAnyImage = false

    /// The options that were given.
    var given: [String] { (model == nil ? [] : ["--model"]) + (allowAnyImage ? ["--allow-any-image"] : []) }

    func generator(for hilum: Hilum) throws -> ReportGenerator {
        try model.map { try ReportGenerator(directory: $0, for: hilum) } ?? .bundled(for: hilum)
    }
}

/// Which words a model takes.
struct DecodingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Follow the n likeliest texts side by side. (default: take the likeliest word)", valueName: "n"))
    var beam: Int?

    @Option(help: ArgumentHelp("Draw words instead; below 1 likely ones become likelier.", valueName: "number"))
    var temperature: Double?

    @Option(
        help: ArgumentHelp(
            "Draw from the likeliest words that have this probability together. (default: 1, from all)", valueName: "share"))
    var topP: Double?

    @Option(help: ArgumentHelp("Of what is drawn; the same seed gives the same reports.", valueName: "n"))
    var seed: UInt64?

    @Option(help: ArgumentHelp("The most tokens of a report, some of which are parts of words.", valueName: "n"))
    var maxTokens = GenerationOptions.standardMostTokens

    private static let widestBeam = 64
    private static let mostTokens = 4096

    func validate() throws {
        if let beam {
            guard (1...Self.widestBeam).contains(beam) else {
                throw ValidationError("--beam has to be from 1 to \(Self.widestBeam)")
            }
            guard temperature == nil else { throw ValidationError("give --beam or --temperature, not both") }
        }
        if temperature == nil {
            for (name, isGiven) in [("--top-p", topP != nil), ("--seed", seed != nil)] where isGiven {
                throw ValidationError("\(name) goes with --temperature, without which nothing is drawn")
            }
        }
        if let temperature, !(temperature.isFinite && temperature > 0) {
            throw ValidationError("--temperature has to be above 0")
        }
        if let topP, !(topP > 0 && topP <= 1) { throw ValidationError("--top-p has to be above 0, and 1 at the most") }
        guard (1...Self.mostTokens).contains(maxTokens) else {
            throw ValidationError("--max-tokens has to be from 1 to \(Self.mostTokens)")
        }
    }

    var options: GenerationOptions {
        var options = GenerationOptions()
        options.mostTokens = maxTokens
        if let beam { options.strategy = .beam(width: beam) }
        if let temperature {
            options.strategy = .sampling(temperature: temperature, topP: topP ?? 1, seed: seed ?? PairedResampling.standardSeed)
        }
        return options
    }
}
