/// Writes values one after another as bytes that `PreparedReader` reads in the same order. No names, no types: both sides know them.
package struct PreparedWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func add(_ value: some PreparedValue) { value.write(to: &self) }

    /// Seven bits a byte, the lowest first, all but the last with the highest bit (LEB128): most take one byte.
    package mutating func add(count: Int) {
        var rest = UInt(count)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func add(text: String) {
        add(count: text.utf8.count)
        bytes += text.utf8
    }

    /// In as many bytes as its type has, little-endian.
    package mutating func add(integer: some FixedWidthInteger) {
        withUnsafeBytes(of: integer.littleEndian) { bytes += $0 }
    }

    /// How many there are, and each.
    package mutating func add(integers: [some FixedWidthInteger]) {
        add(count: integers.count)
        for integer in integers { add(integer: integer) }
    }
}
