/// The words of two texts as ROUGE compares them: numbers, the same for words of the same stem.
struct StemmedWords {
    private var candidate: [Int32]
    private var reference: [Int32]

    init(candidate: [UInt8], reference: [UInt8]) {
        var stems = StemNumbers(capacity: (candidate.count + reference.count) / 2 + 1)
        self.reference = stems.numbers(ofWordsIn: reference)
        self.candidate = stems.numbers(ofWordsIn: candidate)
    }

    func shared(order: Int) -> [Int] {
        NGramOverlap.shared(candidate: candidate, reference: reference, order: order)
    }

    var commonSubsequence: Int { CommonSubsequence.length(candidate, reference) }

    /// 2PR/(P + R); 0 without anything shared.
    /// - Parameter words: by how many there are fewer n-grams than words.
    func fMeasure(shared: Int, shorterBy words: Int) -> Double {
        guard shared > 0 else { return 0 }
        let precision = Double(shared) / Double(candidate.count - words)
        let recall = Double(shared) / Double(reference.count - words)
        return 2 * precision * recall / (precision + recall)
    }
}

/// Numbers words by their stem.
private struct StemNumbers {
    private var words: WordNumbers
    private var stems: WordNumbers
    /// By the number of a word: it is stemmed where it first occurs.
    private var stemOfWord: [Int32] = []
    private var stemmer = PorterStemmer()

    init(capacity: Int) {
        words = WordNumbers(capacity: capacity)
        stems = WordNumbers(capacity: capacity)
    }

    mutating func numbers(ofWordsIn text: [UInt8]) -> [Int32] {
        var numbers: [Int32] = []
        numbers.reserveCapacity(text.count / 4)
        AlphanumericWords.forEach(in: text) { word in
            let number = Int(words.number(of: word))
            if number == stemOfWord.count {
                stemOfWord.append(word.count > 3 ? stemmer.stem(word) { stems.number(of: $0) } : stems.number(of: word))
            }
            numbers.append(stemOfWord[number])
        }
        return numbers
    }
}
