/// The numbers between two layers, [rows, columns], in memory that is gone with the value. At first it is zeros.
///
/// What points into it is to be taken from a constant or a parameter, which live to the end of their scope: of a result that has no name,
/// only `array` may be asked.
struct Activations: ~Copyable {
    let rows: Int
    let columns: Int
    /// Row by row.
    let values: UnsafeMutableBufferPointer<Float>

    /// - Precondition: neither is negative.
    init(rows: Int, columns: Int) {
        precondition(rows >= 0 && columns >= 0, "a matrix has a size")
        self.rows = rows
        self.columns = columns
        values = .allocate(capacity: rows * columns)
        values.initialize(repeating: 0)
    }

    deinit { values.deallocate() }

    /// A copy.
    var array: [Float] { Array(values) }

    /// All of it, to read or to write, for as long as the value is there.
    var matrix: MatrixView { matrix(0..<rows) }
    var mutableMatrix: MutableMatrixView { mutableMatrix(0..<rows) }

    /// Some rows.
    func matrix(_ range: Range<Int>) -> MatrixView {
        MatrixView(UnsafeBufferPointer(self[range]), rows: range.count, columns: columns)
    }

    func mutableMatrix(_ range: Range<Int>) -> MutableMatrixView {
        MutableMatrixView(self[range], rows: range.count, columns: columns)
    }

    /// Some columns of all rows.
    func matrix(columns range: Range<Int>) -> MatrixView { mutableMatrix(columns: range).readable }

    func mutableMatrix(columns range: Range<Int>) -> MutableMatrixView {
        let rest = UnsafeMutableBufferPointer(rebasing: values[min(range.lowerBound, values.count)...])
        return MutableMatrixView(rest, rows: rows, columns: range.count, stride: columns)
    }

    subscript(range: Range<Int>) -> UnsafeMutableBufferPointer<Float> {
        UnsafeMutableBufferPointer(rebasing: values[range.lowerBound * columns..<range.upperBound * columns])
    }

    subscript(row: Int) -> UnsafeMutableBufferPointer<Float> { self[row..<row + 1] }
}
