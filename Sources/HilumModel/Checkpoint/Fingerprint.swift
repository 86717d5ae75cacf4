extension CheckpointFile {
    /// FNV-1a, 64 bits, eight bytes at a time, over files one after another, to tell checkpoints apart; 16 hexadecimal digits. It is no
    /// protection against forgery.
    static func fingerprint(of files: [CheckpointFile]) -> String {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for file in files {
            file.withBytes { bytes in
                let whole = bytes.count & ~7
                for start in stride(from: 0, to: whole, by: 8) {
                    let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
                    value = (value ^ eight) &* 0x100_0000_01b3
                }
                for byte in bytes[whole...] { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
                value = (value ^ UInt64(bytes.count)) &* 0x100_0000_01b3
            }
        }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
