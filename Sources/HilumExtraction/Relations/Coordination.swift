/// Puts back what coordination leaves out: "moderate left and small right effusions" are a moderate left effusion and a small right one.
extension SentenceReading {
    mutating func completeCoordination() {
        var index = items.count - 1
        while index > 0 {
            if kind(index) == .coordinator, kind(index - 1) == .laterality, isPhraseOfItsOwn(before: index),
                let head = describedHead(after: index)
            {
                items.insert(items[head], at: index)
            }
            index -= 1
        }
    }

    /// Whether the words before a coordinator lack their noun: not so in "opacity on the left and small effusion".
    private func isPhraseOfItsOwn(before coordinator: Int) -> Bool {
        var index = coordinator - 1
        while index >= leftmost(from: coordinator), kind(index).isInsideNounPhrase { index -= 1 }
        return index < 0 || (kind(index) != .preposition && kind(index) != .determiner)
    }

    /// The finding after a coordinator, if it has there a side and a degree of its own.
    private func describedHead(after coordinator: Int) -> Int? {
        var hasDegree = false
        var hasSide = false
        for index in coordinator + 1..<rightmost(from: coordinator) {
            switch kind(index) {
            // "small" is first read as a state.
            case .severity, .size, .change, .state: hasDegree = true
            case .laterality: hasSide = true
            case .finding: return hasDegree && hasSide ? index : nil
            default:
                guard kind(index).isInsideNounPhrase else { return nil }
            }
        }
        return nil
    }
}
