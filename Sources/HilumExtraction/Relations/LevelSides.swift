/// The sides of levels in a list.
extension SentenceReading {
    /// A side that is said of one member of a list holds for all: "left fourth and fifth ribs".
    mutating func shareSidesOfLevels(_ grammar: Grammar) {
        guard traits.contains(.level) else { return }
        for index in items.indices { shareSide(to: index, from: previousMember(index, grammar)) }
        for index in items.indices.reversed() {
            if let previous = previousMember(index, grammar) { shareSide(to: previous, from: index) }
        }
    }

    private mutating func shareSide(to index: Int, from other: Int?) {
        guard let other, notes[index].sides.isEmpty else { return }
        notes[index].sides = notes[other].sides
        notes[index].sideWord = notes[other].sideWord
    }

    /// "5th anterior and 6th lateral left ribs"; the side of "4th and left 5th rib" is the second one's.
    private func isBetweenMembers(_ index: Int) -> Bool {
        switch kind(index) {
        case .coordinator, .comma, .other, .descriptor: true
        case .laterality: index > 0 && kind(index - 1) != .coordinator
        default: false
        }
    }

    private func previousMember(_ index: Int, _ grammar: Grammar) -> Int? {
        guard kind(index) == .site, let level = grammar.entry(items[index])?.level, level.number != 0 else { return nil }
        var previous = index - 1
        while previous >= 0, isBetweenMembers(previous) { previous -= 1 }
        guard previous >= 0, previous < index - 1, kind(previous) == .site,
            let other = grammar.entry(items[previous])?.level, other.number != 0, other.series == level.series
        else { return nil }
        return previous
    }
}
