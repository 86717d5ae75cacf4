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
        tips.removeAll(keepingCapacity: true)
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
    func endsDevice(at site: Int) -> Bool { isTipSite[site] }

    // MARK: Named

    private mutating func addTip(named word: Int, _ grammar: Grammar) {
        let role = grammar.tipRole(items[word])
        var start = word + 1
        var device: Int?
        // "tip of the right PICC"
        if role != .end, let owner = deviceAfterOf(word, grammar) { (device, start) = (owner, owner + 1) }
        device = device ?? deviceBefore(word, grammar) ?? (role == .end ? nil : deviceInPhrase(after: word, grammar))
        if let device, device > word { start = device + 1 }
        var mention = TipMention(
            part: role == .sidePort ? .sidePort : .tip, word: word, device: device.map(Int32.init) ?? Self.none, isNamed: true)
        mention.sites = tipSites(from: start, grammar)
        mention.isVisible = !isUnseen(after: start - 1, before: mention.sites.first, grammar)
        if mention.sites.isEmpty, mention.isVisible { return }
        place(&mention, grammar)
        tips.append(mention)
    }

    private func deviceAfterOf(_ word: Int, _ grammar: Grammar) -> Int? {
        guard word + 1 < items.count, kind(word + 1) == .preposition else { return nil }
        var index = word + 2
        while index < rightmost(from: word), kind(index).isInsideNounPhrase || kind(index) == .determiner || kind(index) == .site
        {
            index += 1
        }
        // "tip of which", or a site: "tip in the right atrium"
        guard index < items.count, isDevice(index, grammar),
            !(word + 2..<index).contains(where: { kind($0) == .site && !isQualifying($0, index) })
        else { return nil }
        return index
    }

    /// Whether a site stands in the noun phrase of a device: "left chest wall port".
    private func isQualifying(_ site: Int, _ device: Int) -> Bool { skipNounPhrase(from: site + 1) == device }

    /// The nearest device before, rather one that the tables know the tip of.
    private func deviceBefore(_ word: Int, _ grammar: Grammar) -> Int? {
        var nearest: Int?
        var index = word - 1
        while index >= leftmost(from: word) {
            if kind(index) == .finding, let entry = grammar.entry(items[index]), entry.isDevice {
                if entry.hasTip { return index }
                nearest = nearest ?? index
            }
            index -= 1
        }
        return nearest
    }

    private func deviceInPhrase(after word: Int, _ grammar: Grammar) -> Int? {
        let next = skipNounPhrase(from: word + 1)
        return next < items.count && isDevice(next, grammar) ? next : nil
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
        for site in siteItems(of: device).map(Int.init) where site > device && nearestDevice(before: site, grammar) == device {
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

    private func nearestDevice(before site: Int, _ grammar: Grammar) -> Int? {
        (leftmost(from: site)..<site).last { isDevice($0, grammar) }
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
            isTipSite[site] = true
            for head in items.indices where kind(head) == .finding && head != device && siteItems(of: head).contains(Int32(site))
            {
                setSites(of: head, to: siteItems(of: head).map(Int.init).filter { $0 != site })
            }
            owner[site] = mention.device
        }
        let others = siteItems(of: device).map(Int.init).filter { !mention.sites.contains($0) }
        setSites(of: device, to: mention.part == .tip ? (others + mention.sites).sorted() : others)
    }

    // MARK: What is said of the device

    /// Takes back what cues of the tip did to its device ("the tip is not seen"), and finds what should be withdrawn or advanced.
    mutating func settleTips(_ grammar: Grammar) {
        for mention in tips where mention.device != Self.none {
            let device = Int(mention.device)
            if let cue = unseenCue(assertions[device].negation, grammar), cue > mention.word {
                assertions[device].negation = Self.none
            }
            if let cue = unseenCue(assertions[device].hedge, grammar), cue > mention.word { assertions[device].hedge = Self.none }
        }
        findAdjustments(grammar)
    }

    private func unseenCue(_ cue: Int32, _ grammar: Grammar) -> Int? {
        cue != Self.none && grammar.tipRole(items[Int(cue)]) == .unseen ? Int(cue) : nil
    }

    private mutating func findAdjustments(_ grammar: Grammar) {
        guard isAboutDevice else { return }
        var adjustment: Int?
        var isAdvised = false
        var loop: Int?
        for index in items.indices {
            switch grammar.tipRole(items[index]) {
            case .adjustment: adjustment = adjustment ?? index
            case .advice: isAdvised = true
            case .loop: loop = loop ?? index
            default: break
            }
        }
        if let loop { self.loop = (handledDevice(loop, grammar) ?? Int(Self.none), loop) }
        guard isAdvised, let adjustment else { return }
        let device = handledDevice(adjustment, grammar)
        advisedAdjustment = (device ?? Int(Self.none), adjustment)
        guard let device else { return }
        // What is to be moved is there.
        assertions[device].unasserted = Self.none
        assertions[device].hedge = Self.none
    }

    /// Whether a number says by how much a device should be moved: "withdrawn by 3 cm", "2 cm retraction".
    func isOfAdjustment(_ number: Int, _ grammar: Grammar) -> Bool {
        guard let word = advisedAdjustment?.word else { return false }
        let between = word < number ? word + 1..<number : number + 1..<word
        return between.count <= 4
            && between.allSatisfy { kind($0).isInsideNounPhrase || kind($0) == .preposition || kind($0) == .determiner }
    }

    /// The device that something is said to happen to: the last one before, else the next.
    private func handledDevice(_ word: Int, _ grammar: Grammar) -> Int? {
        (leftmost(from: word)..<word).last { isDevice($0, grammar) }
            ?? (word..<rightmost(from: word)).first { isDevice($0, grammar) }
    }
}
