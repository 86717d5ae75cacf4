import HilumModel
import ModelData

/// The checkpoint that is embedded in the library. Nothing of it is read before it is asked for.
enum BundledModel {
    static func checkpoint() throws(ModelError) -> Checkpoint {
        try Checkpoint(
            configuration: file(hilum_model_configuration, "config.json of the bundled model"),
            weights: file(hilum_model_weights, "model.safetensors of the bundled model"),
            tokenizer: file(hilum_model_tokenizer, "tokenizer.json of the bundled model"))
    }

    private static func file(_ file: hilum_model_file, _ name: String) -> CheckpointFile {
        CheckpointFile(
            embedded: UnsafeRawBufferPointer(start: hilum_model_bytes(file), count: hilum_model_count(file)), named: name)
    }
}
