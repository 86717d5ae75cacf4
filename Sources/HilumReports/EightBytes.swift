/// Eight bytes that are looked at together, by the borrows of a subtraction: `(x - n) & ~x` has the high bit of a byte set where one is
/// below `n`, and perhaps of bytes above such a one (Mycroft 1987).
struct EightBytes {
    private let word: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    init(_ word: UInt64) { self.word = word }

    @inline(__always)
    init(each byte: UInt8) { word = Self.ones &* UInt64(byte) }

    /// Whether no byte is that of the other's at its place.
    @inline(__always)
    func isDisjoint(with other: EightBytes) -> Bool {
        let difference = word ^ other.word
        return (difference &- Self.ones) & ~difference & Self.highs == 0
    }

    /// Whether all are ASCII and none is NUL.
    @inline(__always)
    var isPlainText: Bool { (word | (word &- Self.ones)) & Self.highs == 0 }

    /// Whether any has to be escaped in a JSON string (RFC 8259): a control character, a quote or a backslash.
    @inline(__always)
    var hasJSONEscapes: Bool {
        (word &- Self.ones &* 0x20) & ~word & Self.highs != 0
            || !isDisjoint(with: EightBytes(each: UInt8(ascii: "\""))) || !isDisjoint(with: EightBytes(each: UInt8(ascii: "\\")))
    }
}

extension UInt8 {
    /// Whether it has to be escaped in a JSON string.
    @inline(__always)
    var isEscapedInJSON: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}
