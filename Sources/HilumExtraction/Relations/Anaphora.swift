import HilumOntology

/// What a sentence takes from the one before: "It measures 2 cm", "This may represent scarring". The finding that is meant, and where it
/// lies, are put in the place of the word that stands for them.
extension SentenceReading {
    /// "These opacities have increased": a finding pointed at lies where the topic lies.
    private mutating func borrowPlace(after demonstrative: Int, from previous: SentenceReading) {
        let head = Int(previous.topic)
        let sites = previous.siteItems(of: head).map(Int.init)
        let noun = skipNounPhrase(from: demonstrative + 1)
        guard !sites.isEmpty, noun < items.count, kind(noun) == .finding,
            !(demonstrative..<noun).contains(where: { kind($0) == .laterality })
        else { return }
        items.insert(contentsOf: sites.map { previous.items[$0] }, at: demonstrative + 1)
        borrowed = demonstrative + 1..<demonstrative + 1 + sites.count
        borrowedSides.removeAll(keepingCapacity: true)
        borrowedSides.append(contentsOf: sites.map { previous.sides[$0] })
        borrowedObservation = Self.none
    }

    /// Finds the anaphor with which the sentence begins and puts the topic of the previous sentence in its place.
    mutating func resolveAnaphor(from previous: SentenceReading, _ grammar: Grammar) {
        borrowed = 0..<0
        borrowedObservation = Self.none
        guard previous.topic != Self.none else { return }
        if let first = items.first, grammar.entry(first)?.connective == .demonstrative, hasNoun(after: 0) {
            return borrowPlace(after: 0, from: previous)
        }
        guard let place = anaphor(grammar) else { return }
        let head = Int(previous.topic)
        let sites = previous.siteItems(of: head).map(Int.init)
        items.replaceSubrange(place, with: (sites + [head]).map { previous.items[$0] })
        borrowed = place.lowerBound..<place.lowerBound + sites.count + 1
        borrowedSides.removeAll(keepingCapacity: true)
        borrowedSides.append(contentsOf: (sites + [head]).map { previous.sides[$0] })
        borrowedObservation = previous.observation[head]
    }

    /// The head that stands for a finding of an earlier sentence.
    var borrowedHead: Int? { borrowedObservation == Self.none ? nil : borrowed.last }

    /// Sides said in the sentence before hold on.
    mutating func restoreBorrowedSides() {
        for (index, known) in zip(borrowed, borrowedSides) { sides[index].formUnion(known) }
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
}
