/// Numbers words: equal words, byte for byte, have the same number.
struct WordNumbers {
    private var table: NumberTable
    private var words: Words

    /// - Parameter capacity: how many words there will be at most.
    init(capacity: Int) {
        table = NumberTable(capacity: capacity)
        words = Words(capacity: capacity)
    }

    mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
        let known = table.count
        let number = table.numberOrNew(hash: Self.hash(word)) { words.isWord(Int($0), word) }
        if number == known { words.append(word) }
        return number
    }

    /// FNV-1a (Fowler, Noll, Vo), of eight bytes at a time.
    @inline(__always)
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(word)
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var index = 0
        while index + 8 <= bytes.count {
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x100_0000_01b3
            // What is above would never come down by multiplying.
            hash ^= hash >> 32
            index += 8
        }
        while index < bytes.count {
            hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
            index += 1
        }
        return hash
    }

    /// The words that have a number, in one piece of memory.
    private struct Words {
        private var letters: [UInt8] = []
        /// Where each begins, and where the last one ends.
        private var starts: [Int] = []

        /// - Parameter capacity: how many words there will be at most, most likely fewer.
        init(capacity: Int) {
            letters.reserveCapacity(capacity)
            starts.reserveCapacity(capacity / 4 + 1)
            starts.append(0)
        }

        @inline(__always)
        mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
            for letter in word { letters.append(letter) }
            starts.append(letters.count)
        }

        @inline(__always)
        func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
            let start = starts[number]
            guard starts[number + 1] - start == word.count else { return false }
            return letters.withUnsafeBufferPointer { letters in
                for index in 0..<word.count where letters[start + index] != word[index] { return false }
                return true
            }
        }
    }
}
