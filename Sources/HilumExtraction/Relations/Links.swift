import HilumOntology

/// How findings hang on one another. One that another suggests ("opacity in the left base, likely atelectasis") is linked to it; without a
/// site of its own it takes the other's, as does one that is coordinated with it ("left basilar atelectasis or infiltrate").
extension SentenceReading {
    mutating func linkFindings(_ grammar: Grammar) {
        var previous: Int?
        for index in items.indices where kind(index).isHead {
            defer { previous = index }
            guard let previous, kind(index) == .finding else { continue }
            switch link(previous, index, grammar) {
            case .suggestion: suggestedBy[index] = isDevice(previous, grammar) ? Self.none : Int32(previous)
            case .coordination: suggestedBy[index] = suggestedBy[previous]
            case nil: continue
            }
            if sites[index].isEmpty, sides[index].isEmpty { share(from: previous, to: index, grammar) }
        }
    }

    private enum Link {
        case coordination, suggestion
    }

    /// How the second of two neighbouring findings hangs on the first. In a list of what is suggested, a comma coordinates.
    private func link(_ first: Int, _ second: Int, _ grammar: Grammar) -> Link? {
        var link = second - 1
        while link > first, kind(link).isInsideNounPhrase || kind(link) == .determiner { link -= 1 }
        guard link > first else { return nil }
        if kind(link) == .coordinator || isAlternative(link, grammar) || (kind(link) == .comma && suggestedBy[first] != Self.none)
        {
            return isOnePhrase(first + 1..<link) ? .coordination : nil
        }
        // "bibasilar opacities: atelectasis versus pneumonia"
        if kind(link) == .colon { return .suggestion }
        guard kind(link) == .cue, kind(link - 1) != .coordinator, !endsScope(link - 1, grammar) else { return nil }
        let cue = grammar.entry(items[link])?.cue?.kind
        let isSuggestion = cue == .hedge || cue == .affirmation
        return isSuggestion && !(first + 1..<link).contains { kind($0) == .semicolon } ? .suggestion : nil
    }

    private func endsScope(_ index: Int, _ grammar: Grammar) -> Bool {
        kind(index) == .cue && grammar.entry(items[index])?.cue?.kind == .end
    }

    /// Whether a stretch after a finding holds nothing but where it lies.
    private func isOnePhrase(_ range: Range<Int>) -> Bool {
        range.allSatisfy {
            switch kind($0) {
            case .site, .preposition, .determiner, .comma: true
            default: kind($0).isInsideNounPhrase
            }
        }
    }

    private mutating func share(from first: Int, to second: Int, _ grammar: Grammar) {
        guard let finding = grammar.entry(items[second])?.concept else { return }
        let allowed = siteItems(of: first).map(Int.init).filter { allows(second, at: $0, grammar) }
        if !allowed.isEmpty {
            setSites(of: second, to: allowed)
        } else if sites[first].isEmpty, grammar.ontology.mayHaveSide(finding) {
            sides[second] = sides[first]
            sideWord[second] = sideWord[first]
        }
    }
}

extension Ontology {
    /// Whether a finding may lie on one side: somewhere where there are two.
    func mayHaveSide(_ finding: ConceptID) -> Bool {
        let sites = self[finding].sites
        return sites.isEmpty || sites.contains { self[$0].hasSides }
    }
}
