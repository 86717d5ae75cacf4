/// How many n-grams two texts share.
enum NGramOverlap {
    /// For n = 1…`order`: the sum over n-grams of the lesser of their two counts, so that one that is repeated in one text counts
    /// as often as it stands in the other.
    /// - Parameters:
    ///   - candidate: words as numbers from 0, as is `reference`.
    static func shared(candidate: [Int32], reference: [Int32], order: Int) -> [Int] {
        var shared = [Int](repeating: 0, count: order)
        // Where n-grams begin, as numbers; -1 for one of the candidate that the reference has not.
        var candidateGrams = candidate
        var referenceGrams = reference
        var left = [Int](repeating: 0, count: Int(max(candidate.max() ?? -1, reference.max() ?? -1)) + 1)
        for n in 1...order {
            if n > 1 {
                var grams = Grams(capacity: referenceGrams.count)
                if !referenceGrams.isEmpty { referenceGrams.removeLast() }
                if !candidateGrams.isEmpty { candidateGrams.removeLast() }
                for index in referenceGrams.indices {
                    let next = reference[index + n - 1]
                    referenceGrams[index] = grams.numberOrNew(prefix: referenceGrams[index], next: next)
                }
                for index in candidateGrams.indices where candidateGrams[index] >= 0 {
                    let next = candidate[index + n - 1]
                    candidateGrams[index] = grams.number(prefix: candidateGrams[index], next: next) ?? -1
                }
                left = [Int](repeating: 0, count: referenceGrams.count)
            }
            for gram in referenceGrams { left[Int(gram)] += 1 }
            for gram in candidateGrams where gram >= 0 && left[Int(gram)] > 0 {
                left[Int(gram)] -= 1
                shared[n - 1] += 1
            }
            // Without a shared n-gram there is no longer one.
            if shared[n - 1] == 0 { break }
        }
        return shared
    }

    /// Numbers n-grams by the number of their first n − 1 words and their last word.
    private struct Grams {
        private var table: NumberTable
        private var keys: [UInt64] = []

        init(capacity: Int) {
            table = NumberTable(capacity: capacity)
            keys.reserveCapacity(capacity)
        }

        mutating func numberOrNew(prefix: Int32, next: Int32) -> Int32 {
            let key = Self.key(prefix, next)
            let number = table.numberOrNew(hash: key) { keys[Int($0)] == key }
            if Int(number) == keys.count { keys.append(key) }
            return number
        }

        func number(prefix: Int32, next: Int32) -> Int32? {
            let key = Self.key(prefix, next)
            return table.number(hash: key) { keys[Int($0)] == key }
        }

        private static func key(_ prefix: Int32, _ next: Int32) -> UInt64 {
            UInt64(UInt32(bitPattern: prefix)) << 32 | UInt64(UInt32(bitPattern: next))
        }
    }
}
