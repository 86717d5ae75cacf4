/// Any JSON value (RFC 8259). Objects keep their keys in order; numbers keep their digits, so that nothing is lost.
public enum JSONValue: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public var key: String
        public var value: JSONValue

        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    case null
    case bool(Bool)
    /// The digits as they stand in the text.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// Reads a JSON text, strictly: no trailing commas, no comments, no repeated keys, no half surrogate pairs; at most 256 levels deep.
    /// - Parameter text: UTF-8.
    /// - Throws: `JSONError` with the offset at fault.
    public init(parsing text: [UInt8]) throws(JSONError) {
        var cursor = JSONCursor(text, in: 0..<text.count)
        self = try cursor.value(depth: 0)
        try cursor.finish()
    }

    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: Array(text.utf8))
    }

    /// The value of a key; nil if this is no object or has no such key.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// A number as the nearest double.
    public var double: Double? {
        if case .number(let digits) = self { Double(digits) } else { nil }
    }

    /// A number without fraction or exponent that fits.
    public var integer: Int? {
        if case .number(let digits) = self { Int(digits) } else { nil }
    }
}

extension JSONCursor {
    fileprivate mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= Self.deepest else { throw error("more than \(Self.deepest) levels deep") }
        switch peek() {
        case UInt8(ascii: "{"):
            var members: [JSONValue.Member] = []
            var keys: Set<String> = []
            try object { cursor, key throws(JSONError) in
                let key = try cursor.text(key)
                guard keys.insert(key).inserted else { throw cursor.error("a key stands twice in one object") }
                members.append(JSONValue.Member(key: key, value: try cursor.value(depth: depth + 1)))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONValue] = []
            try array { cursor throws(JSONError) in elements.append(try cursor.value(depth: depth + 1)) }
            return .array(elements)
        case UInt8(ascii: "\""): return .string(try text(string()))
        case UInt8(ascii: "t"):
            try literal("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try literal("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try literal("null")
            return .null
        default: return .number(String(decoding: try number(), as: UTF8.self))
        }
    }

    private func text(_ bytes: [UInt8]) throws(JSONError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw error("a string that is no UTF-8") }
        return text
    }
}
