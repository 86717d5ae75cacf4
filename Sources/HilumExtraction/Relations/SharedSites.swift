import HilumOntology

/// A finding without a site of its own takes that of the finding before it, if the two are coordinated ("left basilar atelectasis or infiltrate")
/// or it is what the other suggests ("opacity in the left base, likely atelectasis").
extension Reading {
    mutating func shareSites(_ grammar: Grammar) {
        var previous: Int?
        var isInList = false
        for index in items.indices where kind(index).isHead {
            let link = previous.flatMap { self.link($0, index, isInList: isInList, grammar) }
            if let previous, link != nil, kind(index) == .finding, sites[index].isEmpty, sides[index].isEmpty {
                share(from: previous, to: index, grammar)
            }
            isInList = link == .suggestion || (link == .coordination && isInList)
            previous = index
        }
    }

    private enum Link {
        case coordination, suggestion
    }

    /// How the second of two neighbouring findings hangs on the first. In a list of what is suggested, a comma coordinates.
    private func link(_ first: Int, _ second: Int, isInList: Bool, _ grammar: Grammar) -> Link? {
        var link = second - 1
        while link > first, kind(link).isInsideNounPhrase || kind(link) == .determiner { link -= 1 }
        guard link > first else { return nil }
        if kind(link) == .coordinator || isAlternative(link, grammar) || (isInList && kind(link) == .comma) {
            return isOnePhrase(first + 1..<link) ? .coordination : nil
        }
        // "bibasilar opacities: atelectasis versus pneumonia"
        if kind(link) == .colon { return .suggestion }
        guard let cue = grammar.entry(items[link])?.cue, kind(link) == .cue, kind(link - 1) != .coordinator else { return nil }
        let isSuggestion = cue.kind == .hedge || cue.kind == .affirmation
        return isSuggestion && !(first + 1..<link).contains { kind($0) == .semicolon } ? .suggestion : nil
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
        let allowed = siteItems(of: first).map(Int.init).filter { site in
            grammar.entry(items[site])?.concept.map { grammar.ontology.allows(finding, at: $0) } ?? false
        }
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
