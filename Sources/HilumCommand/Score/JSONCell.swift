import Hilum

/// A value that a cell holds as JSON.
enum JSONCell {
    /// - Parameter read: makes the value of the JSON; a blank cell comes as null.
    static func value<Value>(
        _ cell: [UInt8], column: String, _ read: (JSONValue) throws(JSONShapeError) -> Value
    ) throws(CellError) -> Value {
        let json = try JSONValue(cell: cell, column: column)
        do throws(JSONShapeError) {
            return try read(json)
        } catch {
            throw CellError(column: column, reason: error.description)
        }
    }
}
