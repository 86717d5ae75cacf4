/// Expand by 1×1, convolve each channel, project by 1×1 (Sandler et al. 2018, arXiv:1801.04381); added to the input where the shapes
/// allow.
struct EncoderBlock: Sendable {
    /// Nil where the expansion is 1.
    private let expand: PointwiseConvolution?
    private let depthwise: DepthwiseConvolution
    private let project: PointwiseConvolution
    private let isResidual: Bool

    /// - Parameter prefix: reads `prefix.expand`, `prefix.depthwise` and `prefix.project`.
    init(
        _ weights: Safetensors, _ prefix: String, inputs: Int, outputs: Int, kernel: Int, stride: Int, expansion: Int
    ) throws(ModelError) {
        let hidden = inputs * expansion
        expand = expansion == 1 ? nil : try PointwiseConvolution(weights, "\(prefix).expand", inputs: inputs, outputs: hidden)
        depthwise = try DepthwiseConvolution(weights, "\(prefix).depthwise", channels: hidden, kernel: kernel, stride: stride)
        project = try PointwiseConvolution(weights, "\(prefix).project", inputs: hidden, outputs: outputs)
        isResidual = stride == 1 && inputs == outputs
    }

    /// Cells without padding to cells without padding.
    func callAsFunction(_ x: consuming CellGrid, _ blas: BLAS) -> CellGrid {
        let padding = depthwise.padding(side: x.side)
        let filtered =
            if let expand {
                depthwise.relu6(expand.relu6(x, padding: padding, blas))
            } else {
                depthwise.relu6(x.padded(padding))
            }
        guard isResidual else { return project.linear(filtered, blas) }
        project.add(filtered, to: x, blas)
        return x
    }
}
