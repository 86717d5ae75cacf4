/// What is wrong with one cell of a row, in words that quote nothing of it. Who knows file and line makes an `InputError` of it.
public struct CellError: Error, Equatable, Sendable {
    public var column: String
    public var reason: String

    public init(column: String, reason: String) {
        self.column = column
        self.reason = reason
    }

    /// Of a cell that has to be JSON.
    public init(column: String, _ error: JSONError) {
        self.init(column: column, reason: error.description)
    }
}
