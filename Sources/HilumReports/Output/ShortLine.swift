/// Words of the input as a terminal may show them: on one line, without control characters, cut to 40.
package enum ShortLine {
    private static let most = 40

    package static func of(_ words: String) -> String {
        // Cut first: what is long may be very long.
        let start = String(words.unicodeScalars.prefix(most * 4))
        let line = start.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
        let shown = line.unicodeScalars.contains(where: isControl) ? "?" : line
        return shown.count > most ? "\(shown.prefix(most))…" : shown
    }

    /// What moves the cursor or turns the direction of writing.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    package static func quoted(_ words: String) -> String { "'\(of(words))'" }
}
