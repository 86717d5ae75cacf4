/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Equatable, CustomStringConvertible {
    /// Bytes from the start of the text.
    public var offset: Int
    public var reason: String

    public init(offset: Int, reason: String) {
        self.offset = offset
        self.reason = reason
    }

    public var description: String { "byte \(offset + 1): malformed JSON: \(reason)" }
}

extension UInt8 {
    /// The white space of RFC 8259.
    var isJSONSpace: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
    }

    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

/// Reads the parts of a JSON text (RFC 8259, strictly) one after another, without building what is not asked for.
struct JSONCursor {
    private let bytes: [UInt8]
    private let start: Int
    private let end: Int
    private(set) var position: Int

    /// How deep arrays and objects may stand in one another.
    static let deepest = 256

    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        start = range.lowerBound
        end = range.upperBound
        position = start
    }

    func error(_ reason: String, at position: Int? = nil) -> JSONError {
        JSONError(offset: (position ?? self.position) - start, reason: reason)
    }

    var tooDeep: JSONError { error("more than \(Self.deepest) levels deep") }
    var repeatedKey: JSONError { error("a key stands twice in one object") }

    // MARK: Structure

    /// The byte that comes next after white space, which it steps over; nil at the end.
    mutating func peek() -> UInt8? {
        while position < end, bytes[position].isJSONSpace { position += 1 }
        return position < end ? bytes[position] : nil
    }

    /// Steps over a byte if it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    /// Refuses anything but white space up to the end.
    mutating func finish() throws(JSONError) {
        if peek() != nil { throw error("text after the value") }
    }

    /// Reads an object; `member` reads the value of each key.
    mutating func object(_ member: (inout JSONCursor, [UInt8]) throws(JSONError) -> Void) throws(JSONError) {
        guard take(UInt8(ascii: "{")) else { throw error("an object is expected") }
        if take(UInt8(ascii: "}")) { return }
        repeat {
            guard peek() == UInt8(ascii: "\"") else { throw error("a key in quotes is expected") }
            let key = try string()
            guard take(UInt8(ascii: ":")) else { throw error("a colon is expected") }
            try member(&self, key)
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw error("a comma or a closing brace is expected") }
    }

    /// Reads an array; `element` reads each value.
    mutating func array(_ element: (inout JSONCursor) throws(JSONError) -> Void) throws(JSONError) {
        guard take(UInt8(ascii: "[")) else { throw error("an array is expected") }
        if take(UInt8(ascii: "]")) { return }
        repeat {
            try element(&self)
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw error("a comma or a closing bracket is expected") }
    }

    /// Reads a value of any kind and forgets it.
    mutating func skipValue(depth: Int = 0) throws(JSONError) {
        guard depth <= Self.deepest else { throw tooDeep }
        switch peek() {
        case UInt8(ascii: "{"): try object { cursor, _ throws(JSONError) in try cursor.skipValue(depth: depth + 1) }
        case UInt8(ascii: "["): try array { cursor throws(JSONError) in try cursor.skipValue(depth: depth + 1) }
        case UInt8(ascii: "\""): _ = try string(keep: false)
        case UInt8(ascii: "t"): try literal("true")
        case UInt8(ascii: "f"): try literal("false")
        case UInt8(ascii: "n"): try literal("null")
        default: _ = try number()
        }
    }

    /// Steps over a value of any kind.
    /// - Returns: the value as it stands there.
    mutating func rawValue(depth: Int) throws(JSONError) -> ArraySlice<UInt8> {
        _ = peek()
        let first = position
        try skipValue(depth: depth)
        return bytes[first..<position]
    }

    // MARK: Values

    /// Steps over `true`, `false` or `null`.
    mutating func literal(_ word: StaticString) throws(JSONError) {
        _ = peek()
        let matches = word.withUTF8Buffer { bytes[position..<min(position + $0.count, end)].elementsEqual($0) }
        guard matches else { throw error("a value is expected") }
        position += word.utf8CodeUnitCount
    }

    /// The digits of a number, as they stand there.
    mutating func number() throws(JSONError) -> ArraySlice<UInt8> {
        _ = peek()
        let first = position
        _ = take(byte: UInt8(ascii: "-"))
        let zero = position
        guard takeDigits() else { throw error(first == position ? "a value is expected" : "a digit is expected") }
        if bytes[zero] == UInt8(ascii: "0"), position > zero + 1 { throw error("a number may not begin with 0", at: zero) }
        if take(byte: UInt8(ascii: ".")), !takeDigits() { throw error("a digit is expected") }
        if take(byte: UInt8(ascii: "e")) || take(byte: UInt8(ascii: "E")) {
            if !take(byte: UInt8(ascii: "+")) { _ = take(byte: UInt8(ascii: "-")) }
            guard takeDigits() else { throw error("a digit is expected") }
        }
        return bytes[first..<position]
    }

    private mutating func take(byte: UInt8) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func takeDigits() -> Bool {
        let first = position
        while position < end, bytes[position].isDigit { position += 1 }
        return position > first
    }

    /// A string, its escapes resolved, as UTF-8.
    /// - Parameter keep: whether the text is wanted; if not, it is checked and an empty one comes back.
    mutating func string(keep: Bool = true) throws(JSONError) -> [UInt8] {
        let opening = peek() == UInt8(ascii: "\"") ? position : end
        guard opening < end else { throw error("a string is expected") }
        position += 1
        var text: [UInt8] = []
        while true {
            let stretch = position
            position = ByteSearch.firstEscaped(in: bytes, stretch..<end)
            if keep { text.append(contentsOf: bytes[stretch..<position]) }
            guard position < end else { throw error("the string that begins here is never closed", at: opening) }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return text
            case UInt8(ascii: "\\"):
                let scalar = try escape()
                if keep { UTF8.encode(scalar)?.forEach { text.append($0) } }
            default: throw error("a control character in a string; write it as an escape")
            }
        }
    }

    // MARK: Escapes

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let backslash = position
        guard position + 1 < end else { throw error("an escape is expected") }
        let letter = bytes[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: backslash)
        default: throw error("there is no such escape", at: backslash)
        }
    }

    /// What follows `\u`: four hexadecimal digits, or a pair of surrogates.
    private mutating func unicodeEscape(from backslash: Int) throws(JSONError) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take(byte: UInt8(ascii: "\\")), take(byte: UInt8(ascii: "u")) else {
            throw error("half a surrogate pair", at: backslash)
        }
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first - 0xD800) << 10) + UInt32(second - 0xDC00))
        else { throw error("half a surrogate pair", at: backslash) }
        return scalar
    }

    private mutating func codeUnit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard position < end, let digit = Self.hexadecimal(bytes[position]) else {
                throw error("four hexadecimal digits are expected")
            }
            unit = unit << 4 | digit
            position += 1
        }
        return unit
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
