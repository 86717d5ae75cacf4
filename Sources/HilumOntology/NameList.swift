/// Names of columns as messages quote them: few, short, without control characters, and never what may be text of a report.
package struct NameList {
    private let names: [String]
    private static let mostNames = 20
    private static let longestName = 40

    package init(_ names: [String]) {
        self.names = names
    }

    /// Whether one of the names is a sentence rather than a name, as where a file has no header.
    package var looksLikeProse: Bool {
        names.contains { name in
            let words = name.split(whereSeparator: \.isWhitespace)
            return words.count > 4 || words.contains { $0.utf8.last == UInt8(ascii: ".") }
        }
    }

    /// `'id', 'text'`; `none` if there are none. Not to be printed if it looks like prose.
    package var text: String {
        guard !names.isEmpty else { return "none" }
        let shown = names.prefix(Self.mostNames).map(Self.quoted).joined(separator: ", ")
        let rest = names.count - Self.mostNames
        return rest > 0 ? "\(shown) and \(rest) more" : shown
    }

    /// What to say of the columns of a file: their names, unless they look like text.
    package var columns: String {
        looksLikeProse ? "the first line looks like a report, not a header" : "the columns are \(text)"
    }

    /// A name in quotes, cut to 40 characters, control characters written as escapes.
    package static func quoted(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars.prefix(longestName) {
            text += isControl(scalar) ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return "'\(text)\(name.unicodeScalars.count > longestName ? "…" : "")'"
    }

    /// What moves the cursor, ends the line or turns the direction of writing.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
