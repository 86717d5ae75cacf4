/// Numbers words: equal words, byte for byte, have the same number.
struct WordNumbers {
    private var table: NumberTable
    private var words = Words()

    /// - Parameter capacity: how many words there will be at most.
    init(capacity: Int) {
        table = NumberTable(capacity: capacity)
    }

    mutating func number(of word: ArraySlice<UInt8>) -> Int32 {
        // FNV-1a (Fowler, Noll, Vo).
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let known = table.count
        let number = table.numberOrNew(hash: hash) { words.isWord(Int($0), word) }
        if number == known { words.append(word) }
        return number
    }

    /// The words that have a number, in one piece of memory.
    private struct Words {
        private var letters: [UInt8] = []
        /// Where each begins, and where the last one ends.
        private var starts = [0]

        mutating func append(_ word: ArraySlice<UInt8>) {
            letters += word
            starts.append(letters.count)
        }

        func isWord(_ number: Int, _ word: ArraySlice<UInt8>) -> Bool {
            var index = starts[number]
            guard starts[number + 1] - index == word.count else { return false }
            for byte in word {
                if letters[index] != byte { return false }
                index += 1
            }
            return true
        }
    }
}
