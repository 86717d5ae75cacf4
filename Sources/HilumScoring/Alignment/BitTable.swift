/// A square table of bits, of which whole rows are joined at a time.
struct BitTable: Sendable {
    private let width: Int
    /// Row after row, each from a word of its own on.
    private var words: [UInt64]

    /// All of them not set.
    init(size: Int) {
        width = (size + 63) / 64
        words = [UInt64](repeating: 0, count: size * width)
    }

    subscript(row: Int, column: Int) -> Bool {
        get { words[row * width + column >> 6] >> UInt64(column & 63) & 1 != 0 }
        set {
            let bit: UInt64 = 1 << UInt64(column & 63)
            if newValue { words[row * width + column >> 6] |= bit } else { words[row * width + column >> 6] &= ~bit }
        }
    }

    /// Sets the bits of a row that another table has set in one of its rows.
    mutating func formUnion(ofRow row: Int, with other: BitTable, row otherRow: Int) {
        for word in 0..<width { words[row * width + word] |= other.words[otherRow * width + word] }
    }

    /// Leaves the bits of a row set that another table has set in one of its rows.
    mutating func formIntersection(ofRow row: Int, with other: BitTable, row otherRow: Int) {
        for word in 0..<width { words[row * width + word] &= other.words[otherRow * width + word] }
    }
}
