/// A range of bytes in the UTF-8 of the report.
public struct TextSpan: Hashable, Sendable, Comparable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }

    /// The smallest span that holds both.
    public func union(_ other: TextSpan) -> TextSpan {
        TextSpan(min(start, other.start), max(end, other.end))
    }
}

/// A value together with the words that state it.
public struct Stated<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var span: TextSpan

    public init(_ value: Value, span: TextSpan) {
        self.value = value
        self.span = span
    }
}
