import HilumOntology

/// States and what they are said of. "The heart and mediastinum are normal" says something of both; "enlarged heart" has its subject after it.
extension SentenceReading {
    mutating func findSubjects(_ grammar: Grammar) {
        guard traits.contains(.state) else { return }
        for index in items.indices where kind(index) == .state {
            guard let state = grammar.entry(items[index])?.state else { continue }
            let found = subjects(of: index, state, grammar)
            if found.isEmpty {
                demote(index, grammar)
            } else {
                setSites(of: index, to: found)
                for site in found where kind(site) == .site { notes[site].owner = Int32(index) }
            }
        }
    }

    private mutating func subjects(of index: Int, _ state: ConceptID, _ grammar: Grammar) -> [Int] {
        // "calcified nodule in the lung": the state is the finding's.
        var next = skipNounPhrase(from: index + 1)
        if next < items.count, kind(next) == .preposition, isModifier(index, grammar) {
            // "a small area of density"
            next = skipNounPhrase(from: next + 1)
        }
        if next < items.count, kind(next) == .finding {
            return addsTo(next, state, grammar) ? [next] : []
        }
        let before = isContact(index, grammar) ? nil : subjectBefore(index, state, grammar)
        let after = before?.isCopular == true ? nil : subjectAfter(index, state, grammar)
        if let before, after.map({ isBegun(before.site, at: index) && hasPredicate($0) }) ?? true {
            notes[index].subjectBefore = Int32(before.site)
            let chain = before.inherited ?? chainLeft(from: before.site, state, grammar)
            return before.isCopular ? chain : qualifiers(before: chain[0]) + chain
        }
        if let after { return chainRight(from: after, state, grammar) }
        return []
    }

    /// Whether the words of a state may be a finding's attribute as well.
    private func isModifier(_ index: Int, _ grammar: Grammar) -> Bool {
        grammar.entry(items[index])?.attribute != nil
    }

    /// Whether a state is said of the object that follows: "opacity obscuring the heart border".
    private func isContact(_ index: Int, _ grammar: Grammar) -> Bool {
        grammar.entry(items[index])?.connective == .contact
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
                if isInsideFinding(candidate) { return nil }
                if says(state, of: candidate, grammar) { return Before(site: candidate, isCopular: isCopular) }
            case .state:
                let subject = notes[candidate].subjectBefore
                guard subject != Self.none else { return nil }
                let shared = siteItems(of: candidate).map(Int.init).filter { says(state, of: $0, grammar) }
                return shared.isEmpty ? nil : Before(site: Int(subject), isCopular: true, inherited: shared)
            case .verb: isCopular = true
            case .finding:
                // "aortic calcification and tortuosity"
                let isCoordinated = kind(index - 1) == .coordinator && candidate == index - 2
                return isCoordinated && addsTo(candidate, state, grammar) ? Before(site: candidate, isCopular: true) : nil
            default: break
            }
            candidate -= 1
        }
        return nil
    }

    /// Whether a site only says where something is: of "opacity in the left base is stable" the opacity is the subject.
    private func isInsideFinding(_ site: Int) -> Bool {
        var hasPreposition = false
        var index = site - 1
        while index >= leftmost(from: site) {
            switch kind(index) {
            case .preposition: hasPreposition = true
            case .site, .determiner: break
            case .finding, .state: return hasPreposition
            default:
                guard kind(index).isInsideNounPhrase else { return false }
            }
            index -= 1
        }
        return false
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

    /// A site and those coordinated with it, to its left: "heart size, mediastinum and hila".
    private func chainLeft(from site: Int, _ state: ConceptID, _ grammar: Grammar) -> [Int] {
        let others = coordinated(with: site, .left, .site) {
            kind($0) == .site && !says(state, of: $0, grammar) ? .inside : nil
        }
        return others.reversed() + [site]
    }

    /// The sites in a subject's own phrase that say where it is: "perihilar peribronchial thickening".
    private func qualifiers(before subject: Int) -> [Int] {
        var found: [Int] = []
        var index = subject - 1
        while index >= leftmost(from: subject), kind(index) == .site || kind(index).isInsideNounPhrase {
            if kind(index) == .site { found.append(index) }
            index -= 1
        }
        return found.reversed()
    }

    // MARK: After the state

    private func subjectAfter(_ index: Int, _ state: ConceptID, _ grammar: Grammar) -> Int? {
        var isAttribute = !isContact(index, grammar)
        var needsPreposition = false
        var isPredicated = false
        var candidate = index + 1
        while candidate < rightmost(from: index) {
            switch kind(candidate) {
            case .site:
                if isAttribute, isPredicated { return nil }
                if !isAttribute || !needsPreposition, says(state, of: candidate, grammar), !isQualifier(candidate) {
                    return candidate
                }
            case .preposition: isAttribute = false
            // "Fluid is seen in the pleural space"
            case .verb where isAttribute && !needsPreposition: isPredicated = true
            case .determiner where !isAttribute: break
            case .state: break
            case .finding where needsPreposition && isAttribute:
                if addsTo(candidate, state, grammar) { return candidate }
            // "ectasia of the thoracic and abdominal aorta"
            case .coordinator where !isAttribute && kind(candidate - 1) == .site: break
            case .coordinator, .comma, .cue:
                // "normal and symmetric hila", "tortuosity and atherosclerosis of the aorta", "hyperinflated but clear lungs"
                let next = skipNounPhrase(from: candidate + 1)
                guard next < items.count,
                    kind(candidate) == .cue ? endsScope(candidate, grammar) && kind(next) == .state : kind(next).isHead
                else { return nil }
                if kind(next) == .finding { needsPreposition = true }
            default:
                guard kind(candidate).isInsideNounPhrase else { return nil }
            }
            candidate += 1
        }
        return nil
    }

    /// Whether a site before a finding only says where that is: "prominent right hilar mass".
    private func isQualifier(_ site: Int) -> Bool {
        let next = skipNounPhrase(from: site + 1)
        return next < items.count && kind(next) == .finding
    }

    /// A site and those coordinated with it, to its right, unless something else is said of them: "normal heart size and mediastinal
    /// contours".
    private func chainRight(from site: Int, _ state: ConceptID, _ grammar: Grammar) -> [Int] {
        [site]
            + coordinated(with: site, .right, .site) {
                guard kind($0) == .site else { return nil }
                if hasPredicate($0) { return .end }
                return says(state, of: $0, grammar) ? nil : .inside
            }
    }

    // MARK: What states say

    private func says(_ state: ConceptID, of site: Int, _ grammar: Grammar) -> Bool {
        guard let concept = place(site, grammar) else { return false }
        return grammar.frames.meanings(state, of: concept) != nil
    }

    /// Whether a state says something more of the site that a finding implies: "calcified tortuous aorta".
    private func addsTo(_ finding: Int, _ state: ConceptID, _ grammar: Grammar) -> Bool {
        guard let site = place(finding, grammar), let known = grammar.entry(items[finding])?.concept,
            let meanings = grammar.frames.meanings(state, of: site)
        else { return false }
        return meanings.allSatisfy { $0.status == .present && grammar.ontology.steps(from: known, toKind: $0.concept) == nil }
    }

    /// A state without a subject is read again in its next role. One that is all that a sentence says stays: "Normal."
    private mutating func demote(_ index: Int, _ grammar: Grammar) {
        guard let entry = grammar.entry(items[index]), let state = entry.state else { return }
        if isAlone(index), grammar.frames.meanings(alone: state) != nil { return }
        items[index].kind = PhraseMatcher.kind(withoutState: entry)
    }

    /// Whether no phrase explains a word that is not plain: what is said may be said of it.
    private func isUnexplained(_ index: Int) -> Bool { items[index].entry < 0 && items[index].clinicalWords > 0 }

    private func isAlone(_ index: Int) -> Bool {
        items.indices.allSatisfy {
            $0 == index
                || (kind($0) != .site && !kind($0).isHead && kind($0) != .cue && kind($0) != .laterality && !isUnexplained($0))
        }
    }
}
