/// The 256 characters that stand for the bytes in a byte-level vocabulary (Radford et al. 2019): a printable character of Latin-1 stands
/// for its own code, and the other bytes take the characters from U+0100 in their order. So a space is Ġ and a line feed Ċ.
enum ByteAlphabet {
    /// The byte that a character stands for; nil if it stands for none.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        let value = Int(scalar.value)
        return value < bytes.count && bytes[value] >= 0 ? UInt8(bytes[value]) : nil
    }

    /// By character; -1 where it stands for none.
    private static let bytes: [Int16] = {
        var bytes = [Int16](repeating: -1, count: 0x100 + 68)
        var next = 0x100
        for byte in 0..<0x100 {
            switch byte {
            case 0x21...0x7E, 0xA1...0xAC, 0xAE...0xFF: bytes[byte] = Int16(byte)
            default:
                bytes[next] = Int16(byte)
                next += 1
            }
        }
        return bytes
    }()
}
