import HilumOntology

/// Where a report says that a part of a device lies.
struct TipMention {
    var part: DevicePart
    /// The item that names the part ("tip", "terminates"); the device itself where none does: "enteric tube in the stomach".
    var word: Int
    /// The device, or `SentenceReading.none` where an earlier sentence names it: "The tip is in the SVC."
    var device: Int32
    /// Whether the report names the part.
    var isNamed: Bool
    /// The items of its sites.
    var sites: [Int] = []
    var relation = TipRelation.at
    /// The item of the number, as in "4 cm above the carina"; nil without.
    var distance: Int?
    var isVisible = true
}

/// Where lines and tubes end: "PICC with tip in the SVC", "the tube terminates 4 cm above the carina", "leads in the right atrium". The site
/// of a tip is the device's, but its side is not: a right PICC ends in the SVC.
extension SentenceReading {
    mutating func findTips(_ grammar: Grammar) {
        if !tips.isEmpty { tips.removeAll(keepingCapacity: true) }
        advisedAdjustment = nil
        loop = nil
        isAboutDevice = traits.contains(.device) || traits.contains(.tip)
        guard isAboutDevice else { return }
        for index in items.indices {
            switch kind(index) {
            case .tip: addTip(named: index, grammar)
            case .verb where grammar.tipRole(items[index]) == .end: addTip(named: index, grammar)
            default: break
            }
        }
        if traits.contains(.device) {
            for index in items.indices where kind(index) == .finding && grammar.entry(items[index])?.hasTip == true {
                addUnnamedTip(of: index, grammar)
            }
        }
        for mention in tips where mention.device != Self.none { claimSites(of: mention) }
    }

    /// Whether a device ends at a site.
    func endsDevice(at site: Int) -> Bool { notes[site].isTipSite }

    // MARK: Named

    private mutating func addTip(named word: Int, _ grammar: Grammar) {
        let role = grammar.tipRole(items[word])
        let device = role == .end ? deviceWithTip(before: word, grammar) : device(ofPart: word, grammar)
        let start = max(word, device ?? word) + 1
        var mention = TipMention(
            part: role == .sidePort ? .sidePort : .tip, word: word, device: device.map(Int32.init) ?? Self.none, isNamed: true)
        mention.sites = tipSites(from: start, grammar)
        mention.isVisible = !isUnseen(after: start - 1, before: mention.sites.first, grammar)
        if mention.sites.isEmpty, mention.isVisible { return }
        place(&mention, grammar)
        tips.append(mention)
    }

    /// The device that a part is of: "tip of the right PICC", else one named before, else "tip catheter".
    private func device(ofPart word: Int, _ grammar: Grammar) -> Int? {
        let isOf = word + 1 < items.count && kind(word + 1) == .preposition
        return (isOf ? deviceInPhrase(from: word + 2, grammar) : nil) ?? deviceWithTip(before: word, grammar)
            ?? (isOf ? nil : deviceInPhrase(from: word + 1, grammar))
    }

    /// The sites that follow: coordinated ones too, up to the next thing said.
    private func tipSites(from start: Int, _ grammar: Grammar) -> [Int] {
        var found: [Int] = []
        var needsSite = false
        var index = start
        while index < min(items.count, start + Self.reach) {
            switch kind(index) {
            case .site:
                if isOfNextFinding(index) { return found }
                found.append(index)
                needsSite = false
            case .comma, .coordinator:
                if found.isEmpty, kind(index) == .comma { return found }
                needsSite = true
            case .verb where grammar.tipRole(items[index]) == .end && found.isEmpty: break
            case .cue where found.isEmpty && grammar.tipRole(items[index]) == .below: break
            case .verb, .tip, .cue:
                guard found.isEmpty, kind(index) == .verb else { return found }
            case .preposition, .determiner:
                // "in the stomach, with the side port …"; a second place after the first only by coordination.
                if !found.isEmpty, !needsSite, kind(index) == .preposition, !isOf(index, grammar) { return found }
            case .openParenthesis where found.isEmpty: break
            default:
                guard kind(index).isInsideNounPhrase, !isAdvice(index, grammar) else { return found }
            }
            index += 1
        }
        return found
    }

    private func isOf(_ index: Int, _ grammar: Grammar) -> Bool { grammar.entry(items[index])?.connective == .genitive }

    private func isAdvice(_ index: Int, _ grammar: Grammar) -> Bool {
        let role = grammar.tipRole(items[index])
        return role == .advice || role == .adjustment
    }

    private func isOfNextFinding(_ site: Int) -> Bool {
        let next = skipNounPhrase(from: site + 1)
        return next < items.count && kind(next) == .finding
    }

    /// Whether a part is said to be out of view before anything else is said: "its tip out of view".
    private func isUnseen(after word: Int, before site: Int?, _ grammar: Grammar) -> Bool {
        for index in word + 1..<min(items.count, word + 1 + Self.reach) {
            if index == site { return false }
            switch kind(index) {
            case .finding, .tip: return false
            default: if grammar.tipRole(items[index]) == .unseen { return true }
            }
        }
        return false
    }

    // MARK: Unnamed

    /// "Enteric tube in the stomach": where the tables know that the device may end, it ends.
    private mutating func addUnnamedTip(of device: Int, _ grammar: Grammar) {
        guard let concept = grammar.entry(items[device])?.concept,
            !tips.contains(where: { $0.device == device && $0.part == .tip && !$0.sites.isEmpty })
        else { return }
        var mention = TipMention(part: .tip, word: device, device: Int32(device), isNamed: false)
        for site in siteItems(of: device).map(Int.init) where site > device && self.device(before: site, grammar) == device {
            guard let place = grammar.entry(items[site])?.concept, grammar.ontology.mayEnd(concept, at: place),
                !tips.contains(where: { $0.sites.contains(site) }), !isWayIn(before: site, grammar)
            else { continue }
            mention.sites.append(site)
        }
        guard !mention.sites.isEmpty else { return }
        place(&mention, grammar)
        if let index = tips.firstIndex(where: { $0.device == device && $0.part == .tip }) {
            // The tip itself is out of view, farther along.
            mention.isVisible = tips[index].isVisible
            tips[index] = mention
        } else {
            tips.append(mention)
        }
    }

    // MARK: Relation and distance

    /// The item that relates a site to what goes before it, as `above` does; nil for a plain "in".
    private func relationWord(before site: Int, _ grammar: Grammar) -> Int? {
        var index = site - 1
        while index >= leftmost(from: site) {
            switch grammar.tipRole(items[index]) {
            case .above, .below, .from, .entry: return index
            default: break
            }
            switch kind(index) {
            case .preposition, .determiner: break
            default:
                guard kind(index).isInsideNounPhrase, kind(index) != .unit, kind(index) != .tip else { return nil }
            }
            index -= 1
        }
        return nil
    }

    /// "via the right jugular vein"
    private func isWayIn(before site: Int, _ grammar: Grammar) -> Bool {
        guard let word = relationWord(before: site, grammar) else { return false }
        let role = grammar.tipRole(items[word])
        return role == .entry || role == .from && number(before: word) == nil
    }

    /// Reads how a part lies to its first site, and how far away.
    private func place(_ mention: inout TipMention, _ grammar: Grammar) {
        guard let site = mention.sites.first, let word = relationWord(before: site, grammar) else { return }
        switch grammar.tipRole(items[word]) {
        case .above, .from: mention.relation = .above
        case .below: mention.relation = .below
        default: return
        }
        mention.distance = number(before: word) ?? number(after: site)
    }

    /// The number of a length that ends right before an item: "4 cm above".
    private func number(before word: Int) -> Int? {
        word > 1 && kind(word - 1) == .unit && kind(word - 2) == .number ? word - 2 : nil
    }

    /// The number of a length after a site: "above the carina by 4 cm".
    private func number(after site: Int) -> Int? {
        guard site + 1 < items.count, kind(site + 1) == .preposition else { return nil }
        return (site + 2..<site + 4).first { $0 + 1 < items.count && kind($0) == .number && kind($0 + 1) == .unit }
    }

    // MARK: Ownership

    /// Makes the sites of a part the device's and nobody else's; where an opening before the tip lies the device only passes.
    private mutating func claimSites(of mention: TipMention) {
        let device = Int(mention.device)
        for site in mention.sites {
            notes[site].isTipSite = true
            for head in items.indices where kind(head) == .finding && head != device && siteItems(of: head).contains(Int32(site))
            {
                setSites(of: head, to: siteItems(of: head).map(Int.init).filter { $0 != site })
            }
            notes[site].owner = mention.device
        }
        let others = siteItems(of: device).map(Int.init).filter { !mention.sites.contains($0) }
        setSites(of: device, to: mention.part == .tip ? (others + mention.sites).sorted() : others)
    }
}
