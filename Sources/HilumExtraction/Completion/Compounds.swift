import HilumOntology

/// Findings of two words between which their place stands: a "loculated right pleural effusion" is a loculated pleural effusion.
extension SentenceReading {
    mutating func joinCompounds(_ tokens: Tokens, _ grammar: Grammar) {
        guard !traits.isDisjoint(with: [.site, .side]) else { return }
        for head in items.indices where kind(head) == .finding {
            guard let first = firstWord(of: head, tokens, grammar) else { continue }
            items[first.item].kind = .other
            read(head, as: first.entry, .finding, grammar)
        }
    }

    /// The word in front of a finding's place that makes one phrase with it.
    private func firstWord(
        of head: Int, _ tokens: Tokens, _ grammar: Grammar
    ) -> (item: Int, entry: Int32)? {
        var index = head - 1
        var isPlaced = false
        while index >= leftmost(from: head) {
            switch kind(index) {
            case .site, .laterality: isPlaced = true
            case .descriptor, .state, .finding:
                if isPlaced, let own = self.tokens(of: index, in: tokens), let words = self.tokens(of: head, in: tokens),
                    let entry = grammar.matcher.entry(of: own, words), grammar.matcher.kind(of: entry) == .finding
                {
                    return (index, entry)
                }
                if kind(index) == .finding { return nil }
            default:
                guard kind(index).isInsideNounPhrase else { return nil }
            }
            index -= 1
        }
        return nil
    }
}
