import BLASShim

/// A convolution of each channel by a kernel of its own.
struct DepthwiseConvolution: Sendable {
    let kernel: Int
    let stride: Int
    private let channels: Int
    /// [kernel, kernel, channels]: channels last, as the cells have them.
    private let weight: [Float]
    private let bias: [Float]

    /// - Parameter prefix: reads `prefix.weight` [channels, 1, kernel, kernel] and `prefix.bias` [channels].
    init(_ weights: Safetensors, _ prefix: String, channels: Int, kernel: Int, stride: Int) throws(ModelError) {
        let weight = try weights.finiteTensor("\(prefix).weight", shape: [channels, 1, kernel, kernel])
        let bias = try weights.finiteTensor("\(prefix).bias", shape: [channels])
        self.kernel = kernel
        self.stride = stride
        self.channels = ChannelPadding.padded(channels)
        self.weight = ChannelPadding.channelsLast(weight)
        self.bias = ChannelPadding.padded(bias.values, rows: 1, columns: channels, padsRows: false)
    }

    /// The zeros that are to stand around an image.
    func padding(side: Int) -> SamePadding { SamePadding(side: side, kernel: kernel, stride: stride) }

    /// relu6(x ∗ W + b).
    /// - Parameter x: with `padding(side:)`.
    func relu6(_ x: borrowing CellGrid) -> CellGrid {
        let y = CellGrid(side: SamePadding.outputs(side: x.side, stride: stride), channels: channels)
        hilum_depthwise_relu6(
            x.cells.values.baseAddress, Int32(x.storedSide), Int32(channels), Int32(kernel), Int32(stride), weight, bias,
            y.cells.values.baseAddress, Int32(y.side))
        return y
    }
}
