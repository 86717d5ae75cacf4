import HilumExtraction
import HilumOntology
import HilumText

/// Cuts a text as RadGraph-XL does, so that its indices mean the same: runs of letters, digits and underscores, and runs of other signs, of
/// which `)` before a stop and `%` before a stop, comma or parenthesis stand alone.
enum RadGraphTokens {
    /// Byte ranges of the tokens, in their order.
    static func tokens(of text: [UInt8]) -> [TextSpan] {
        text.withUnsafeBufferPointer(tokens)
    }

    private static func tokens(of text: UnsafeBufferPointer<UInt8>) -> [TextSpan] {
        var tokens: [TextSpan] = []
        tokens.reserveCapacity(text.count / 4)
        var start = 0
        var kind = Kind.space
        var last: UInt8 = 0
        func cut(at position: Int) {
            if kind != .space { tokens.append(TextSpan(start, position)) }
        }
        var position = 0
        while position < text.count {
            let sign = self.sign(at: position, in: text)
            if sign.kind != kind || kind == .mark && parts(last, text[position]) {
                cut(at: position)
                (start, kind) = (position, sign.kind)
            }
            last = text[position]
            position += sign.width
        }
        cut(at: position)
        return tokens
    }

    private enum Kind {
        case space, word, mark
    }

    /// Whether two marks in a row are two tokens.
    private static func parts(_ one: UInt8, _ other: UInt8) -> Bool {
        switch (one, other) {
        case (UInt8(ascii: ")"), UInt8(ascii: ".")), (UInt8(ascii: "."), UInt8(ascii: "'")),
            (UInt8(ascii: "%"), UInt8(ascii: ".")),
            (UInt8(ascii: "%"), UInt8(ascii: ",")), (UInt8(ascii: "%"), UInt8(ascii: ")")):
            true
        default: false
        }
    }

    @inline(__always)
    private static func sign(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> (kind: Kind, width: Int) {
        let byte = text[position]
        guard byte >= 0x80 else {
            if ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.underscore { return (.word, 1) }
            return ((0x09...0x0D).contains(byte) || (0x1C...0x20).contains(byte) ? .space : .mark, 1)
        }
        return signBeyondASCII(at: position, in: text)
    }

    private static func signBeyondASCII(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> (kind: Kind, width: Int) {
        let rest = String(decoding: text[position..<min(position + 4, text.count)], as: UTF8.self)
        guard let scalar = rest.unicodeScalars.first, scalar != "\u{FFFD}" else { return (.mark, 1) }
        return (kind(of: scalar), UTF8.width(scalar))
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        let properties = scalar.properties
        if properties.isWhitespace { return .space }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .word
        default: return properties.numericType == nil ? .mark : .word
        }
    }
}
