import BLASShim

/// Products of matrices, by the system's BLAS on the calling thread. Who has one may use it from any number of threads.
///
///     let blas = try BLAS()
///     blas.linear(x, weight: w, bias: b, into: y)  // y = x·wᵀ + b
struct BLAS: Sendable {
    /// Loads the library if that has not been done yet; it is not linked.
    /// - Throws: `ModelError.noBLAS`, which names the package to install.
    init() throws(ModelError) {
        if let reason = hilum_blas_load() { throw .noBLAS(reason: String(cString: reason)) }
    }

    /// C = scale·A·B + kept·C.
    /// - Parameter kept: which share of what stands in `product` stays; at 0 it is not read.
    /// - Precondition: A is [n, k], B [k, m] and C [n, m]. C does not overlap the others.
    func multiply(
        _ a: MatrixView, _ b: MatrixView, into product: MutableMatrixView, scale: Float = 1, keeping kept: Float = 0
    ) {
        precondition(
            a.rows == product.rows && b.columns == product.columns && a.columns == b.rows, "the shapes of a product agree")
        guard let c = product.start, product.rows > 0, product.columns > 0 else { return }
        guard let aStart = a.start, let bStart = b.start, a.columns > 0 else {
            // A sum of nothing.
            for row in 0..<product.rows {
                let values = UnsafeMutableBufferPointer(start: c + row * product.stride, count: product.columns)
                for column in values.indices { values[column] = kept == 0 ? 0 : kept * values[column] }
            }
            return
        }
        if product.rows == 1 {
            // A row times a matrix: the transposed matrix times a column.
            Self.multiply(
                b.transposed, aStart, step: a.isTransposed ? a.stride : 1, into: c, step: 1, scale: scale, keeping: kept)
        } else if product.columns == 1 {
            Self.multiply(
                a, bStart, step: b.isTransposed ? 1 : b.stride, into: c, step: product.stride, scale: scale, keeping: kept)
        } else {
            hilum_sgemm(
                a.isTransposed, b.isTransposed, Int32(product.rows), Int32(product.columns), Int32(a.columns), scale, aStart,
                Int32(a.stride), bStart, Int32(b.stride), kept, c, Int32(product.stride))
        }
    }

    /// y = x·Wᵀ + b, a layer of a network over `x.rows` inputs.
    /// - Parameters:
    ///   - weight: [outputs, inputs], as checkpoints have it.
    ///   - bias: `outputs` numbers; nil: zeros.
    /// - Precondition: the shapes agree.
    func linear(_ x: MatrixView, weight: MatrixView, bias: UnsafeBufferPointer<Float>? = nil, into y: MutableMatrixView) {
        if let bias {
            precondition(bias.count == y.columns, "a layer has a bias for each output")
            if let start = y.start, let values = bias.baseAddress {
                for row in 0..<y.rows { (start + row * y.stride).update(from: values, count: y.columns) }
            }
        }
        multiply(x, weight.transposed, into: y, keeping: bias == nil ? 0 : 1)
    }

    private static func multiply(
        _ matrix: MatrixView, _ x: UnsafePointer<Float>, step xStep: Int, into y: UnsafeMutablePointer<Float>, step yStep: Int,
        scale: Float, keeping kept: Float
    ) {
        let isTransposed = matrix.isTransposed
        hilum_sgemv(
            isTransposed, Int32(isTransposed ? matrix.columns : matrix.rows), Int32(isTransposed ? matrix.rows : matrix.columns),
            scale,
            matrix.start, Int32(matrix.stride), x, Int32(xStep), kept, y, Int32(yStep))
    }
}
