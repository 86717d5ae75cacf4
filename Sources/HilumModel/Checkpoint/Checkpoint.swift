/// A model as it is stored: its shape, its weights and its words.
///
///     let checkpoint = try Checkpoint(folder: "path/to/model")
///     let norm = try checkpoint.weights.tensor("decoder.norm", shape: [checkpoint.configuration.decoder.width])
public struct Checkpoint: Sendable {
    public let configuration: ModelConfiguration
    /// `config.json` itself, for the keys that are not the networks'.
    public let configurationFile: CheckpointFile
    public let weights: Safetensors
    public let tokenizer: Tokenizer
    /// Tells checkpoints apart by all three files.
    public let fingerprint: String

    /// Reads `config.json`, `model.safetensors` and `tokenizer.json` in a folder; the weights are mapped.
    /// - Throws: `ModelError`, which names the file.
    public init(folder: String) throws(ModelError) {
        let path = folder.hasSuffix("/") ? folder : folder + "/"
        try self.init(
            configuration: CheckpointFile(contentsOf: path + "config.json"),
            weights: CheckpointFile(contentsOf: path + "model.safetensors"),
            tokenizer: CheckpointFile(contentsOf: path + "tokenizer.json"))
    }

    /// Takes the three files from wherever they are, as from within the program.
    /// - Throws: `ModelError`, also where the files do not belong together.
    public init(configuration: CheckpointFile, weights: CheckpointFile, tokenizer: CheckpointFile) throws(ModelError) {
        self.configuration = try ModelConfiguration(configuration)
        configurationFile = configuration
        self.weights = try Safetensors(weights)
        self.tokenizer = try Tokenizer(tokenizer)
        fingerprint = CheckpointFile.fingerprint(of: [configuration, weights, tokenizer])
        guard self.tokenizer.count == self.configuration.decoder.vocabulary else {
            throw .malformed(
                file: tokenizer.name,
                reason: """
                    it has \(self.tokenizer.count) tokens, and \(configuration.name) says decoder.vocabulary \
                    \(self.configuration.decoder.vocabulary); take both files from the same checkpoint
                    """)
        }
    }
}
