/// The longest common subsequence of two texts.
///
/// Row by row of the table of lengths, a row in bits: a bit is 0 where the length grows, so that a row comes of the one before it by an
/// addition (Crochemore et al. 2001, doi:10.1016/S0020-0190(00)00214-X; Hyyrö 2004). O(words of one × words of the other / 64).
enum CommonSubsequence {
    /// Its length.
    /// - Parameters:
    ///   - one: words as numbers from 0, as is `other`.
    static func length(_ one: [Int32], _ other: [Int32]) -> Int {
        // What both begin and end with belongs to it: of a report and its revision little is left.
        var start = 0
        var (oneEnd, otherEnd) = (one.count, other.count)
        while start < oneEnd, start < otherEnd, one[start] == other[start] { start += 1 }
        while oneEnd > start, otherEnd > start, one[oneEnd - 1] == other[otherEnd - 1] {
            oneEnd -= 1
            otherEnd -= 1
        }
        return start + (one.count - oneEnd) + length(one[start..<oneEnd], other[start..<otherEnd])
    }

    private static func length(_ one: ArraySlice<Int32>, _ other: ArraySlice<Int32>) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return 0 }
        let places = Places(of: other)
        let blocks = (other.count + 63) / 64
        var row = [UInt64](repeating: .max, count: blocks)
        var matches = [UInt64](repeating: 0, count: blocks)
        for word in one {
            let standing = places.range(of: word)
            guard !standing.isEmpty else { continue }
            for index in standing { matches[places.places[index] >> 6] |= 1 << UInt64(places.places[index] & 63) }
            var carry: UInt64 = 0
            for block in 0..<blocks {
                let common = row[block] & matches[block]
                let (partial, first) = row[block].addingReportingOverflow(common)
                let (sum, second) = partial.addingReportingOverflow(carry)
                carry = first || second ? 1 : 0
                row[block] = sum | row[block] & ~matches[block]
            }
            for index in standing { matches[places.places[index] >> 6] = 0 }
        }
        // Bits behind the last word never match and stay 1, but for what is carried into them, which counts for nothing.
        var length = 0
        for block in 0..<blocks {
            let width = min(64, other.count - 64 * block)
            let used = width == 64 ? UInt64.max : 1 << UInt64(width) - 1
            length += (~row[block] & used).nonzeroBitCount
        }
        return length
    }

    /// Where each word stands in a text.
    private struct Places {
        /// By word, in order.
        private(set) var places: [Int]
        /// By the number of a word: where its places begin; the end behind the last.
        private var starts: [Int]

        init(of text: ArraySlice<Int32>) {
            starts = [Int](repeating: 0, count: Int(text.max() ?? -1) + 2)
            for word in text { starts[Int(word) + 1] += 1 }
            for word in 1..<starts.count { starts[word] += starts[word - 1] }
            places = [Int](repeating: 0, count: text.count)
            var next = starts
            for (place, word) in text.enumerated() {
                places[next[Int(word)]] = place
                next[Int(word)] += 1
            }
        }

        func range(of word: Int32) -> Range<Int> {
            Int(word) + 1 < starts.count ? starts[Int(word)]..<starts[Int(word) + 1] : 0..<0
        }
    }
}
