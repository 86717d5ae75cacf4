/// Numbers by number, in one open-addressed table: most lookups read one cache line. Frozen once it is made.
struct FlatMap: Sendable {
    private var keys: [UInt64]
    private var values: [UInt32]
    private let mask: Int
    private static let empty = UInt64.max

    /// - Parameter entries: each key once, none of them `UInt64.max`.
    init(_ entries: some Collection<(key: UInt64, value: UInt32)>) {
        var capacity = 64
        while capacity < entries.count * 3 { capacity *= 2 }
        mask = capacity - 1
        keys = [UInt64](repeating: Self.empty, count: capacity)
        values = [UInt32](repeating: 0, count: capacity)
        for entry in entries {
            var slot = Self.slot(entry.key, mask)
            while keys[slot] != Self.empty { slot = (slot + 1) & mask }
            keys[slot] = entry.key
            values[slot] = entry.value
        }
    }

    @inline(__always)
    subscript(key: UInt64) -> UInt32? {
        var slot = Self.slot(key, mask)
        while keys[slot] != Self.empty {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static func slot(_ key: UInt64, _ mask: Int) -> Int {
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }
}
