/// FNV-1a, 64 bits (draft-eastlake-fnv): over all cells, to tell versions of the ontology apart, or over bytes, to tell damage. It is no
/// protection against forgery.
struct Fingerprint {
    private var value: UInt64 = 0xcbf2_9ce4_8422_2325

    init(of tables: [Table]) {
        for table in tables {
            add(table.schema.name)
            for row in table.rows {
                for cell in row.cells { add(cell) }
            }
        }
    }

    /// Of bytes, eight at a time: any of them changed changes it.
    init(of bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            let whole = bytes.count & ~7
            for start in stride(from: 0, to: whole, by: 8) {
                mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
            }
            for byte in bytes[whole...] { mix(UInt64(byte)) }
        }
        mix(UInt64(bytes.count))
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes { mix(UInt64(byte)) }
        }
        mix(0)
    }

    private mutating func mix(_ part: UInt64) {
        value = (value ^ part) &* 0x0000_0100_0000_01b3
    }

    var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
