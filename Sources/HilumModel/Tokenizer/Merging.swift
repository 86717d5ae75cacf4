/// Merges the bytes of one piece after another into tokens. Its memory is used again for each.
///
/// The sooner merge goes first, and of two alike the one on the left. What could be merged waits in a heap, so that a piece of n bytes
/// takes n log n steps, whatever it holds.
struct Merging {
    /// A token of the piece, and its neighbours; they are linked as merges take them out of the middle.
    private struct Symbol {
        /// -1 once it has been merged into the one before it.
        var token: Int32
        var before: Int32
        var after: Int32
    }

    /// Two neighbours that can be merged, if they are still what they were.
    private struct Candidate {
        /// Rank, then place: the smallest goes first.
        var order: UInt64
        var token: Int32

        init(_ merge: MergeTable.Merge, at place: Int32) {
            order = UInt64(UInt32(bitPattern: merge.rank)) << 32 | UInt64(UInt32(bitPattern: place))
            token = merge.token
        }

        var place: Int32 { Int32(truncatingIfNeeded: order) }
    }

    private var symbols: [Symbol] = []
    /// A binary heap.
    private var waiting: [Candidate] = []

    /// Appends the tokens of a piece.
    /// - Parameter byteTokens: the token of each byte.
    mutating func append(
        _ piece: Slice<UnsafeBufferPointer<UInt8>>, byteTokens: [Int32], merges: MergeTable, to tokens: inout [Int32]
    ) {
        symbols.removeAll(keepingCapacity: true)
        let last = Int32(piece.count) - 1
        for byte in piece {
            let place = Int32(symbols.count)
            symbols.append(Symbol(token: byteTokens[Int(byte)], before: place - 1, after: place == last ? -1 : place + 1))
        }
        for place in 0..<max(last, 0) { consider(place, merges) }
        while let candidate = popFirst() { merge(candidate, merges) }
        var place: Int32 = symbols.isEmpty ? -1 : 0
        while place >= 0 {
            tokens.append(symbols[Int(place)].token)
            place = symbols[Int(place)].after
        }
    }

    /// The symbol at a place and the one after it wait to be merged, if they can be.
    private mutating func consider(_ place: Int32, _ merges: MergeTable) {
        guard place >= 0 else { return }
        let symbol = symbols[Int(place)]
        guard symbol.after >= 0, let merge = merges.merge(symbol.token, symbols[Int(symbol.after)].token) else { return }
        push(Candidate(merge, at: place))
    }

    private mutating func merge(_ candidate: Candidate, _ merges: MergeTable) {
        let place = candidate.place
        let symbol = symbols[Int(place)]
        guard symbol.token >= 0, symbol.after >= 0 else { return }
        let next = symbols[Int(symbol.after)]
        // What waits may be out of date: one of the two has become another.
        guard merges.merge(symbol.token, next.token)?.token == candidate.token else { return }
        symbols[Int(symbol.after)].token = -1
        symbols[Int(place)].token = candidate.token
        symbols[Int(place)].after = next.after
        if next.after >= 0 { symbols[Int(next.after)].before = place }
        consider(symbol.before, merges)
        consider(place, merges)
    }

    // MARK: The heap

    private mutating func push(_ candidate: Candidate) {
        var index = waiting.count
        waiting.append(candidate)
        while index > 0 {
            let parent = (index - 1) / 2
            guard waiting[parent].order > candidate.order else { break }
            waiting[index] = waiting[parent]
            index = parent
        }
        waiting[index] = candidate
    }

    private mutating func popFirst() -> Candidate? {
        guard let first = waiting.first, let moved = waiting.popLast() else { return nil }
        guard !waiting.isEmpty else { return first }
        var index = 0
        while true {
            var child = 2 * index + 1
            guard child < waiting.count else { break }
            if child + 1 < waiting.count, waiting[child + 1].order < waiting[child].order { child += 1 }
            guard waiting[child].order < moved.order else { break }
            waiting[index] = waiting[child]
            index = child
        }
        waiting[index] = moved
        return first
    }
}
