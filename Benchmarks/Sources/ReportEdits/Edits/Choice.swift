/// Chooses, the same for the same report every time.
struct Choice: Sendable {
    private var state: UInt64

    /// - Parameters:
    ///   - id: of the report.
    ///   - salt: of the kind of edit, so that kinds choose independently.
    init(id: String, salt: String) {
        state = 0xcbf2_9ce4_8422_2325
        for byte in (id + "/" + salt).utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    /// From 0 up to a count that is above 0.
    mutating func number(below count: Int) -> Int {
        // SplitMix64 (Steele et al. 2014).
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(count, 1)))
    }

    /// Nil of nothing.
    mutating func one<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[number(below: elements.count)]
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var rest = elements
        var shuffled: [Element] = []
        while !rest.isEmpty { shuffled.append(rest.remove(at: number(below: rest.count))) }
        return shuffled
    }
}
