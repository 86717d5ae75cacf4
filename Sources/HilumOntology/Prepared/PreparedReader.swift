/// Reads what `PreparedWriter` wrote. Whatever the bytes are, reading them gives a value or an error; whether the values fit together,
/// the checksum of the part answers for.
package struct PreparedReader {
    /// That the bytes are not what was written.
    package struct Damage: Error {
        package init() {}
    }

    private let bytes: [UInt8]
    private var position = 0
    /// Of all numbers of concepts that were read. It must be the number of one.
    package private(set) var highestConcept = ConceptID(rawValue: 0)

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether everything has been read.
    package var isAtEnd: Bool { position == bytes.count }

    package mutating func next<Value: PreparedValue>(_ type: Value.Type = Value.self) throws(Damage) -> Value {
        try Value(from: &self)
    }

    package mutating func number() throws(Damage) -> Int {
        var number: UInt = 0
        var shift: UInt = 0
        while position < bytes.count, shift < 56 {
            let byte = bytes[position]
            position += 1
            number |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(number) }
            shift += 7
        }
        throw Damage()
    }

    /// A number of things that follow, of so many bytes each or more.
    package mutating func count(ofWidth width: Int = 1) throws(Damage) -> Int {
        let count = try number()
        guard count <= (bytes.count - position) / width else { throw Damage() }
        return count
    }

    package mutating func text() throws(Damage) -> String {
        let count = try count()
        defer { position += count }
        return bytes.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[position..<position + count]), as: UTF8.self)
        }
    }

    package mutating func concept() throws(Damage) -> ConceptID {
        let concept = ConceptID(rawValue: try integer())
        highestConcept = max(highestConcept, concept)
        return concept
    }

    package mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) throws(Damage) -> Value {
        let width = MemoryLayout<Value>.size
        guard width <= bytes.count - position else { throw Damage() }
        defer { position += width }
        return bytes.withUnsafeBytes {
            Value(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Value.self))
        }
    }

    package mutating func integers<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) throws(Damage) -> [Value] {
        let width = MemoryLayout<Value>.size
        let count = try count(ofWidth: width)
        defer { position += count * width }
        return bytes.withUnsafeBytes { bytes in
            Array(unsafeUninitializedCapacity: count) { values, initialized in
                UnsafeMutableRawBufferPointer(values).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count * width]))
                initialized = count
                #if _endian(big)
                    for index in values.indices { values[index] = Value(littleEndian: values[index]) }
                #endif
            }
        }
    }
}
