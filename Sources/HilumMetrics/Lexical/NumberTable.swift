/// Numbers from 0 for keys in the order in which they come, by open addressing. It holds the numbers only: who uses it keeps the
/// keys, so that a word costs no object of its own.
struct NumberTable {
    private var slots: [Int32]
    private(set) var count: Int32 = 0

    /// - Parameter capacity: how many keys there will be at most.
    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
    }

    /// The number of a key, or nil where it has none.
    @inline(__always)
    func number(hash: UInt64, isKey: (Int32) -> Bool) -> Int32? {
        let number = slots[slot(hash, isKey)]
        return number < 0 ? nil : number
    }

    /// The number of a key; it gets the next one where it has none, which is then the former `count`.
    @inline(__always)
    mutating func numberOrNew(hash: UInt64, isKey: (Int32) -> Bool) -> Int32 {
        let slot = slot(hash, isKey)
        let known = slots[slot]
        guard known < 0 else { return known }
        slots[slot] = count
        count += 1
        return count - 1
    }

    /// Where the key stands, or the free slot where it would.
    @inline(__always)
    private func slot(_ hash: UInt64, _ isKey: (Int32) -> Bool) -> Int {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
            while slots[slot] >= 0, !isKey(slots[slot]) { slot = (slot + 1) & mask }
            return slot
        }
    }
}
