/// Puts back what coordination leaves out: "moderate left and small right effusions" are a moderate left effusion and a small right one,
/// "upper and lower lobes" the upper lobe and the lower lobe.
extension SentenceReading {
    mutating func completeCoordination(_ tokens: Tokens, _ grammar: Grammar) {
        // Levels bring coordinators of their own.
        guard !traits.isDisjoint(with: [.coordinator, .level]) else { return }
        shareNouns(tokens, grammar)
        repeatFindings(grammar)
    }

    // MARK: One noun for several

    /// "interstitial and alveolar edema": words before a coordinator that make a phrase with the noun at the end of what follows are that.
    private mutating func shareNouns(_ tokens: Tokens, _ grammar: Grammar) {
        for coordinator in items.indices.reversed() where kind(coordinator) == .coordinator {
            guard let phrase = phrase(after: coordinator), let words = self.tokens(of: phrase, in: tokens), words.count > 1 else {
                continue
            }
            var separator = coordinator
            while separator > 0, share(words, of: phrase, before: separator, tokens, grammar), separator > 1,
                kind(separator - 2) == .comma
            {
                separator -= 2
            }
        }
    }

    /// The site or finding that a coordinator joins, over its side and degree.
    private func phrase(after coordinator: Int) -> Int? {
        (coordinator + 1..<rightmost(from: coordinator)).first {
            kind($0) != .laterality && kind($0) != .severity && kind($0) != .size && kind($0) != .state
        }.flatMap { kind($0) == .site || kind($0) == .finding ? $0 : nil }
    }

    private mutating func share(
        _ words: Tokens, of phrase: Int, before separator: Int, _ tokens: Tokens, _ grammar: Grammar
    ) -> Bool {
        let index = separator - 1
        guard kind(index) != .finding, let own = self.tokens(of: index, in: tokens) else { return false }
        for start in words.startIndex + 1..<words.endIndex {
            guard let entry = grammar.matcher.entry(of: own, words[start...]), grammar.matcher.kind(of: entry) == kind(phrase)
            else {
                continue
            }
            read(index, as: entry, kind(phrase), grammar)
            items[index].isPlural = false
            items[index].clinicalWords = UInt8(clamping: own.count)
            // "lobes" is a plural because there are two, each of one side.
            items[phrase].isPlural = false
            return true
        }
        return false
    }

    func tokens(of item: Int, in tokens: Tokens) -> Tokens? {
        guard let first = tokens.firstIndex(where: { $0.start == items[item].start }),
            let end = tokens[first...].firstIndex(where: { $0.end == items[item].end })
        else { return nil }
        return tokens[first...end]
    }

    // MARK: One finding for several sides

    private mutating func repeatFindings(_ grammar: Grammar) {
        var index = items.count - 1
        while index > 0 {
            if kind(index) == .coordinator, kind(index - 1) == .laterality, isPhraseOfItsOwn(before: index),
                let head = describedHead(after: index, grammar)
            {
                repeatItem(head, at: index)
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
    private func describedHead(after coordinator: Int, _ grammar: Grammar) -> Int? {
        var hasDegree = false
        var hasSide = false
        for index in coordinator + 1..<rightmost(from: coordinator) {
            switch kind(index) {
            // "small" is first read as a state.
            case .severity, .size, .change, .state: hasDegree = true
            case .laterality: hasSide = true
            // "small right and no left effusion"
            case .cue where index == coordinator + 1 && grammar.entry(items[index])?.cue?.kind == .negation: hasDegree = true
            case .finding: return hasDegree && hasSide ? index : nil
            default:
                guard kind(index).isInsideNounPhrase else { return nil }
            }
        }
        return nil
    }
}
