import HilumOntology

/// States and what they are said of. "The heart and mediastinum are normal" says something of both; "enlarged heart" has its subject after it.
extension Reading {
    mutating func findSubjects(_ grammar: Grammar) {
        for index in items.indices where kind(index) == .state {
            guard let state = grammar.entry(items[index])?.concept else { continue }
            let found = subjects(of: index, state, grammar)
            if found.isEmpty {
                demote(index, grammar)
            } else {
                setSites(of: index, to: found)
                for site in found { owner[site] = Int32(index) }
            }
        }
    }

    private mutating func subjects(of index: Int, _ state: ConceptID, _ grammar: Grammar) -> [Int] {
        let before = subjectBefore(index, state, grammar)
        if let before, before.isCopular {
            subjectBefore[index] = Int32(before.site)
            return before.inherited ?? chainLeft(from: before.site, state, grammar)
        }
        let after = subjectAfter(index, state, grammar)
        if let before, after.map({ isBegun(before.site, at: index) && hasPredicate($0.site) }) ?? true {
            subjectBefore[index] = Int32(before.site)
            return before.inherited ?? chainLeft(from: before.site, state, grammar)
        }
        if let after { return chainRight(from: after.site, state, grammar) }
        return []
    }

    // MARK: Before the state

    private struct Before {
        var site: Int
        /// A verb links the two.
        var isCopular: Bool
        /// The subjects of the state before, which this one shares: "the aorta is tortuous and calcified".
        var inherited: [Int]?
    }

    private func subjectBefore(_ index: Int, _ state: ConceptID, _ grammar: Grammar) -> Before? {
        var isCopular = false
        var candidate = index - 1
        while candidate >= leftmost(from: index) {
            switch kind(candidate) {
            case .site:
                if says(state, of: candidate, grammar) { return Before(site: candidate, isCopular: isCopular) }
            case .state:
                let subject = subjectBefore[candidate]
                guard subject != Self.none else { return nil }
                let shared = siteItems(of: candidate).map(Int.init).filter { says(state, of: $0, grammar) }
                return shared.isEmpty ? nil : Before(site: Int(subject), isCopular: true, inherited: shared)
            case .verb: isCopular = true
            case .cue:
                if grammar.entry(items[candidate])?.cue?.kind == .end { return nil }
            case .finding, .semicolon: return nil
            default: break
            }
            candidate -= 1
        }
        return nil
    }

    /// Whether nothing but the words of a noun phrase lies between a site and a state: "heart size normal".
    private func isBegun(_ site: Int, at index: Int) -> Bool {
        (site + 1..<index).allSatisfy { kind($0).isInsideNounPhrase || kind($0) == .colon }
    }

    /// Whether a site is followed by something that is said of it.
    private func hasPredicate(_ site: Int) -> Bool {
        let next = skipNounPhrase(from: site + 1)
        return next < items.count && (kind(next) == .verb || kind(next) == .state)
    }

    /// The sites coordinated with one, to its left: "heart size, mediastinum and hila".
    private func chainLeft(from site: Int, _ state: ConceptID, _ grammar: Grammar) -> [Int] {
        var chain = [site]
        var isCoordinated = false
        var index = site - 1
        while index >= leftmost(from: site) {
            switch kind(index) {
            case .coordinator, .comma: isCoordinated = true
            case .site:
                if isCoordinated, says(state, of: index, grammar) {
                    chain.append(index)
                    isCoordinated = false
                }
            case .determiner: break
            default:
                guard kind(index).isInsideNounPhrase else { return chain.reversed() }
            }
            index -= 1
        }
        return chain.reversed()
    }

    // MARK: After the state

    private func subjectAfter(_ index: Int, _ state: ConceptID, _ grammar: Grammar) -> (site: Int, isAttribute: Bool)? {
        var isAttribute = true
        var candidate = index + 1
        while candidate < rightmost(from: index) {
            switch kind(candidate) {
            case .site:
                if says(state, of: candidate, grammar) { return (candidate, isAttribute) }
            case .preposition: isAttribute = false
            case .determiner where !isAttribute: break
            case .state: break
            case .coordinator, .comma:
                // "normal and symmetric hila"
                let next = skipNounPhrase(from: candidate + 1)
                guard next < items.count, kind(next) == .state else { return nil }
            default:
                guard kind(candidate).isInsideNounPhrase else { return nil }
            }
            candidate += 1
        }
        return nil
    }

    /// The sites coordinated with one, to its right, unless something else is said of them: "normal heart size and mediastinal contours".
    private func chainRight(from site: Int, _ state: ConceptID, _ grammar: Grammar) -> [Int] {
        var chain = [site]
        var isCoordinated = false
        var index = site + 1
        while index < rightmost(from: site) {
            switch kind(index) {
            case .coordinator, .comma: isCoordinated = true
            case .site:
                guard !hasPredicate(index) else { return chain }
                if isCoordinated, says(state, of: index, grammar) {
                    chain.append(index)
                    isCoordinated = false
                }
            case .determiner: break
            default:
                guard kind(index).isInsideNounPhrase else { return chain }
            }
            index += 1
        }
        return chain
    }

    // MARK: What states say

    private func says(_ state: ConceptID, of site: Int, _ grammar: Grammar) -> Bool {
        guard let concept = grammar.entry(items[site])?.concept else { return false }
        return grammar.frames.readings(state, of: concept) != nil
    }

    /// A state without a subject is a cue or a modifier, where its words can be one.
    private mutating func demote(_ index: Int, _ grammar: Grammar) {
        let entry = grammar.entry(items[index])
        if entry?.cue != nil {
            items[index].kind = .cue
        } else if let attribute = entry?.attribute {
            items[index].kind = PhraseMatcher.kind(of: attribute)
        } else if !isAlone(index) || grammar.defaultSubject == nil {
            items[index].kind = .other
        }
    }

    /// Whether a state is all that a sentence says: "Normal."
    private func isAlone(_ index: Int) -> Bool {
        items.indices.allSatisfy { $0 == index || (kind($0) != .site && !kind($0).isHead && kind($0) != .cue) }
    }
}
