import HilumOntology

/// Puts back the finding where a second statement of the other side leaves it out: "pneumothorax on the right but none on the left",
/// "the left effusion is larger and the right is unchanged".
extension SentenceReading {
    mutating func completeEllipses(_ grammar: Grammar) {
        guard traits.contains(.side) else { return }
        var index = items.count - 1
        while index > 1 {
            if kind(index) == .laterality, let place = elliptical(index, grammar),
                let head = findingBefore(place, of: index, grammar)
            {
                repeatItem(head, at: place)
            }
            index -= 1
        }
    }

    /// Where the finding is missing beside a side: after "none" in "none on the left", after "right" in "the right is unchanged".
    private func elliptical(_ side: Int, _ grammar: Grammar) -> Int? {
        let start = kind(side - 1) == .determiner ? side - 1 : side
        if start > 1, kind(start - 1) == .preposition, standsForFinding(start - 2, grammar), startsClause(start - 2, grammar) {
            // A change follows what it is said of.
            if case .change = grammar.entry(items[start - 2])?.attribute { return start - 2 }
            return start - 1
        }
        guard side + 1 < items.count, startsClause(start, grammar) else { return nil }
        switch kind(side + 1) {
        case .verb: return side + 1
        case .change: return grammar.entry(items[side + 1])?.connective == nil && endsClause(side + 2, grammar) ? side + 1 : nil
        default: return nil
        }
    }

    /// Whether a word may stand alone for a finding of which it says something: "none", "small", "decreased", "one", "that".
    private func standsForFinding(_ index: Int, _ grammar: Grammar) -> Bool {
        switch kind(index) {
        case .size, .severity, .change: return true
        case .cue: return grammar.entry(items[index])?.cue?.kind == .negation
        case .state: return grammar.entry(items[index])?.attribute != nil
        default:
            let role = grammar.entry(items[index])?.connective
            return role == .pronoun || role == .demonstrative
        }
    }

    private func startsClause(_ index: Int, _ grammar: Grammar) -> Bool {
        guard index > 0 else { return false }
        let before = kind(index - 1) == .determiner && index > 1 ? index - 2 : index - 1
        switch kind(before) {
        case .coordinator: return !isOr(before, grammar)
        case .comma: return true
        case .cue: return endsScope(before, grammar)
        default: return false
        }
    }

    private func endsClause(_ index: Int, _ grammar: Grammar) -> Bool {
        guard index < items.count else { return true }
        switch kind(index) {
        case .comma, .coordinator, .preposition, .cue: return true
        default: return false
        }
    }

    /// The last finding before, if a side was already said of it that is not this one.
    private func findingBefore(_ place: Int, of side: Int, _ grammar: Grammar) -> Int? {
        guard let head = (leftmost(from: place)..<place).last(where: { kind($0) == .finding }),
            let said = grammar.entry(items[side])?.attribute
        else { return nil }
        let others = (leftmost(from: place)..<place).filter { kind($0) == .laterality && $0 != side }
        return others.contains { grammar.entry(items[$0])?.attribute != said } ? head : nil
    }
}
