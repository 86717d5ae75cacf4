import HilumOntology

/// What a finding shares with another that it is coordinated with, where it has none of its own: a modifier hangs in the chain of one head
/// only. Items, or `SentenceReading.none`.
struct SharedModifiers {
    /// "Cardiomegaly and effusion are unchanged": the change.
    var change = SentenceReading.none
    /// "The endotracheal and nasogastric tubes are in satisfactory position": the word of placement.
    var placement = SentenceReading.none
    /// "Minimal scarring or atelectasis": the finding whose degree holds for this one too.
    var degreeOf = SentenceReading.none
}

/// Which finding severity, size, change, descriptors and measurements belong to: the next in the phrase ("small new effusion"), else the last
/// one before ("the effusion is small"). A change also reaches over a preposition ("increase in the effusion").
extension SentenceReading {
    mutating func findModifiers(_ grammar: Grammar) {
        guard !traits.isDisjoint(with: [.modifier, .number]) else { return }
        for index in items.indices {
            switch kind(index) {
            case .severity, .size, .descriptor, .change, .number:
                guard !isDegreeOfChange(index, grammar),
                    let head = headInPhrase(index) ?? describedHead(before: index) ?? headAfter(index)
                else { continue }
                attach(index, to: head)
                guard kind(index) == .change else { continue }
                if head < index {
                    shareChange(index, from: head)
                } else if isSaidOfAll(index, before: head, grammar) {
                    shareChange(index, after: head)
                }
            case .placement:
                guard let device = placedDevice(index, grammar) else { continue }
                attach(index, to: device)
                sharePlacement(index, from: device, grammar)
            default: break
            }
        }
    }

    /// The device that a placement is said of: "satisfactory position of the tube", "the tube is in satisfactory position".
    private func placedDevice(_ index: Int, _ grammar: Grammar) -> Int? {
        if let head = headInPhrase(index), isDevice(head, grammar) { return head }
        return device(near: index, grammar)
    }

    /// The devices that share a placement: "the endotracheal and nasogastric tubes are in satisfactory position".
    private mutating func sharePlacement(_ placement: Int, from device: Int, _ grammar: Grammar) {
        guard device < placement else { return }
        let others = coordinated(with: device, .left, .finding) {
            // A device that a site follows is placed there: "a tube in the stomach and a line in good position".
            kind($0) == .site || kind($0) == .finding && !isDevice($0, grammar) ? .end : nil
        }
        for other in others { notes[other].shared.placement = Int32(placement) }
    }

    /// "slightly smaller" says how much something has changed, not how severe it is.
    func isDegreeOfChange(_ index: Int, _ grammar: Grammar) -> Bool {
        guard kind(index) == .severity, index + 1 < items.count, kind(index + 1) == .change else { return false }
        let change = grammar.entry(items[index + 1])?.attribute
        return change == .change(.increased) || change == .change(.decreased)
    }

    /// The findings that share a change: "cardiomegaly and effusion are unchanged".
    private mutating func shareChange(_ change: Int, from head: Int) {
        for other in coordinated(with: head, .left, .finding) where notes[other].shared.change == Self.none {
            notes[other].shared.change = Int32(change)
        }
    }

    /// Whether a change is a noun of its own, not an attribute: "resolution of", "increase in".
    private func isSaidOfAll(_ change: Int, before head: Int, _ grammar: Grammar) -> Bool {
        grammar.entry(items[change])?.attribute == .change(.resolved)
            || (change..<head).contains { kind($0) == .preposition }
    }

    /// "resolution of the effusion and infiltrate"
    private mutating func shareChange(_ change: Int, after head: Int) {
        let others = coordinated(with: head, .right, .finding) {
            // A degree or change of its own begins another statement: "resolution of the effusion, small nodule".
            switch kind($0) {
            case .laterality, .descriptor: .inside
            // "removal of the sheath and of the tube"
            case .preposition where kind($0 - 1) == .coordinator || kind($0 - 1) == .comma: .inside
            default: kind($0).isInsideNounPhrase ? .end : nil
            }
        }
        for other in others { notes[other].shared.change = Int32(change) }
    }

    private mutating func attach(_ modifier: Int, to head: Int) {
        guard notes[head].firstModifier != Self.none else { return notes[head].firstModifier = Int32(modifier) }
        var last = Int(notes[head].firstModifier)
        while notes[last].nextModifier != Self.none { last = Int(notes[last].nextModifier) }
        notes[last].nextModifier = Int32(modifier)
    }

    /// Calls `body` with what modifies a head, in the order of the text.
    func forEachModifier(of head: Int, _ body: (Int) -> Void) {
        var next = notes[head].firstModifier
        while next != Self.none {
            body(Int(next))
            next = notes[Int(next)].nextModifier
        }
    }

    // MARK: Heads

    private func headInPhrase(_ index: Int) -> Int? {
        var mayCross = kind(index) == .change || kind(index) == .placement
        var candidate = index + 1
        while candidate < rightmost(from: index) {
            switch kind(candidate) {
            case .finding, .state: return candidate
            case .site: break
            case .preposition where mayCross: mayCross = false
            case .determiner where !mayCross || candidate == index + 1: break
            // "small, nodular opacity"
            case .comma where isInsideList(candidate, of: index): break
            case .coordinator
            where candidate + 1 < items.count && kind(candidate + 1).isInsideNounPhrase && kind(candidate + 1) != .other: break
            // "healing 7th and 8th rib fractures"
            case .coordinator
            where traits.contains(.level) && kind(candidate - 1) == .site && candidate + 1 < items.count
                && kind(candidate + 1) == .site:
                break
            default:
                guard kind(candidate).isInsideNounPhrase else { return nil }
            }
            candidate += 1
        }
        return nil
    }

    /// Whether a comma stands between the adjectives of the first finding, or beside words that compare its sides: "small, nodular opacity",
    /// "mild bibasilar, left greater than right, opacities".
    private func isInsideList(_ comma: Int, of modifier: Int) -> Bool {
        headBefore(modifier) == nil && (comma == modifier + 1 || isBetweenSites(comma))
    }

    /// The head before a modifier. After a comma a change is said of what is explained: "opacities, likely atelectasis, unchanged".
    private func describedHead(before index: Int) -> Int? {
        guard let head = headBefore(index) else { return nil }
        guard kind(index) == .change, notes[head].suggestedBy != Self.none, (head..<index).contains(where: { kind($0) == .comma })
        else {
            return head
        }
        return Int(notes[head].suggestedBy)
    }

    private func headBefore(_ index: Int) -> Int? {
        var candidate = index - 1
        while candidate >= leftmost(from: index) {
            if kind(candidate).isHead { return candidate }
            candidate -= 1
        }
        return nil
    }

    private func headAfter(_ index: Int) -> Int? {
        guard kind(index) == .change || kind(index) == .number else { return nil }
        return (index + 1..<rightmost(from: index)).first { kind($0).isHead }
    }
}
