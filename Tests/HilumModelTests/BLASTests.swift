import HilumTestSupport
import Testing

@testable import HilumModel

/// Products against the same sums written out.
struct BLASTests {
    /// A matrix in a buffer with more columns than it needs.
    struct Stored {
        var rows: Int
        var columns: Int
        var stride: Int
        var values: [Float]

        init(rows: Int, columns: Int, extra: Int, _ generator: inout SeededGenerator) {
            self.rows = rows
            self.columns = columns
            stride = columns + extra
            values = (0..<rows * stride).map { _ in Float.random(in: -1...1, using: &generator) }
        }

        subscript(row: Int, column: Int) -> Float { values[row * stride + column] }

        func withView<Result>(_ body: (MatrixView) -> Result) -> Result {
            values.withUnsafeBufferPointer { body(MatrixView($0, rows: rows, columns: columns, stride: stride)) }
        }
    }

    @Test(
        "A product is the sum of products, for any shape, transposed or not, and what lies between its rows is left alone",
        arguments: [(1, 1, 1), (1, 7, 5), (6, 1, 4), (3, 4, 5), (5, 4, 1), (1, 1, 9), (33, 17, 65), (2, 3, 0)])
    func products(rows: Int, columns: Int, inner: Int) throws {
        let blas = try BLAS()
        var generator = SeededGenerator(seed: UInt64(rows * 100 + columns))
        for transposesA in [false, true] {
            for transposesB in [false, true] {
                for (scale, kept) in [(Float(1), Float(0)), (0.5, 1), (-2, 0.25)] {
                    let a = Stored(rows: transposesA ? inner : rows, columns: transposesA ? rows : inner, extra: 2, &generator)
                    let b = Stored(
                        rows: transposesB ? columns : inner, columns: transposesB ? inner : columns, extra: 1, &generator)
                    var c = Stored(rows: rows, columns: columns, extra: 3, &generator)
                    if kept == 0 { c.values = c.values.map { _ in .nan } }
                    let before = c
                    a.withView { a in
                        b.withView { b in
                            c.values.withUnsafeMutableBufferPointer { c in
                                blas.multiply(
                                    transposesA ? a.transposed : a, transposesB ? b.transposed : b,
                                    into: MutableMatrixView(c, rows: rows, columns: columns, stride: columns + 3), scale: scale,
                                    keeping: kept)
                            }
                        }
                    }
                    for row in 0..<rows {
                        for column in 0..<before.stride {
                            guard column < columns else {
                                #expect(c[row, column].bitPattern == before[row, column].bitPattern)
                                continue
                            }
                            let terms = (0..<inner).map { k in
                                Double(transposesA ? a[k, row] : a[row, k]) * Double(transposesB ? b[column, k] : b[k, column])
                            }
                            let kept = kept == 0 ? 0 : Double(kept) * Double(before[row, column])
                            #expect(abs(Double(c[row, column]) - (terms.reduce(0, +) * Double(scale) + kept)) < 1e-4)
                        }
                    }
                }
            }
        }
    }

    @Test("A layer multiplies by its transposed weights and adds its bias", arguments: [1, 3])
    func linear(rows: Int) throws {
        let blas = try BLAS()
        let x = Tensor(shape: [rows, 2], values: (0..<rows).flatMap { [Float($0) + 1, 2] })
        let weight = Tensor(shape: [3, 2, 1, 1], values: [1, 0, 0, 1, 2, -1])
        let bias: [Float] = [10, 20, 30]
        for hasBias in [false, true] {
            var y = [Float](repeating: .nan, count: rows * 3)
            x.withMatrix { x in
                weight.withMatrix { weight in
                    bias.withUnsafeBufferPointer { bias in
                        y.withUnsafeMutableBufferPointer { y in
                            blas.linear(
                                x, weight: weight, bias: hasBias ? bias : nil, into: MutableMatrixView(y, rows: rows, columns: 3))
                        }
                    }
                }
            }
            let expected = (0..<rows).flatMap { row -> [Float] in
                let first = Float(row) + 1
                return hasBias ? [10 + first, 22, 28 + 2 * first] : [first, 2, 2 * first - 2]
            }
            #expect(y == expected)
        }
    }

    @Test("Many threads that load the library at a time, and multiply, have the same product")
    func threads() async throws {
        let products = try await withThrowingTaskGroup(of: [Float].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let blas = try BLAS()
                    var generator = SeededGenerator(seed: 3)
                    let a = Stored(rows: 40, columns: 60, extra: 0, &generator)
                    var c = [Float](repeating: 0, count: 40 * 40)
                    c.withUnsafeMutableBufferPointer { c in
                        a.withView { blas.multiply($0, $0.transposed, into: MutableMatrixView(c, rows: 40, columns: 40)) }
                    }
                    return c
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(products).count == 1)
    }
}
