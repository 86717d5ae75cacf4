/// A decoder's numbers as they are used: what is multiplied with the same vector stands in one matrix.
struct DecoderWeights: Sendable {
    struct Layer: Sendable {
        /// [width].
        let attentionNorm: [Float]
        /// Query, key, value: [3 · width, width].
        let attention: WeightMatrix
        /// [width, width].
        let output: WeightMatrix
        /// [width].
        let feedNorm: [Float]
        /// Gate, up: [2 · hidden, width].
        let gateAndUp: WeightMatrix
        /// [width, hidden].
        let down: WeightMatrix

        init(_ weights: Safetensors, _ prefix: String, width: Int, hidden: Int) throws(ModelError) {
            func matrix(_ names: String..., outputs: Int, inputs: Int) throws(ModelError) -> WeightMatrix {
                try WeightMatrix(weights, names.map { "\(prefix).\($0).weight" }, outputs: outputs, inputs: inputs)
            }
            attentionNorm = try weights.finiteTensor("\(prefix).attention_norm.weight", shape: [width]).values
            attention = try matrix("query", "key", "value", outputs: width, inputs: width)
            output = try matrix("output", outputs: width, inputs: width)
            feedNorm = try weights.finiteTensor("\(prefix).feed_norm.weight", shape: [width]).values
            gateAndUp = try matrix("gate", "up", outputs: hidden, inputs: width)
            down = try matrix("down", outputs: width, inputs: hidden)
        }
    }

    /// [vocabulary, width]; also what makes logits of the last layer's vectors.
    let embedding: WeightMatrix
    let layers: [Layer]
    /// [width].
    let norm: [Float]

    /// Reads the tensors below `decoder.`, but for the image's.
    init(_ weights: Safetensors, configuration: ModelConfiguration.Decoder) throws(ModelError) {
        let (width, hidden) = (configuration.width, configuration.hidden)
        embedding = try WeightMatrix(weights, ["decoder.embedding"], outputs: configuration.vocabulary, inputs: width)
        var layers: [Layer] = []
        for layer in 0..<configuration.layers {
            layers.append(try Layer(weights, "decoder.layers.\(layer)", width: width, hidden: hidden))
        }
        self.layers = layers
        norm = try weights.finiteTensor("decoder.norm.weight", shape: [width]).values
    }
}
