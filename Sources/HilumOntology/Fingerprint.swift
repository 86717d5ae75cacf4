/// FNV-1a, 64 bits, over all cells (draft-eastlake-fnv). It tells versions of the ontology apart; it is no protection against forgery.
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

    private mutating func add(_ text: String) {
        for byte in text.utf8 { mix(byte) }
        mix(0)
    }

    private mutating func mix(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
