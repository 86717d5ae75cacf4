import BLASShim

/// The first convolution: 3×3 over one grey channel, every second pixel.
struct StemConvolution: Sendable {
    private static let kernel = 3
    private static let stride = 2
    private static let taps = kernel * kernel

    private let channels: Int
    /// [taps, channels].
    private let weight: [Float]
    private let bias: [Float]

    /// - Parameter prefix: reads `prefix.weight` [channels, 1, 3, 3] and `prefix.bias` [channels].
    init(_ weights: Safetensors, _ prefix: String, channels: Int) throws(ModelError) {
        let weight = try weights.finiteTensor("\(prefix).weight", shape: [channels, 1, Self.kernel, Self.kernel])
        let bias = try weights.finiteTensor("\(prefix).bias", shape: [channels])
        self.channels = ChannelPadding.padded(channels)
        self.weight = ChannelPadding.channelsLast(weight)
        self.bias = ChannelPadding.padded(bias.values, rows: 1, columns: channels, padsRows: false)
    }

    /// relu6(x ∗ W + b) by a product of each row's patches [cells, taps] with the weights.
    /// - Parameter pixels: [side, side].
    func relu6(_ pixels: [Float], side: Int, _ blas: BLAS) -> CellGrid {
        let outputs = SamePadding.outputs(side: side, stride: Self.stride)
        let before = SamePadding(side: side, kernel: Self.kernel, stride: Self.stride).before
        let y = CellGrid(side: outputs, channels: channels)
        let patches = Activations(rows: outputs, columns: Self.taps)
        let products = Activations(rows: outputs, columns: channels)
        for row in 0..<outputs {
            for tap in 0..<Self.taps {
                let line = row * Self.stride + tap / Self.kernel - before
                for column in 0..<outputs {
                    let at = column * Self.stride + tap % Self.kernel - before
                    let isInside = line >= 0 && line < side && at >= 0 && at < side
                    patches.values[column * Self.taps + tap] = isInside ? pixels[line * side + at] : 0
                }
            }
            weight.withUnsafeBufferPointer {
                blas.multiply(patches.matrix, MatrixView($0, rows: Self.taps, columns: channels), into: products.mutableMatrix)
            }
            hilum_bias_relu6(products.values.baseAddress, Int32(outputs), Int32(channels), bias, y.start(ofRow: row))
        }
        return y
    }
}
