/// What is wrong with one cell of a row, in words that quote nothing of it. Who knows file and line makes an `InputError` of it.
public struct CellError: Error, Equatable, Sendable {
    public var column: String
    public var reason: String

    public init(column: String, reason: String) {
        self.column = column
        self.reason = reason
    }
}

extension JSONValue {
    /// Reads a cell that has to be JSON; a blank one is null.
    /// - Parameter column: for messages.
    public init(cell: [UInt8], column: String) throws(CellError) {
        guard cell.contains(where: { !$0.isJSONSpace }) else {
            self = .null
            return
        }
        do throws(JSONError) {
            try self.init(parsing: cell)
        } catch {
            throw CellError(column: column, reason: error.description)
        }
    }
}
