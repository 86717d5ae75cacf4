import HilumOntology

/// What a sentence takes from the one before: "It measures 2 cm", "This may represent scarring". The finding that is meant, and where it
/// lies, are put in the place of the word that stands for them.
extension SentenceReading {
    /// Finds the anaphor with which the sentence begins and puts the topic of the previous sentence in its place.
    mutating func resolveAnaphor(from topic: Topic, _ grammar: Grammar) {
        borrowed = 0..<0
        borrowedObservation = Self.none
        guard !topic.items.isEmpty else { return }
        if let first = items.first, grammar.entry(first)?.connective == .demonstrative, hasNoun(after: 0) {
            if takesPlace(after: 0) { borrow(topic.items.count - 1, of: topic, at: 1..<1) }
        } else if let place = anaphor(grammar) {
            borrow(topic.items.count, of: topic, at: place)
            borrowedObservation = topic.observation
        }
    }

    /// Puts the first items of the topic in the place of some of this sentence's.
    private mutating func borrow(_ count: Int, of topic: Topic, at place: Range<Int>) {
        items.replaceSubrange(place, with: topic.items[..<count])
        borrowed = place.lowerBound..<place.lowerBound + count
        borrowedSides = Array(topic.sides[..<count])
        if count > 0 { traits.formUnion(topic.traits) }
    }

    /// "These opacities have increased": a finding pointed at lies where the topic lies, unless it has a side of its own.
    private func takesPlace(after demonstrative: Int) -> Bool {
        let noun = skipNounPhrase(from: demonstrative + 1)
        return noun < items.count && kind(noun) == .finding && !(demonstrative..<noun).contains { kind($0) == .laterality }
    }

    /// The anaphor, or the empty place before a verb that lacks its subject: "Measures 2 cm."
    private func anaphor(_ grammar: Grammar) -> Range<Int>? {
        for index in 0..<rightmost(from: 0) {
            switch grammar.entry(items[index])?.connective {
            case .anaphor: return index..<index + 1
            case .demonstrative: return hasNoun(after: index) ? nil : index..<index + 1
            default:
                if kind(index) == .verb, index == 0, !items.contains(where: { $0.kind.isHead || $0.kind == .site }) {
                    return 0..<0
                }
                guard kind(index).isInsideNounPhrase || kind(index) == .cue || kind(index) == .comma else { return nil }
            }
        }
        return nil
    }

    private func hasNoun(after index: Int) -> Bool {
        guard index + 1 < items.count else { return false }
        switch kind(index + 1) {
        case .verb, .cue, .change, .mask: return false
        default: return true
        }
    }

    // MARK: What was borrowed

    /// The head that stands for a finding of an earlier sentence.
    var borrowedHead: Int? { borrowedObservation == Self.none ? nil : borrowed.last }

    /// Sides said in the sentence before hold on.
    mutating func restoreBorrowedSides() {
        for (index, known) in zip(borrowed, borrowedSides) { notes[index].sides.formUnion(known) }
    }
}
