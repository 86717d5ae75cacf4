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
            let prefix = "decoder.layers.\(layer)"
            layers.append(
                Layer(
                    attentionNorm: try weights.tensor("\(prefix).attention_norm", shape: [width]).values,
                    attention: try WeightMatrix(
                        weights, ["\(prefix).query", "\(prefix).key", "\(prefix).value"], outputs: width, inputs: width),
                    output: try WeightMatrix(weights, ["\(prefix).output"], outputs: width, inputs: width),
                    feedNorm: try weights.tensor("\(prefix).feed_norm", shape: [width]).values,
                    gateAndUp: try WeightMatrix(weights, ["\(prefix).gate", "\(prefix).up"], outputs: hidden, inputs: width),
                    down: try WeightMatrix(weights, ["\(prefix).down"], outputs: width, inputs: hidden)))
        }
        self.layers = layers
        norm = try weights.tensor("decoder.norm", shape: [width]).values
    }
}
