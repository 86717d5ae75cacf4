/// Remembers ids, or other keys, by a hash of 128 bits (FNV-1a, draft-eastlake-fnv), so that ten million of whatever length take some 350 MB. Two of so
/// many ids share a hash by chance once in 10²⁴ files.
package struct IDRegister {
    /// Several tables, as one that grows is in memory twice meanwhile.
    private var lines = [[UInt128: UInt32]](repeating: [:], count: 64)

    package init() {}

    /// Remembers an id and its line.
    /// - Returns: the line of the same id before it, if there was one.
    package mutating func register(_ id: [UInt8], line: Int) -> Int? {
        let hash = Self.hash(id)
        let table = Int(truncatingIfNeeded: hash ^ hash >> 94) & (lines.count - 1)
        return lines[table].updateValue(UInt32(clamping: line), forKey: hash).map(Int.init)
    }

    private static func hash(_ bytes: [UInt8]) -> UInt128 {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for byte in bytes {
            hash ^= UInt128(byte)
            // Times the prime 2⁸⁸ + 0x13b.
            hash = (hash << 88) &+ hash &* 0x13b
        }
        return hash
    }
}
