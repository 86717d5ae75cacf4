/// Numbers in a grid of any number of dimensions, the last of which runs fastest.
public struct Tensor: Sendable, Hashable {
    /// How many there are in each direction; none is negative. Empty of a single number.
    public let shape: [Int]
    /// As many as the product of `shape`.
    public var values: [Float]

    /// - Precondition: there are as many values as the shape says.
    public init(shape: [Int], values: [Float]) {
        precondition(shape.reduce(1, *) == values.count, "a tensor's values fill its shape")
        self.shape = shape
        self.values = values
    }

    /// Calls `body` with the numbers as a matrix: the first dimension is its rows, all others together are its columns.
    /// - Precondition: there is a dimension.
    func withMatrix<Result, Failure: Error>(
        _ body: (MatrixView) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        precondition(!shape.isEmpty, "a matrix has rows")
        let columns = shape.dropFirst().reduce(1, *)
        return try values.withUnsafeBufferPointer { (values) throws(Failure) in
            try body(MatrixView(values, rows: shape[0], columns: columns))
        }
    }
}
