/// Which two tokens become one, and in which order: the pairs of a byte-pair encoding (Sennrich et al. 2016).
///
/// A table of open addressing, as a text asks for some pairs a byte.
struct MergeTable: Sendable {
    struct Merge: Sendable, Hashable {
        /// The smaller, the sooner.
        var rank: Int32
        /// What the two become.
        var token: Int32
    }

    private struct Slot {
        var pair: UInt64
        var merge: Merge
    }

    // As long as a power of two, and at least half of it free.
    private var slots: [Slot]
    private let shift: UInt64
    private static let free = UInt64.max

    /// - Parameter count: how many merges there will be, at most.
    init(count: Int) {
        let bits = max(4, Int.bitWidth - (count * 2).leadingZeroBitCount)
        slots = Array(repeating: Slot(pair: Self.free, merge: Merge(rank: 0, token: 0)), count: 1 << bits)
        shift = UInt64(64 - bits)
    }

    /// Nil where the two do not become one.
    func merge(_ left: Int32, _ right: Int32) -> Merge? {
        let pair = Self.pair(left, right)
        let slot = slots[place(of: pair)]
        return slot.pair == pair ? slot.merge : nil
    }

    /// - Returns: false if the pair is there already; it then stays as it is.
    /// - Precondition: no more pairs than `count`.
    mutating func insert(_ left: Int32, _ right: Int32, _ merge: Merge) -> Bool {
        let pair = Self.pair(left, right)
        let place = place(of: pair)
        guard slots[place].pair != pair else { return false }
        slots[place] = Slot(pair: pair, merge: merge)
        return true
    }

    private static func pair(_ left: Int32, _ right: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    }

    /// Where the pair is, or would be.
    private func place(of pair: UInt64) -> Int {
        // Fibonacci hashing: the upper bits of a product are well mixed.
        var place = Int(((pair ^ (pair >> 29)) &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while slots[place].pair != pair, slots[place].pair != Self.free { place = (place + 1) & (slots.count - 1) }
        return place
    }
}
