import HilumOntology

/// Where findings lie: sites inside the finding's own phrase ("right basilar opacity"), after it ("opacity in the right base", shared by
/// coordinated findings), or earlier in the sentence ("the left base shows an opacity").
extension SentenceReading {
    mutating func findSites(_ grammar: Grammar) {
        guard traits.contains(.site) else { return }
        for index in items.indices where kind(index) == .finding {
            let found = addSitesInPhrase(of: index)
            for link in found where notes[Int(links[link])].owner == Self.none { notes[Int(links[link])].owner = Int32(index) }
            links.removeLast(found.count)
        }
        // From the right, so that a coordinated finding finds the site that the next one has.
        for index in items.indices.reversed() where kind(index) == .finding {
            let found = addSitesInPhrase(of: index)
            var own = found.lowerBound
            for link in found where notes[Int(links[link])].owner == Int32(index) {
                links[own] = links[link]
                own += 1
            }
            links.removeLast(found.upperBound - own)
            addSitesAfter(index, hasSite: own > found.lowerBound, grammar)
            for link in found.lowerBound..<links.count { notes[Int(links[link])].owner = Int32(index) }
            sortLinks(from: found.lowerBound)
            notes[index].sites = Int32(found.lowerBound)..<Int32(links.count)
        }
        for index in items.indices where kind(index) == .finding && notes[index].sites.isEmpty {
            guard let site = siteBefore(index, grammar) else { continue }
            let found = wholeChain(to: site).filter { notes[$0].owner == Self.none && allows(index, at: $0, grammar) }
            for site in found { notes[site].owner = Int32(index) }
            setSites(of: index, to: found)
        }
        for index in items.indices where kind(index) == .finding && notes[index].sites.count > 1 && !isDevice(index, grammar) {
            mergeParts(of: index, grammar)
        }
    }

    /// "the base of the left lung" is the left base: a part takes the side of its whole and stands for it.
    private mutating func mergeParts(of head: Int, _ grammar: Grammar) {
        let found = siteItems(of: head).map(Int.init)
        let wholes = found.filter { whole in
            guard let concept = grammar.entry(items[whole])?.concept else { return false }
            return found.contains { part in
                guard part != whole, let other = grammar.entry(items[part])?.concept,
                    let steps = grammar.ontology.steps(from: other, toWhole: concept), steps > 0,
                    notes[part].sides.isEmpty || notes[whole].sides.isEmpty || notes[part].sides == notes[whole].sides
                else { return false }
                return true
            }
        }
        guard !wholes.isEmpty else { return }
        let parts = found.filter { !wholes.contains($0) }
        for part in parts where notes[part].sides.isEmpty {
            for whole in wholes { addSides(of: whole, to: part) }
        }
        setSites(of: head, to: parts)
    }

    /// Puts the few last links in the order of the text, in place.
    private mutating func sortLinks(from start: Int) {
        for end in start..<links.count {
            var index = end
            while index > start, links[index - 1] > links[index] {
                links.swapAt(index - 1, index)
                index -= 1
            }
        }
    }

    /// Adds to `links` the sites in front of a head, the nearest first.
    /// - Returns: where they stand.
    private mutating func addSitesInPhrase(of head: Int) -> Range<Int> {
        let start = links.count
        /// How many were found before the last coordinator.
        var own = 0
        var index = head - 1
        while index >= leftmost(from: head) {
            switch kind(index) {
            case .site: links.append(Int32(index))
            case .comma where index > 0 && isBetweenSites(index): break
            case .coordinator, .comma:
                // "basilar and retrocardiac opacities"
                guard links.count > start, index > 0, kind(index - 1) == .site || kind(index - 1) == .laterality else {
                    return start..<links.count
                }
                if own == 0 { own = links.count - start }
            // "opacity in the right base and lingular scarring": the base is the opacity's.
            case .preposition where own > 0 && (leftmost(from: index)..<index).contains { kind($0) == .finding }:
                links.removeLast(links.count - start - own)
                return start..<links.count
            default:
                guard kind(index).isInsideNounPhrase else { return start..<links.count }
            }
            index -= 1
        }
        return start..<links.count
    }

    /// "bibasilar, left greater than right, opacities"
    func isBetweenSites(_ comma: Int) -> Bool {
        kind(comma) == .comma
            && (kind(comma - 1) == .laterality
                || (comma + 1 < items.count && kind(comma + 1) == .laterality && kind(comma - 1) == .site))
    }

    /// Adds to `links` the sites behind a head, in the order of the text.
    private mutating func addSitesAfter(_ head: Int, hasSite: Bool, _ grammar: Grammar) {
        let start = links.count
        var isCoordinated = false
        var isApposed = false
        /// The last preposition.
        var relation: ConnectiveRole?
        var index = head + 1
        while index < rightmost(from: head) {
            switch kind(index) {
            case .site:
                if notes[index].owner != Self.none {
                    // "consolidation and costophrenic blunting in both lower lobes"
                    if isCoordinated, links.count == start, kind(Int(notes[index].owner)) == .state { break }
                    guard links[start...].allSatisfy({ notes[Int($0)].owner == notes[index].owner }), isShared(index, with: head),
                        allows(head, at: index, grammar)
                    else { return }
                }
                if relation == .exception { return }
                // "nodule in the right lung overlying the fifth rib": where to look, not where it lies.
                if relation == .contact
                    || relation == .landmark && (hasSite || links.count > start || !allows(head, at: index, grammar))
                {
                    if !hasSite, links.count == start { takeSide(of: index, for: head, grammar) }
                    return
                }
                // "fracture, rib views are advised": the site is another noun's.
                if isApposed, index + 1 < items.count, kind(index + 1) == .other { return }
                links.append(Int32(index))
                isCoordinated = false
            case .comma: (isCoordinated, isApposed) = (true, true)
            case .coordinator: isCoordinated = true
            case .cue where isAlternative(index, grammar): isCoordinated = true
            case .cue where isHedgedPlace(index, grammar) || isDistribution(index, grammar): break
            case .finding, .state:
                // "atelectasis and effusion at the left base": the second finding's site is the first one's too.
                guard links.count == start, !hasSite, isCoordinated || isNeighbour(index, of: head, grammar) else { return }
                isCoordinated = false
            case .preposition:
                isApposed = false
                relation = grammar.entry(items[index])?.connective
            case .determiner, .openParenthesis, .closeParenthesis: break
            case .verb:
                guard links.count == start else { return }
            default:
                guard kind(index).isInsideNounPhrase else { return }
            }
            index += 1
        }
    }

    private mutating func takeSide(of landmark: Int, for head: Int, _ grammar: Grammar) {
        guard notes[head].sides.isEmpty else { return }
        let natural = grammar.entry(items[landmark])?.concept.map { Sides(natural: grammar.ontology.sidedness(of: $0)) } ?? []
        notes[head].sides = notes[landmark].sides.isEmpty ? natural : notes[landmark].sides
        notes[head].sideWord = notes[landmark].sideWord == Self.none ? Int32(landmark) : notes[landmark].sideWord
    }

    /// "fracture-dislocation of the shoulder", but not "cholecystectomy clips in the right upper quadrant"
    func isNeighbour(_ second: Int, of first: Int, _ grammar: Grammar) -> Bool {
        second == first + 1 && !isDevice(second, grammar)
    }

    /// Whether a cue doubts where a finding lies: "opacity, probably within the right lower lobe".
    private func isHedgedPlace(_ cue: Int, _ grammar: Grammar) -> Bool {
        grammar.entry(items[cue])?.cue?.kind == .hedge && cue + 1 < items.count && kind(cue + 1) == .preposition
    }

    /// "with a basal predominance"
    private func isDistribution(_ cue: Int, _ grammar: Grammar) -> Bool {
        for index in cue + 1..<rightmost(from: cue) {
            switch kind(index) {
            case .site, .determiner: break
            default:
                guard kind(index).isInsideNounPhrase else { return false }
                if kind(index - 1) == .site, grammar.entry(items[index])?.connective == .distribution { return true }
            }
        }
        return false
    }

    /// Whether a site after a finding, already another's, may be shared: never one that stands in the other's own phrase.
    private func isShared(_ site: Int, with head: Int) -> Bool {
        Int(notes[site].owner) < site && Int(notes[site].owner) > head && kind(Int(notes[site].owner)) == .finding
    }

    private func siteBefore(_ head: Int, _ grammar: Grammar) -> Int? {
        var isPastComma = false
        var index = head - 1
        while index >= leftmost(from: head) {
            switch kind(index) {
            case .site:
                guard notes[index].owner == Self.none, !isLandmark(index, grammar) else { return nil }
                // Over a comma only from the start of the sentence: "in the left base, there is an opacity", "left lung, apex, opacity".
                if isPastComma, !(0..<index).allSatisfy({ isBeforeSite($0) || kind($0) == .comma }) { return nil }
                return allows(head, at: index, grammar) ? index : nil
            case .comma: isPastComma = true
            case .finding, .state: return nil
            default: break
            }
            index -= 1
        }
        return nil
    }

    private func isLandmark(_ site: Int, _ grammar: Grammar) -> Bool {
        var index = site - 1
        while index >= leftmost(from: site), kind(index).isInsideNounPhrase || kind(index) == .determiner { index -= 1 }
        guard index >= 0 else { return false }
        let role = grammar.entry(items[index])?.connective
        return role == .landmark || role == .contact
    }

    private func isBeforeSite(_ index: Int) -> Bool {
        kind(index).isInsideNounPhrase || kind(index) == .preposition || kind(index) == .determiner || kind(index) == .site
    }

    /// "the apex of the right lung": a site with those before it that it is the whole of.
    private func wholeChain(to site: Int) -> [Int] {
        var chain = [site]
        var index = site - 1
        while index >= leftmost(from: site), isBeforeSite(index) || kind(index) == .comma {
            if kind(index) == .site { chain.append(index) }
            index -= 1
        }
        return chain.reversed()
    }
}
