/// EfficientNet-Lite (Tan & Le 2019, arXiv:1905.11946, without squeeze and excitation, with ReLU6), batch normalisation folded into the
/// convolutions: a prepared radiograph to features for each 32nd of its height and width.
///
///     let encoder = try ImageEncoder(checkpoint)
///     let features = try encoder.features(of: pixels)           // [7, 7, 1280] for 224 × 224
///     let logits = head.logits(features)
///
/// It works on the thread that calls it; one encoder serves any number of threads.
public struct ImageEncoder: Sendable {
    /// Rows and columns of an image.
    public let side: Int
    private let channels: Int
    private let blas: BLAS
    private let stem: StemConvolution
    private let blocks: [EncoderBlock]
    private let head: PointwiseConvolution

    /// Reads the tensors below `encoder.`.
    /// - Throws: `ModelError` where one is missing or of another shape than the configuration says, or there is no BLAS.
    public init(_ checkpoint: Checkpoint) throws(ModelError) {
        let encoder = checkpoint.configuration.encoder
        let weights = checkpoint.weights
        side = checkpoint.configuration.image.size
        channels = encoder.features
        blas = try BLAS()
        stem = try StemConvolution(weights, "encoder.stem", channels: encoder.stem)
        var blocks: [EncoderBlock] = []
        var inputs = encoder.stem
        for stage in encoder.stages {
            for repetition in 0..<stage.blocks {
                let block = try EncoderBlock(
                    weights, "encoder.blocks.\(blocks.count)", inputs: inputs, outputs: stage.channels, kernel: stage.kernel,
                    stride: repetition == 0 ? stage.stride : 1, expansion: stage.expansion)
                blocks.append(block)
                inputs = stage.channels
            }
        }
        self.blocks = blocks
        head = try PointwiseConvolution(weights, "encoder.head", inputs: inputs, outputs: encoder.features)
    }

    /// The features of an image.
    /// - Parameter pixels: [side, side], prepared as the checkpoint wants it: windowed, less the mean, divided by the deviation.
    /// - Throws: `ModelError.wrongInput` where there are more or fewer pixels.
    public func features(of pixels: [Float]) throws(ModelError) -> FeatureMap {
        guard pixels.count == side * side else {
            throw .wrongInput(reason: "an image of \(side) × \(side) pixels is expected, not \(pixels.count) pixels")
        }
        var x = stem.relu6(pixels, side: side, blas)
        for block in blocks { x = block(x, blas) }
        let y = head.relu6(x, padding: .none, blas)
        let values = (0..<y.cells.rows).flatMap { y.cells[$0][..<channels] }
        return FeatureMap(rows: y.side, columns: y.side, channels: channels, values: values)
    }
}
