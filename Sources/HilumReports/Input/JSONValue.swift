/// A JSON text as a tree, for what has no fixed keys or comes nested: a chat, a list of candidates, an annotation.
///
///     let value = try JSONValue(parsing: Array(#"{"boxes": [[0, 0, 1, 2]]}"#.utf8))
///     value["boxes"]?.elements?.count  // 1
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The digits as they stand there, so that an id keeps its form.
    case number(digits: [UInt8])
    /// UTF-8, escapes resolved.
    case string([UInt8])
    case array([JSONValue])
    /// In their order; each key once.
    case object([Member])

    public struct Member: Sendable, Hashable {
        public var key: String
        public var value: JSONValue

        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// Reads a whole text (RFC 8259, strictly).
    /// - Parameter text: UTF-8 that has been checked.
    /// - Throws: `JSONError`, also where a key stands twice in one object.
    public init(parsing text: [UInt8]) throws(JSONError) {
        var cursor = JSONCursor(text, in: 0..<text.count)
        self = try Self.value(&cursor, depth: 0)
        try cursor.finish()
    }

    /// Reads the value that comes next.
    /// - Parameter depth: how deep it stands in arrays and objects.
    init(_ cursor: inout JSONCursor, depth: Int) throws(JSONError) {
        self = try Self.value(&cursor, depth: depth)
    }

    // MARK: Reading the tree

    /// The value of a key; nil if this is no object, or has no such key.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// Nil if this is no array.
    public var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The text of a string, the digits of a number, as UTF-8; nil if this is neither.
    public var text: [UInt8]? {
        switch self {
        case .string(let text): text
        case .number(let digits): digits
        default: nil
        }
    }

    /// Nil if this is no number, or one too large to hold.
    public var double: Double? {
        guard case .number(let digits) = self, let value = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
        return value.isFinite ? value : nil
    }

    /// What messages call a value of this kind.
    public var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    // MARK: Parsing

    private static func value(_ cursor: inout JSONCursor, depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= JSONCursor.deepest else { throw cursor.tooDeep }
        switch cursor.peek() {
        case UInt8(ascii: "{"):
            var members: [Member] = []
            var keys: Set<[UInt8]> = []
            try cursor.object { cursor, key throws(JSONError) in
                guard keys.insert(key).inserted else { throw cursor.repeatedKey }
                members.append(Member(key: String(decoding: key, as: UTF8.self), value: try value(&cursor, depth: depth + 1)))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONValue] = []
            try cursor.array { cursor throws(JSONError) in elements.append(try value(&cursor, depth: depth + 1)) }
            return .array(elements)
        case UInt8(ascii: "\""): return .string(try cursor.string())
        case UInt8(ascii: "t"):
            try cursor.literal("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try cursor.literal("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try cursor.literal("null")
            return .null
        default: return .number(digits: Array(try cursor.number()))
        }
    }
}
