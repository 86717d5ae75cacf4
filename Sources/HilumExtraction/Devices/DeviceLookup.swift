/// Which device a word of the sentence is about.
extension SentenceReading {
    func isDevice(_ head: Int, _ grammar: Grammar) -> Bool {
        kind(head) == .finding && grammar.entry(items[head])?.isDevice == true
    }

    /// The nearest device before a word.
    func device(before word: Int, _ grammar: Grammar) -> Int? {
        (leftmost(from: word)..<word).last { isDevice($0, grammar) }
    }

    /// The nearest device before a word, else the next one from it on.
    func device(near word: Int, _ grammar: Grammar) -> Int? {
        device(before: word, grammar) ?? (word..<rightmost(from: word)).first { isDevice($0, grammar) }
    }

    /// The nearest device before a word that the tables know the right place of, else the nearest of any kind.
    func deviceWithTip(before word: Int, _ grammar: Grammar) -> Int? {
        (leftmost(from: word)..<word).last { kind($0) == .finding && grammar.entry(items[$0])?.hasTip == true }
            ?? device(before: word, grammar)
    }

    /// The device that a noun phrase names: "the left chest wall port", but not "the right atrium of …".
    func deviceInPhrase(from start: Int, _ grammar: Grammar) -> Int? {
        var index = start
        while index < rightmost(from: start), kind(index).isInsideNounPhrase || kind(index) == .determiner || kind(index) == .site
        {
            index += 1
        }
        guard index < items.count, isDevice(index, grammar),
            // A site that stands apart from the device is where something lies, not what the device is named by.
            !(start..<index).contains(where: { kind($0) == .site && skipNounPhrase(from: $0 + 1) != index })
        else { return nil }
        return index
    }
}
