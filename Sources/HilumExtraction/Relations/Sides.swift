import HilumOntology

/// Which site or finding a word of side belongs to: the next one in its phrase ("left pleural effusion"), else the last one before it
/// ("effusions bilaterally"), else the next in the sentence ("on the right, there is an effusion").
extension SentenceReading {
    mutating func findSides(_ grammar: Grammar) {
        restoreBorrowedSides()
        for index in items.indices {
            switch kind(index) {
            case .site, .finding, .state:
                sides[index].formUnion(Sides(grammar.entry(items[index])?.laterality))
            case .laterality:
                guard case .laterality(let laterality) = grammar.entry(items[index])?.attribute else { continue }
                if let target = targetInPhrase(index) ?? targetBefore(index) ?? targetAfter(index) {
                    sides[target].formUnion(Sides(laterality))
                    if sideWord[target] == Self.none { sideWord[target] = Int32(index) }
                }
            default: break
            }
        }
        for index in items.indices where kind(index) == .site && items[index].isPlural && sides[index].isEmpty {
            // "the lung bases"
            guard let site = grammar.entry(items[index])?.concept, grammar.ontology[site].sidedness == .pair else { continue }
            sides[index] = .bilateral
        }
    }

    private func targetInPhrase(_ index: Int) -> Int? {
        var next = skipNounPhrase(from: index + 1)
        // "left and right lower lobes"
        if next + 1 < items.count, kind(next) == .coordinator, kind(next + 1) == .laterality {
            next = skipNounPhrase(from: next + 1)
        }
        guard next < items.count, kind(next) == .site || kind(next).isHead else { return nil }
        return next
    }

    private func targetBefore(_ index: Int) -> Int? {
        var candidate = index - 1
        while candidate >= leftmost(from: index), kind(candidate) != .semicolon {
            if kind(candidate) == .site || kind(candidate).isHead { return candidate }
            candidate -= 1
        }
        return nil
    }

    private func targetAfter(_ index: Int) -> Int? {
        (index + 1..<rightmost(from: index)).first { kind($0).isHead }
    }
}
