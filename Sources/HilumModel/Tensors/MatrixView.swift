/// A matrix that lies in somebody else's memory, for as long as that is lent.
struct MatrixView {
    let start: UnsafePointer<Float>?
    let rows: Int
    let columns: Int
    /// How far two rows, as they are stored, lie apart.
    let stride: Int
    /// Whether what is stored as a row counts as a column.
    let isTransposed: Bool

    /// - Parameters:
    ///   - values: row by row; more than the matrix needs may stand there.
    ///   - stride: how far the rows lie apart, in numbers; nil: one after the other.
    /// - Precondition: the values reach for the matrix, and a stride for a row.
    init(_ values: UnsafeBufferPointer<Float>, rows: Int, columns: Int, stride: Int? = nil) {
        self.init(checked: values, rows: rows, columns: columns, stride: stride ?? columns)
    }

    private init(checked values: UnsafeBufferPointer<Float>, rows: Int, columns: Int, stride: Int) {
        MutableMatrixView.check(count: values.count, rows: rows, columns: columns, stride: stride)
        self.init(start: values.baseAddress, rows: rows, columns: columns, stride: stride, isTransposed: false)
    }

    init(start: UnsafePointer<Float>?, rows: Int, columns: Int, stride: Int, isTransposed: Bool) {
        self.start = start
        self.rows = rows
        self.columns = columns
        self.stride = stride
        self.isTransposed = isTransposed
    }

    /// The same numbers with rows and columns exchanged; nothing is moved.
    var transposed: MatrixView {
        MatrixView(start: start, rows: columns, columns: rows, stride: stride, isTransposed: !isTransposed)
    }
}

/// A matrix that lies in somebody else's memory and can be written to.
struct MutableMatrixView {
    let start: UnsafeMutablePointer<Float>?
    let rows: Int
    let columns: Int
    let stride: Int

    /// - Parameters:
    ///   - values: row by row; more than the matrix needs may stand there.
    ///   - stride: how far the rows lie apart, in numbers; nil: one after the other.
    /// - Precondition: the values reach for the matrix, and a stride for a row.
    init(_ values: UnsafeMutableBufferPointer<Float>, rows: Int, columns: Int, stride: Int? = nil) {
        let stride = stride ?? columns
        Self.check(count: values.count, rows: rows, columns: columns, stride: stride)
        start = values.baseAddress
        self.rows = rows
        self.columns = columns
        self.stride = stride
    }

    /// The same memory, to read from.
    var readable: MatrixView {
        MatrixView(start: UnsafePointer(start), rows: rows, columns: columns, stride: stride, isTransposed: false)
    }

    static func check(count: Int, rows: Int, columns: Int, stride: Int) {
        precondition(rows >= 0 && columns >= 0 && stride >= columns, "a stride reaches for a row")
        precondition(rows == 0 || (rows - 1) * stride + columns <= count, "the values reach for the matrix")
    }
}
