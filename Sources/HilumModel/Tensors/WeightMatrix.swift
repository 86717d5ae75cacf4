import BLASShim

/// The weights of a linear layer without a bias, [outputs, inputs]: in half precision where the checkpoint stores them so, which is
/// half of the memory that has to be read for each token.
struct WeightMatrix: Sendable {
    private enum Numbers: Sendable {
        case floats([Float])
        case halves([UInt16])
    }

    let outputs: Int
    let inputs: Int
    private let numbers: Numbers

    /// Up to as many rows the weights are widened as they are read; for more, the time goes into the product.
    private static let fewRows = 8
    /// How many outputs are widened at once, so that they are multiplied while they are in the cache.
    private static let outputsAtOnce = 128

    /// - Parameter names: tensors [outputs, inputs], which are stacked: the outputs of the first, then those of the next.
    init(_ weights: Safetensors, _ names: [String], outputs: Int, inputs: Int) throws(ModelError) {
        self.outputs = outputs * names.count
        self.inputs = inputs
        var halves: [UInt16] = []
        for name in names {
            guard let found = try weights.finiteHalves(name, shape: [outputs, inputs]) else { break }
            halves += found
        }
        if halves.count == outputs * inputs * names.count {
            numbers = .halves(halves)
            return
        }
        var floats: [Float] = []
        for name in names { floats += try weights.finiteTensor(name, shape: [outputs, inputs]).values }
        numbers = .floats(floats)
    }

    /// Memory that it takes.
    var bytes: Int {
        switch numbers {
        case .floats(let floats): floats.count * MemoryLayout<Float>.size
        case .halves(let halves): halves.count * MemoryLayout<UInt16>.size
        }
    }

    /// y = x·Wᵀ.
    /// - Parameters:
    ///   - x: [n, inputs].
    ///   - y: [n, outputs].
    func multiply(_ x: borrowing Activations, into y: borrowing Activations, _ blas: BLAS) {
        precondition(x.columns == inputs && y.columns == outputs && x.rows == y.rows, "the shapes of a product agree")
        switch numbers {
        case .floats(let floats):
            floats.withUnsafeBufferPointer {
                blas.multiply(x.matrix, MatrixView($0, rows: outputs, columns: inputs).transposed, into: y.mutableMatrix)
            }
        case .halves(let halves) where x.rows <= Self.fewRows:
            hilum_half_product(
                halves, Int32(outputs), Int32(inputs), x.values.baseAddress, Int32(inputs), Int32(x.rows), y.values.baseAddress,
                Int32(outputs))
        case .halves(let halves):
            let widened = Activations(rows: min(outputs, Self.outputsAtOnce), columns: inputs)
            for start in stride(from: 0, to: outputs, by: Self.outputsAtOnce) {
                let range = start..<min(start + Self.outputsAtOnce, outputs)
                halves.withUnsafeBufferPointer {
                    hilum_widen_half(
                        $0.baseAddress.map { $0 + start * inputs }, widened.values.baseAddress, range.count * inputs)
                }
                blas.multiply(x.matrix, widened.matrix(0..<range.count).transposed, into: y.mutableMatrix(columns: range))
            }
        }
    }

    /// Writes the weights of an output: an embedding's vector of a token.
    func copy(row: Int, into vector: UnsafeMutableBufferPointer<Float>) {
        precondition(row >= 0 && row < outputs && vector.count == inputs, "a row of the matrix")
        switch numbers {
        case .floats(let floats):
            for index in 0..<inputs { vector[index] = floats[row * inputs + index] }
        case .halves(let halves):
            halves.withUnsafeBufferPointer {
                hilum_widen_half($0.baseAddress.map { $0 + row * inputs }, vector.baseAddress, inputs)
            }
        }
    }
}
