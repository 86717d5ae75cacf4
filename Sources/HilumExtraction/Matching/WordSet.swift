/// Some words of a vocabulary, by number.
struct WordSet: Sendable {
    private var isMember: [Bool]

    /// - Parameter words: lower-case; those that the vocabulary lacks are left out.
    init(_ words: some Sequence<String>, of vocabulary: Vocabulary) {
        isMember = [Bool](repeating: false, count: vocabulary.count + 1)
        for word in words { isMember[Int(vocabulary.number(of: word))] = true }
        isMember[Int(Vocabulary.unknown)] = false
    }

    @inline(__always)
    func contains(_ word: UInt16) -> Bool { isMember[Int(word)] }
}
