/// What can be stored in a prepared form.
package protocol PreparedValue {
    func write(to writer: inout PreparedWriter)

    /// Reads what `write(to:)` wrote.
    init(from reader: inout PreparedReader) throws(PreparedReader.Damage)
}

/// An enumeration, stored as the place of each case among all.
package protocol PreparedCase: PreparedValue, CaseIterable, Equatable where AllCases == [Self] {}

extension PreparedCase {
    package func write(to writer: inout PreparedWriter) { writer.add(count: Self.allCases.firstIndex(of: self) ?? 0) }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        let index = try reader.number()
        guard index < Self.allCases.count else { throw PreparedReader.Damage() }
        self = Self.allCases[index]
    }
}

extension String: PreparedValue {
    package func write(to writer: inout PreparedWriter) { writer.add(text: self) }
    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) { self = try reader.text() }
}

extension Bool: PreparedValue {
    package func write(to writer: inout PreparedWriter) { writer.add(integer: UInt8(self ? 1 : 0)) }
    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) { self = try reader.integer(UInt8.self) != 0 }
}

/// Not negative.
extension Int: PreparedValue {
    package func write(to writer: inout PreparedWriter) { writer.add(count: self) }
    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) { self = try reader.number() }
}

extension Double: PreparedValue {
    package func write(to writer: inout PreparedWriter) { writer.add(integer: bitPattern) }
    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) { self.init(bitPattern: try reader.integer()) }
}

extension ConceptID: PreparedValue {
    package func write(to writer: inout PreparedWriter) { writer.add(integer: rawValue) }
    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) { self = try reader.concept() }
}

extension Optional: PreparedValue where Wrapped: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(self != nil)
        if let self { writer.add(self) }
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self = try reader.next(Bool.self) ? try reader.next(Wrapped.self) : nil
    }
}

extension Array: PreparedValue where Element: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(count: count)
        for element in self { writer.add(element) }
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        let count = try reader.count()
        self.init()
        // An element may be much larger than the bytes that stand for it, and the count anything.
        reserveCapacity(Swift.min(count, 1 << 14))
        for _ in 0..<count { append(try reader.next()) }
    }
}
