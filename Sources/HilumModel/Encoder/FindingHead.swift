/// One linear layer over the mean of the features: a logit for each finding (and view, and label) that the checkpoint knows.
public struct FindingHead: Sendable {
    /// Logits of an image.
    public let outputs: Int
    private let channels: Int
    private let blas: BLAS
    /// [outputs, channels].
    private let weight: [Float]
    private let bias: [Float]

    /// Reads `head.weight` [outputs, features] and `head.bias` [outputs].
    /// - Throws: `ModelError` where one is missing or of another shape, or there is no BLAS.
    public init(_ checkpoint: Checkpoint) throws(ModelError) {
        channels = checkpoint.configuration.encoder.features
        blas = try BLAS()
        let weight = try checkpoint.weights.finiteTensor("head.weight", shape: [nil, channels])
        outputs = weight.shape[0]
        self.weight = weight.values
        bias = try checkpoint.weights.finiteTensor("head.bias", shape: [outputs]).values
    }

    /// The logit of each output, of the whole image.
    /// - Precondition: the features are of the same checkpoint's encoder.
    public func logits(_ features: FeatureMap) -> [Float] {
        var logits = bias
        features.pooled.withUnsafeBufferPointer { pooled in
            weight.withUnsafeBufferPointer { weight in
                logits.withUnsafeMutableBufferPointer {
                    blas.multiply(
                        MatrixView(weight, rows: outputs, columns: channels), MatrixView(pooled, rows: channels, columns: 1),
                        into: MutableMatrixView($0, rows: outputs, columns: 1), keeping: 1)
                }
            }
        }
        return logits
    }

    /// How much each cell speaks for an output (class activation mapping, Zhou et al. 2016, arXiv:1512.04150): [rows, columns], whose mean
    /// is the logit less its bias. Positive: for it.
    /// - Precondition: there is such an output, and the features are of the same checkpoint's encoder.
    public func activation(of output: Int, _ features: FeatureMap) -> [Float] {
        let weights = weight[output * channels..<(output + 1) * channels]
        return features.values.withUnsafeBufferPointer { values in
            weights.withUnsafeBufferPointer { weights in
                var cells = [Float](repeating: 0, count: features.rows * features.columns)
                cells.withUnsafeMutableBufferPointer {
                    blas.multiply(
                        MatrixView(values, rows: $0.count, columns: channels), MatrixView(weights, rows: channels, columns: 1),
                        into: MutableMatrixView($0, rows: $0.count, columns: 1))
                }
                return cells
            }
        }
    }
}
