extension String {
    /// As text between tags or inside the quotes of an attribute. Characters that HTML does not allow are shown as `�`.
    var escapedForHTML: String {
        var text = ""
        text.reserveCapacity(utf8.count)
        for character in unicodeScalars {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\t", "\n": text.unicodeScalars.append(character)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": text += "\u{FFFD}"
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }
}

extension [UInt8] {
    /// JSON that may stand in a `script` element: what could end it or begin a comment is escaped, as are the two characters that end a
    /// line in some readers of it. They stand in strings alone, so that the JSON means the same.
    var escapedForScript: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for (index, byte) in enumerated() {
            switch byte {
            case UInt8(ascii: "<"): bytes += Array("\\u003c".utf8)
            case UInt8(ascii: ">"): bytes += Array("\\u003e".utf8)
            case UInt8(ascii: "&"): bytes += Array("\\u0026".utf8)
            case 0xA8, 0xA9:
                // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
                if index >= 2, self[index - 1] == 0x80, self[index - 2] == 0xE2 {
                    bytes.removeLast(2)
                    bytes += Array((byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
                } else {
                    bytes.append(byte)
                }
            default: bytes.append(byte)
            }
        }
        return bytes
    }
}
