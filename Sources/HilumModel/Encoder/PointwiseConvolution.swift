import BLASShim

/// A convolution of 1×1: each cell's channels times a matrix, x·Wᵀ + b.
struct PointwiseConvolution: Sendable {
    /// Channels, padded.
    private let inputs: Int
    private let outputs: Int
    /// [outputs, inputs].
    private let weight: [Float]
    private let bias: [Float]

    /// How many cells are multiplied at once: few enough that their channels are still in the cache when they are read again, many
    /// enough that it is worth to bring the weights there.
    private static let cellsAtOnce = 784

    /// - Parameter prefix: reads `prefix.weight` [outputs, inputs, 1, 1] and `prefix.bias` [outputs].
    init(_ weights: Safetensors, _ prefix: String, inputs: Int, outputs: Int) throws(ModelError) {
        let weight = try weights.finiteTensor("\(prefix).weight", shape: [outputs, inputs, 1, 1])
        let bias = try weights.finiteTensor("\(prefix).bias", shape: [outputs])
        self.inputs = ChannelPadding.padded(inputs)
        self.outputs = ChannelPadding.padded(outputs)
        self.weight = ChannelPadding.padded(weight.values, rows: outputs, columns: inputs)
        self.bias = ChannelPadding.padded(bias.values, rows: 1, columns: outputs, padsRows: false)
    }

    /// relu6(x·Wᵀ + b), in a grid with the padding that the next convolution wants.
    /// - Parameter x: without padding.
    func relu6(_ x: borrowing CellGrid, padding: SamePadding, _ blas: BLAS) -> CellGrid {
        let side = x.side
        let y = CellGrid(side: side, channels: outputs, padding: padding)
        let rowsAtOnce = min(side, max(1, Self.cellsAtOnce / side))
        let products = Activations(rows: rowsAtOnce * side, columns: outputs)
        for first in stride(from: 0, to: side, by: rowsAtOnce) {
            let rows = min(rowsAtOnce, side - first)
            multiply(
                x.cells.matrix(first * side..<(first + rows) * side), into: products.mutableMatrix(0..<rows * side), keeping: 0,
                blas)
            for row in 0..<rows {
                hilum_bias_relu6(
                    products[row * side].baseAddress, Int32(side), Int32(outputs), bias, y.start(ofRow: first + row))
            }
        }
        return y
    }

    /// x·Wᵀ + b.
    /// - Parameter x: without padding.
    func linear(_ x: borrowing CellGrid, _ blas: BLAS) -> CellGrid {
        let y = CellGrid(side: x.side, channels: outputs)
        add(x, to: y, blas)
        return y
    }

    /// y += x·Wᵀ + b.
    /// - Parameters:
    ///   - x: without padding.
    ///   - y: without padding.
    func add(_ x: borrowing CellGrid, to y: borrowing CellGrid, _ blas: BLAS) {
        for cell in 0..<y.cells.rows {
            let values = y.cells[cell]
            for channel in 0..<outputs { values[channel] += bias[channel] }
        }
        multiply(x.cells.matrix, into: y.cells.mutableMatrix, keeping: 1, blas)
    }

    private func multiply(_ x: MatrixView, into y: MutableMatrixView, keeping kept: Float, _ blas: BLAS) {
        weight.withUnsafeBufferPointer {
            blas.multiply(x, MatrixView($0, rows: outputs, columns: inputs).transposed, into: y, keeping: kept)
        }
    }
}
