import HilumOntology

/// Which site or finding a word of side belongs to: the next one in its phrase ("left pleural effusion"), else the last one before it
/// ("effusions bilaterally"), else the next in the sentence ("on the right, there is an effusion").
extension SentenceReading {
    mutating func findSides(_ grammar: Grammar) {
        restoreBorrowedSides()
        for index in items.indices {
            switch kind(index) {
            case .site, .finding, .state:
                notes[index].sides.formUnion(Sides(grammar.entry(items[index])?.laterality))
            case .laterality:
                guard case .laterality(let laterality) = grammar.entry(items[index])?.attribute else { continue }
                // "both right middle lobe and lingula"
                if laterality == .bilateral, index + 1 < items.count,
                    kind(index + 1) == .laterality || grammar.entry(items[index + 1])?.laterality != nil
                {
                    continue
                }
                if let target = targetInPhrase(index, laterality) {
                    state(laterality, index, of: target)
                } else if let target = targetBefore(index) {
                    state(laterality, index, of: target)
                    for other in sharers(of: target, grammar) { state(laterality, index, of: other) }
                } else if let target = targetAfter(index) {
                    state(laterality, index, of: target)
                }
            default: break
            }
        }
        guard traits.contains(.site) else { return }
        for index in items.indices where kind(index) == .site && notes[index].sides.isEmpty && !items[index].isPlural {
            inheritSide(index, grammar)
        }
        for index in items.indices where kind(index) == .site && items[index].isPlural && notes[index].sides.isEmpty {
            // "the lung bases", "throughout the lungs"
            guard let site = grammar.entry(items[index])?.concept else { continue }
            let isBoth =
                grammar.ontology.sidedness(of: site) == .pair || grammar.ontology.hasSides(site) && isPervaded(index, grammar)
            if isBoth { notes[index].sides = .bilateral }
        }
    }

    private func isPervaded(_ site: Int, _ grammar: Grammar) -> Bool {
        let before = site > 0 && kind(site - 1) == .determiner ? site - 2 : site - 1
        return before >= 0 && grammar.entry(items[before])?.connective == .pervading
    }

    private mutating func state(_ laterality: Laterality, _ word: Int, of target: Int) {
        notes[target].sides.formUnion(Sides(laterality))
        if notes[target].sideWord == Self.none { notes[target].sideWord = Int32(word) }
    }

    /// "right upper and lower lobe", "right apical pleural": a site takes the side of the one that it follows.
    private mutating func inheritSide(_ site: Int, _ grammar: Grammar) {
        guard site > 0, let concept = grammar.entry(items[site])?.concept, grammar.ontology.hasSides(concept) else { return }
        let isJoined = kind(site - 1) == .coordinator || kind(site - 1) == .comma
        let other = isJoined ? site - 2 : site - 1
        guard other >= 0, kind(other) == .site, notes[other].sideWord != Self.none else { return }
        notes[site].sides = notes[other].sides
        notes[site].sideWord = notes[other].sideWord
    }

    /// The findings that share a side with a later one: "rib fractures and pleural thickening on the right".
    private func sharers(of target: Int, _ grammar: Grammar) -> [Int] {
        guard kind(target) == .finding else { return [] }
        return coordinated(with: target, .left, .finding) {
            switch kind($0) {
            // Only the two that an "and" joins: of "nodule, effusion on the right" the nodule may lie anywhere.
            case .comma: .inside
            case .cue where isAlternative($0, grammar): .separator
            case .laterality: .end
            case .finding where !notes[$0].sides.isEmpty: .end
            default: nil
            }
        }
    }

    private func targetInPhrase(_ index: Int, _ laterality: Laterality) -> Int? {
        var next = skipNounPhrase(from: index + 1)
        // "left and right lower lobes"
        if laterality != .bilateral, next + 1 < items.count, kind(next) == .coordinator, kind(next + 1) == .laterality {
            next = skipNounPhrase(from: next + 1)
        }
        guard next < items.count, kind(next) == .site || kind(next).isHead else { return nil }
        return next
    }

    private func targetBefore(_ index: Int) -> Int? {
        var candidate = index - 1
        while candidate >= leftmost(from: index) {
            if kind(candidate) == .site || kind(candidate).isHead { return candidate }
            candidate -= 1
        }
        return nil
    }

    private func targetAfter(_ index: Int) -> Int? {
        (index + 1..<rightmost(from: index)).first { kind($0).isHead }
    }
}
