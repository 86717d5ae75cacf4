/// A range of bytes in the UTF-8 of the report.
public struct TextSpan: Hashable, Sendable, Comparable {
    // In 32 bits, as there are several in every observation; positions beyond 2 GiB are cut to fit.
    @usableFromInline var first: Int32
    @usableFromInline var last: Int32

    @inlinable public init(_ start: Int, _ end: Int) {
        first = Int32(clamping: start)
        last = Int32(clamping: end)
    }

    @inlinable public var start: Int {
        get { Int(first) }
        set { first = Int32(clamping: newValue) }
    }

    @inlinable public var end: Int {
        get { Int(last) }
        set { last = Int32(clamping: newValue) }
    }

    @inlinable public static func == (left: TextSpan, right: TextSpan) -> Bool {
        left.first == right.first && left.last == right.last
    }

    @inlinable public static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.first, left.last) < (right.first, right.last)
    }

    /// The smallest span that holds both.
    @inlinable public func union(_ other: TextSpan) -> TextSpan {
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
