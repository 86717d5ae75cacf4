/// FNV-1a of 128 bits (draft-eastlake-fnv): tells texts apart without keeping them. Two of ten million share one by chance in one of 10²⁴
/// files. It is no protection against forgery.
package struct TextHash: Sendable, Hashable {
    package let value: UInt128

    package init(of bytes: some Sequence<UInt8>) {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for byte in bytes {
            hash ^= UInt128(byte)
            // Times the prime 2⁸⁸ + 0x13b.
            hash = (hash << 88) &+ hash &* 0x13b
        }
        value = hash
    }

    private static let digits = 32

    /// Nil if these are not 32 hexadecimal digits.
    package init?(hexadecimal: String) {
        guard hexadecimal.utf8.count == Self.digits, hexadecimal.allSatisfy(\.isHexDigit),
            let value = UInt128(hexadecimal, radix: 16)
        else { return nil }
        self.value = value
    }

    /// In 32 digits, small letters.
    package var hexadecimal: String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: Self.digits - text.count) + text
    }
}
