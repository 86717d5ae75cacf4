import HilumMetrics

/// Reads the boxes of a cell: JSON, `[x1, y1, x2, y2]` or an array of such arrays, or numbers between white space, commas or semicolons,
/// four a box. A blank cell, `null` and `[]` are no box.
public enum BoxCell {
    /// - Parameter column: for messages.
    public static func boxes(in cell: [UInt8], format: Box.Format, column: String) throws(CellError) -> [Box] {
        var boxes: [Box] = []
        for (index, numbers) in try numbers(in: cell, column: column).enumerated() {
            do throws(BoxError) {
                boxes.append(try Box(numbers[0], numbers[1], numbers[2], numbers[3], format: format))
            } catch {
                throw CellError(column: column, reason: "box \(index + 1): \(error)")
            }
        }
        return boxes
    }

    /// Four numbers a box.
    private static func numbers(in cell: [UInt8], column: String) throws(CellError) -> [[Double]] {
        guard let first = cell.first(where: { !$0.isJSONSpace }) else { return [] }
        guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") || first == UInt8(ascii: "n") else {
            return try separated(cell, column: column)
        }
        let value = try JSONValue(cell: cell, column: column)
        if value == .null { return [] }
        guard let elements = value.elements else {
            throw CellError(column: column, reason: "\(value.kindName); an array of four numbers, or of such arrays, is expected")
        }
        if elements.allSatisfy({ $0.elements == nil }) {
            return elements.isEmpty ? [] : [try four(value, index: 0, column: column)]
        }
        var boxes: [[Double]] = []
        for (index, element) in elements.enumerated() { boxes.append(try four(element, index: index, column: column)) }
        return boxes
    }

    private static func four(_ value: JSONValue, index: Int, column: String) throws(CellError) -> [Double] {
        let numbers = value.elements?.compactMap(\.double) ?? []
        guard numbers.count == 4, value.elements?.count == 4 else {
            throw CellError(column: column, reason: "box \(index + 1) is not four numbers")
        }
        return numbers
    }

    private static func separated(_ cell: [UInt8], column: String) throws(CellError) -> [[Double]] {
        let parts = cell.split { $0.isJSONSpace || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
        var numbers: [Double] = []
        for (index, part) in parts.enumerated() {
            guard let number = Double(String(decoding: part, as: UTF8.self)) else {
                throw CellError(column: column, reason: "part \(index + 1) is no number; four numbers a box are expected")
            }
            numbers.append(number)
        }
        guard numbers.count.isMultiple(of: 4) else {
            throw CellError(column: column, reason: "\(numbers.count) numbers; four a box are expected")
        }
        return stride(from: 0, to: numbers.count, by: 4).map { Array(numbers[$0..<$0 + 4]) }
    }
}
