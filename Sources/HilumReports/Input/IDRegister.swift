/// Remembers ids, or other keys, by their `TextHash`, so that ten million of whatever length take some 350 MB.
package struct IDRegister {
    /// Several tables, as one that grows is in memory twice meanwhile.
    private var lines = [[UInt128: UInt32]](repeating: [:], count: 64)

    package init() {}

    /// Remembers an id and its line.
    /// - Returns: the line of the same id before it, if there was one.
    package mutating func register(_ id: [UInt8], line: Int) -> Int? {
        let hash = TextHash(of: id).value
        let table = Int(truncatingIfNeeded: hash ^ hash >> 94) & (lines.count - 1)
        return lines[table].updateValue(UInt32(clamping: line), forKey: hash).map(Int.init)
    }
}
