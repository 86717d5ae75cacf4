import HilumOntology

/// Which measurements are of an earlier examination: "now 14 mm, previously 9 mm", "has grown from 9 mm to 14 mm".
extension SentenceReading {
    /// - Parameter number: the item of the first number of a length.
    func isPrior(_ number: Int, _ grammar: Grammar) -> Bool {
        var index = number - 1
        while index >= leftmost(from: number), !endsTime(index) {
            switch grammar.entry(items[index])?.time {
            case .prior: return true
            case .current: return false
            case .from: return beginsChange(number, from: index, grammar)
            case .since, nil: break
            }
            index -= 1
        }
        return isPriorAfter(number, grammar)
    }

    /// Whether an item ends the search for a word of time: the last measurement, another finding, a comma.
    private func endsTime(_ index: Int) -> Bool {
        switch kind(index) {
        case .unit, .finding, .comma, .coordinator, .openParenthesis, .closeParenthesis: true
        default: false
        }
    }

    /// "3.1 cm previously", "(3.1 cm on the prior study)"; of "14 mm compared with 9 mm" the word is the second length's.
    private func isPriorAfter(_ number: Int, _ grammar: Grammar) -> Bool {
        guard let unit = (number..<rightmost(from: number)).first(where: { kind($0) == .unit }) else { return false }
        var isPrior = false
        for index in unit + 1..<max(unit + 1, rightmost(from: unit)) {
            if endsTime(index) { break }
            if kind(index) == .number { return false }
            switch grammar.entry(items[index])?.time {
            case .prior: isPrior = true
            case .current: return false
            case .from, .since, nil: break
            }
        }
        return isPrior
    }

    /// Whether a length is the one that a change began with: something has changed, and another length follows.
    private func beginsChange(_ number: Int, from word: Int, _ grammar: Grammar) -> Bool {
        let hasChange = (leftmost(from: word)..<word).contains { kind($0) == .change }
        return hasChange
            && (number + 1..<rightmost(from: number)).contains { grammar.entry(items[$0])?.number?.kind == .range }
    }
}
