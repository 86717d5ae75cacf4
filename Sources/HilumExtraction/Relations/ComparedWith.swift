import HilumOntology

/// What a change is measured against: "increased since the prior CT", "compared to three days ago, the effusion is larger".
extension SentenceReading {
    /// The words that name the earlier examination, with those that lead to it; nil where the sentence names none.
    func comparedWith(_ grammar: Grammar) -> TextSpan? {
        guard let start = firstWord(of: .since, grammar) ?? firstWord(of: .prior, grammar) else { return nil }
        var end = start + 1
        while end < rightmost(from: start), isOfExamination(end, grammar) { end += 1 }
        return items[start].span.union(items[end - 1].span)
    }

    private func firstWord(of role: TimeRole, _ grammar: Grammar) -> Int? {
        items.indices.first { grammar.entry(items[$0])?.time == role }
    }

    private func isOfExamination(_ index: Int, _ grammar: Grammar) -> Bool {
        switch kind(index) {
        case .determiner, .number, .unit, .other, .mask, .descriptor, .laterality: true
        case .preposition: grammar.entry(items[index])?.connective == .genitive
        default: false
        }
    }
}
