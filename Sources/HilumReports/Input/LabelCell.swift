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

    private static func word(in cell: [UInt8]) -> String {
        String(decoding: cell[...].trimmedOfASCIISpace, as: UTF8.self)
    }
}
