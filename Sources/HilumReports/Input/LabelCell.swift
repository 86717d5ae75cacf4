import HilumMetrics

/// Reads the value of a label: 1, 0 or -1 (uncertain), also as `1.0`, `true` and `false`; blank and `null` are no value.
public enum LabelCell {
    /// - Parameter column: for messages.
    public static func value(of cell: [UInt8], column: String) throws(CellError) -> LabelValue? {
        switch word(in: cell) {
        case "", "null": return nil
        case "true": return .positive
        case "false": return .negative
        case let word:
            guard let number = Double(word), let whole = Int(exactly: number), let value = LabelValue(rawValue: whole) else {
                throw CellError(column: column, reason: "the value of a label is 1, 0, -1 or blank")
            }
            return value
        }
    }

    /// A probability, 0 to 1.
    public static func probability(of cell: [UInt8], column: String) throws(CellError) -> Double {
        let word = word(in: cell)
        guard !word.isEmpty else { throw CellError(column: column, reason: "blank; a probability from 0 to 1 is expected") }
        guard let number = Double(word) else {
            throw CellError(column: column, reason: "not a number; a probability from 0 to 1 is expected")
        }
        guard (0...1).contains(number) else {
            throw CellError(column: column, reason: "not from 0 to 1; give probabilities, as a sigmoid makes of logits")
        }
        return number
    }

    /// The labels of a JSON object and their values as cells; a blank cell, `null` and `{}` have none.
    public static func members(of cell: [UInt8], column: String) throws(CellError) -> [(label: String, cell: [UInt8])] {
        let value = try JSONValue(cell: cell, column: column)
        switch value {
        case .null: return []
        case .object(let members):
            var cells: [(label: String, cell: [UInt8])] = []
            for member in members { cells.append((member.key, try self.cell(of: member.value, column: column))) }
            return cells
        default: throw CellError(column: column, reason: "\(value.kindName); an object of labels and values is expected")
        }
    }

    private static func cell(of value: JSONValue, column: String) throws(CellError) -> [UInt8] {
        switch value {
        case .string(let text), .number(let text): return text
        case .null: return []
        case .bool(let value): return Array((value ? "true" : "false").utf8)
        case .array, .object:
            throw CellError(column: column, reason: "the value of a label is \(value.kindName); a number is expected")
        }
    }

    private static func word(in cell: [UInt8]) -> String {
        String(decoding: cell[...].trimmedOfASCIISpace, as: UTF8.self)
    }
}
