import HilumOntology

/// How many of a finding there are: "two nodules", "multiple rib fractures", "3 sternal wires". No measurement, no level, no number of a list.
extension SentenceReading {
    mutating func findCounts(_ grammar: Grammar, _ text: [UInt8]) {
        guard traits.contains(.number) else { return }
        for index in items.indices {
            guard let count = self.count(at: index, grammar, text), let head = countedHead(index) else { continue }
            if case .exactly(let value) = count, (value > 1) != items[head].isPlural { continue }
            counts.append((head, index, count))
        }
    }

    private func count(at index: Int, _ grammar: Grammar, _ text: [UInt8]) -> FindingCount? {
        switch kind(index) {
        case .other, .descriptor:
            guard let number = grammar.entry(items[index])?.number, number.kind == .cardinal else { return nil }
            return number.value == 0 ? .many : .exactly(Int(number.value))
        case .number:
            guard beginsPhrase(index), let value = smallNumber(items[index], text), value > 0 else { return nil }
            return .exactly(value)
        default: return nil
        }
    }

    /// Whether a number stands where a count does: not "day 2", "T 7" or "2.5 x 3".
    private func beginsPhrase(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        switch kind(index - 1) {
        case .other, .number, .unit, .site, .finding, .tip: return false
        default: return true
        }
    }

    /// The finding that a number counts: the noun of its phrase, if no unit makes it a length.
    private func countedHead(_ index: Int) -> Int? {
        var next = index + 1
        if next < items.count, kind(index) == .number, kind(next) == .unit || kind(next) == .number { return nil }
        while next < rightmost(from: index) {
            switch kind(next) {
            case .finding: return next
            case .site: break
            default:
                guard kind(next).isInsideNounPhrase else { return nil }
            }
            next += 1
        }
        return nil
    }
}
