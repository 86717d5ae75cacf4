/// A completion in plain ASCII, as far as its form goes: models write the same form with full-width punctuation, curly quotes,
/// non-breaking spaces and every kind of line end.
enum AnswerCharacters {
    /// Stands for a letter outside of ASCII.
    static let foreignLetter: UInt8 = 0xFF

    static func plain(_ completion: String) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(completion.utf8.count)
        var endsInReturn = false
        for scalar in completion.unicodeScalars {
            let isReturn = scalar == "\r"
            if isReturn {
                plain.append(UInt8(ascii: "\n"))
            } else if scalar.value < 0x80 {
                // Windows ends a line by two characters.
                if scalar != "\n" || !endsInReturn { plain.append(UInt8(scalar.value)) }
            } else if let byte = byte(for: scalar) {
                plain.append(byte)
            }
            endsInReturn = isReturn
        }
        return plain
    }

    /// Nil for what has no width.
    private static func byte(for scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)  // full width
        case 0x200B...0x200D, 0x2060, 0xFEFF, 0xFE0F, 0xAD: nil
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: UInt8(ascii: " ")
        case 0x85, 0x2028, 0x2029: UInt8(ascii: "\n")
        case 0x2018, 0x2019, 0x201A, 0x2B9, 0x2032: UInt8(ascii: "'")
        case 0xAB, 0xBB, 0x201C...0x201F, 0x300C...0x300F: UInt8(ascii: "\"")
        case 0x2010...0x2015, 0x2022, 0x2023, 0x2043, 0x2212, 0x25AA...0x25CF, 0xB7: UInt8(ascii: "-")  // dashes, minus, bullets
        case 0x3001: UInt8(ascii: ",")
        case 0x3002: UInt8(ascii: ".")
        case 0x2190...0x21FF: UInt8(ascii: ":")  // arrows
        case 0x27E8, 0x3008, 0x3010, 0x3014: UInt8(ascii: "[")
        case 0x27E9, 0x3009, 0x3011, 0x3015: UInt8(ascii: "]")
        case 0x2500...0x257F: UInt8(ascii: "|")  // lines of tables
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? foreignLetter : UInt8(ascii: "*")
        }
    }
}
