import HilumOntology

/// How findings hang on one another. One that another suggests ("opacity in the left base, likely atelectasis") is linked to it; without a
/// place of its own it takes the other's, as does one that is coordinated with it ("left basilar atelectasis or infiltrate") or lies beside
/// it ("left effusion with adjacent atelectasis").
extension SentenceReading {
    mutating func linkFindings(_ grammar: Grammar) {
        var previous: Int?
        for index in items.indices where kind(index).isHead {
            defer { previous = index }
            guard let previous, kind(index) == .finding, let link = link(previous, index, grammar) else { continue }
            var source = previous
            switch link {
            case .suggestion:
                source = general(of: index, grammar) ?? previous
                notes[index].suggestedBy = isDevice(source, grammar) ? Self.none : Int32(source)
                hasSuggestions = true
            // What is said of one device is not said of the next.
            case .alternative where isDevice(index, grammar), .coordination where isDevice(index, grammar): continue
            case .alternative, .coordination:
                if link == .alternative { notes[index].shared.degreeOf = Int32(previous) }
                notes[index].suggestedBy = notes[previous].suggestedBy
                if notes[index].suggestedBy != Self.none, !hasPlace(previous) { source = Int(notes[index].suggestedBy) }
            case .companionship: source = nearestPlaced(before: index) ?? previous
            case .accompaniment:
                accompany(previous, with: index, grammar)
                continue
            }
            if !hasPlace(index) || isBorrowed(index, besides: source) || isVaguer(index, than: source, grammar) {
                share(from: source, to: index, grammar)
            }
        }
    }

    /// "interstitial opacities consistent with edema in the lower lobes": what explains a finding may say where it is.
    mutating func takePlacesOfExplanations(_ grammar: Grammar) {
        guard hasSuggestions else { return }
        for index in items.indices where notes[index].suggestedBy != Self.none {
            let explained = Int(notes[index].suggestedBy)
            if kind(explained) == .finding, !hasPlace(explained), hasPlace(index) { share(from: index, to: explained, grammar) }
        }
    }

    private enum Link {
        case alternative, coordination, suggestion, companionship, accompaniment
    }

    private func hasPlace(_ head: Int) -> Bool { !notes[head].sites.isEmpty || !notes[head].sides.isEmpty }

    /// An earlier finding of which this one is a kind: "pneumothorax with mediastinal shift, concerning for tension pneumothorax".
    private func general(of head: Int, _ grammar: Grammar) -> Int? {
        guard let kind = grammar.entry(items[head])?.concept else { return nil }
        return (leftmost(from: head)..<head).last { index in
            guard self.kind(index) == .finding, let general = grammar.entry(items[index])?.concept else { return false }
            return general != kind && grammar.ontology.steps(from: kind, toKind: general) != nil
        }
    }

    private func nearestPlaced(before head: Int) -> Int? {
        (leftmost(from: head)..<head).last { kind($0) == .finding && hasPlace($0) }
    }

    /// Whether a finding has its sites from a list only, and the one that it explains has a side: "opacity at the left base from effusion and
    /// collapse of the lower lobe".
    private func isBorrowed(_ head: Int, besides source: Int) -> Bool {
        notes[head].suggestedBy == source && notes[head].sides.isEmpty
            && siteItems(of: head).allSatisfy { site in
                site > head && notes[Int(site)].sides.isEmpty && (head + 1..<Int(site)).contains { kind($0) == .finding }
            }
            && siteItems(of: source).contains { !notes[Int($0)].sides.isEmpty }
    }

    /// Whether a finding only says of what organ it is, and another where in it: "left basilar opacity, pulmonary edema".
    private func isVaguer(_ head: Int, than other: Int, _ grammar: Grammar) -> Bool {
        let precise = siteItems(of: other).compactMap { grammar.entry(items[Int($0)])?.concept }
        return !precise.isEmpty && notes[head].sides.isEmpty
            && siteItems(of: head).allSatisfy { site in
                guard notes[Int(site)].sides.isEmpty, let concept = grammar.entry(items[Int(site)])?.concept,
                    grammar.ontology.sidedness(of: concept) != .pair
                else { return false }
                return precise.allSatisfy { grammar.ontology.steps(from: $0, toWhole: concept) != nil }
            }
    }

    /// How the second of two neighbouring findings hangs on the first. In a list of what is suggested, a comma coordinates.
    private func link(_ first: Int, _ second: Int, _ grammar: Grammar) -> Link? {
        var link = second - 1
        var isMasked = false
        while link > first, kind(link).isInsideNounPhrase || kind(link) == .determiner || kind(link) == .site {
            if let beside = linkBeside(first, link, grammar) { return beside }
            if kind(link) == .mask { isMasked = true }
            link -= 1
        }
        // "opacity in the left base ___ atelectasis": the mask has taken the verb.
        if isMasked {
            if isOnePhrase(first + 1..<link + 1, orVerbs: true, grammar) { return .suggestion }
            // "opacity with ___ atelectasis"
            if endsScope(link, grammar), isOnePhrase(first + 1..<link, grammar) { return .companionship }
        }
        // "atelectasis infiltrate"
        guard link > first else { return isNeighbour(second, of: first, grammar) ? .coordination : nil }
        switch kind(link) {
        case .coordinator:
            guard isOnePhrase(first + 1..<link, grammar) else { return suggestionBefore(link, after: first, grammar) }
            return isOr(link, grammar) ? .alternative : .coordination
        case .comma:
            if notes[first].suggestedBy != Self.none { return isOnePhrase(first + 1..<link, grammar) ? .coordination : nil }
            guard isOnePhrase(first + 1..<link, grammar) else { return nil }
            if isApposition(link, second, grammar) { return .suggestion }
            return isListOfAlternatives(after: second, grammar) ? .alternative : nil
        // "bibasilar opacities: atelectasis versus pneumonia"
        case .colon: return .suggestion
        case .verb:
            let isCopula = grammar.entry(items[link])?.connective == .copula
            return isCopula && kind(first) == .finding && isOnePhrase(first + 1..<link, orVerbs: true, grammar)
                ? .suggestion : nil
        case .cue: return self.link(first, overCue: link, grammar)
        default: return nil
        }
    }

    /// "opacity represents overlying tissue and atelectasis": what explains a finding may begin with something that is none.
    private func suggestionBefore(_ coordinator: Int, after first: Int, _ grammar: Grammar) -> Link? {
        guard let cue = (first + 1..<coordinator).last(where: { kind($0) == .cue }),
            isOnePhrase(cue + 1..<coordinator, grammar)
        else { return nil }
        return link(first, overCue: cue, grammar)
    }

    private func link(_ first: Int, overCue cue: Int, _ grammar: Grammar) -> Link? {
        if let beside = linkBeside(first, cue, grammar) { return beside }
        if isAlternative(cue, grammar) { return isOnePhrase(first + 1..<cue, grammar) ? .alternative : nil }
        let kind = grammar.entry(items[cue])?.cue?.kind
        guard kind == .hedge || kind == .affirmation else { return nil }
        // "opacity with probable effusion"
        if let beside = linkBeside(first, cue - 1, grammar) { return beside }
        return self.kind(cue - 1) == .coordinator || endsScope(cue - 1, grammar) ? nil : .suggestion
    }

    /// How a word that puts one finding beside another links them. What comes with a device is not beside it.
    private func linkBeside(_ first: Int, _ word: Int, _ grammar: Grammar) -> Link? {
        guard !isDevice(first, grammar) else { return nil }
        switch grammar.entry(items[word])?.connective {
        case .companion: return .companionship
        // "reflecting effusions with atelectasis": in what explains a finding it joins two.
        case .accompaniment: return notes[first].suggestedBy == Self.none ? .accompaniment : .coordination
        default: return nil
        }
    }

    /// Whether what follows a comma explains the finding before it: bare names, of which only one can be, at the end of their clause
    /// ("left basilar opacity, atelectasis versus scarring"). An item of a list has a degree, a side or an "and".
    private func isApposition(_ comma: Int, _ second: Int, _ grammar: Grammar) -> Bool {
        guard (comma + 1..<second).allSatisfy({ isBare($0) }) else { return false }
        var index = second + 1
        while index < rightmost(from: second) {
            switch kind(index) {
            case .finding: break
            case .coordinator: guard isOr(index, grammar) else { return false }
            case .cue: guard isAlternative(index, grammar) else { return false }
            case .comma, .closeParenthesis: return true
            default: guard isBare(index) else { return false }
            }
            index += 1
        }
        return true
    }

    /// "atelectasis, infiltrate or effusion"
    private func isListOfAlternatives(after finding: Int, _ grammar: Grammar) -> Bool {
        let next = skipNounPhrase(from: finding + 1)
        return next < items.count && kind(next) == .coordinator && isOr(next, grammar)
    }

    private func isBare(_ index: Int) -> Bool {
        kind(index) == .descriptor || kind(index) == .other || kind(index) == .mask
    }

    /// Whether a stretch after a finding holds nothing but where it lies.
    private func isOnePhrase(_ range: Range<Int>, orVerbs: Bool = false, _ grammar: Grammar) -> Bool {
        range.allSatisfy {
            switch kind($0) {
            case .site, .preposition, .determiner, .comma: true
            case .cue: isAlternative($0, grammar)
            case .verb: orVerbs
            default: kind($0).isInsideNounPhrase
            }
        }
    }

    /// Gives a finding the place of another, as far as anatomy allows: the sites, or the side alone.
    private mutating func share(from first: Int, to second: Int, _ grammar: Grammar) {
        let start = links.count
        for link in notes[first].sites {
            let site = links[Int(link)]
            if !endsDevice(at: Int(site)), allows(second, at: Int(site), grammar) { links.append(site) }
        }
        if links.count == start {
            takeSides(of: first, for: second, grammar)
        } else {
            notes[second].sites = Int32(start)..<Int32(links.count)
        }
    }

    /// "left basal consolidation with air bronchograms": what comes with a finding of one side lies there if nothing is said of it, and on
    /// that side if it has a degree of its own.
    private mutating func accompany(_ first: Int, with second: Int, _ grammar: Grammar) {
        let known = siteItems(of: first).reduce(into: notes[first].sides) { $0.formUnion(notes[Int($1)].sides) }
        let isSided = known == .left || known == .right
        guard !hasPlace(second), isSided || known.isEmpty && isInOneOrgan(first, grammar) else { return }
        if kind(second - 1) == .cue || isBare(second - 1) {
            share(from: first, to: second, grammar)
        } else {
            takeSides(of: first, for: second, grammar)
        }
    }

    /// "tortuous aorta with atherosclerosis"
    private func isInOneOrgan(_ head: Int, _ grammar: Grammar) -> Bool {
        siteItems(of: head).allSatisfy { site in
            place(Int(site), grammar).map { !grammar.ontology.hasSides($0) } ?? false
        }
    }

    private mutating func takeSides(of first: Int, for second: Int, _ grammar: Grammar) {
        guard let finding = grammar.entry(items[second])?.concept, grammar.ontology.mayHaveSide(finding) else { return }
        addSides(of: first, to: second)
        for link in notes[first].sites { addSides(of: Int(links[Int(link)]), to: second) }
    }
}

extension Ontology {
    /// Whether a finding may lie on one side: anywhere but in the midline.
    func mayHaveSide(_ finding: ConceptID) -> Bool {
        let sites = self.sites(of: finding)
        return sites.isEmpty || sites.contains { self.sidedness(of: $0) != .midline }
    }
}
