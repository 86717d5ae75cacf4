/// Cells that hold a JSON list, or a number.
public enum ListCell {
    /// The texts of a list such as `["Clear lungs.", ""]`.
    /// - Throws: `CellError` where the cell is no list, an element no text, or there is none.
    public static func texts(_ cell: [UInt8], column: String) throws(CellError) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        for (index, element) in try elements(cell, column: column).enumerated() {
            guard let text = element.text else {
                throw CellError(
                    column: column, reason: "element \(index + 1) of the list is \(element.kindName); a text is expected")
            }
            texts.append(text)
        }
        return texts
    }

    /// The numbers of a list such as `[0.5, 1]`.
    public static func numbers(_ cell: [UInt8], column: String) throws(CellError) -> [Double] {
        var numbers: [Double] = []
        for (index, element) in try elements(cell, column: column).enumerated() {
            guard let number = element.double else {
                throw CellError(
                    column: column, reason: "element \(index + 1) of the list is \(element.kindName); a number is expected")
            }
            numbers.append(number)
        }
        return numbers
    }

    /// A number by itself.
    public static func number(_ cell: [UInt8], column: String) throws(CellError) -> Double {
        guard let value = Double(String(decoding: cell, as: UTF8.self)), value.isFinite else {
            throw CellError(column: column, reason: "a number is expected")
        }
        return value
    }

    private static func elements(_ cell: [UInt8], column: String) throws(CellError) -> [JSONValue] {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: cell)
        } catch {
            throw CellError(column: column, reason: "a JSON list is expected; \(error)")
        }
        guard let elements = value.elements else {
            throw CellError(column: column, reason: "a JSON list is expected, not \(value.kindName)")
        }
        guard !elements.isEmpty else { throw CellError(column: column, reason: "the list is empty") }
        return elements
    }
}
