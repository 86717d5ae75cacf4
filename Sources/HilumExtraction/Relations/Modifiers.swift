import HilumOntology

/// Which finding severity, size, change, descriptors and measurements belong to: the next in the phrase ("small new effusion"), else the last
/// one before ("the effusion is small"). A change also reaches over a preposition ("increase in the effusion").
extension SentenceReading {
    mutating func findModifiers(_ grammar: Grammar) {
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
                    shareChange(index, after: head, grammar)
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
        return (leftmost(from: index)..<index).last { isDevice($0, grammar) && kind($0) == .finding }
            ?? (index..<rightmost(from: index)).first { isDevice($0, grammar) }
    }

    /// The devices that share a placement: "the endotracheal and nasogastric tubes are in satisfactory position".
    private mutating func sharePlacement(_ placement: Int, from device: Int, _ grammar: Grammar) {
        guard device < placement else { return }
        var isCoordinated = false
        var index = device - 1
        while index >= leftmost(from: device) {
            switch kind(index) {
            case .coordinator, .comma: isCoordinated = true
            case .finding:
                guard isCoordinated, isDevice(index, grammar) else { return }
                sharedPlacement[index] = Int32(placement)
                isCoordinated = false
            case .determiner: break
            default:
                guard kind(index).isInsideNounPhrase else { return }
            }
            index -= 1
        }
    }

    /// "slightly smaller" says how much something has changed, not how severe it is.
    func isDegreeOfChange(_ index: Int, _ grammar: Grammar) -> Bool {
        guard kind(index) == .severity, index + 1 < items.count, kind(index + 1) == .change else { return false }
        let change = grammar.entry(items[index + 1])?.attribute
        return change == .change(.increased) || change == .change(.decreased)
    }

    /// The heads that share a change: "cardiomegaly and effusion are unchanged".
    private mutating func shareChange(_ change: Int, from head: Int) {
        // A modifier hangs in one chain only, so a coordinated head borrows the chain where it has none of its own.
        var index = head - 1
        var isCoordinated = false
        while index >= leftmost(from: head) {
            switch kind(index) {
            case .coordinator, .comma: isCoordinated = true
            case .finding:
                guard isCoordinated else { return }
                if sharedChange[index] == Self.none { sharedChange[index] = Int32(change) }
                isCoordinated = false
            case .site, .determiner: break
            default:
                guard kind(index).isInsideNounPhrase else { return }
            }
            index -= 1
        }
    }

    /// Whether a change is a noun of its own, not an attribute: "resolution of", "increase in".
    private func isSaidOfAll(_ change: Int, before head: Int, _ grammar: Grammar) -> Bool {
        grammar.entry(items[change])?.attribute == .change(.resolved)
            || (change..<head).contains { kind($0) == .preposition }
    }

    /// "resolution of the effusion and infiltrate"
    private mutating func shareChange(_ change: Int, after head: Int, _ grammar: Grammar) {
        var isCoordinated = false
        for index in head + 1..<rightmost(from: head) {
            switch kind(index) {
            case .coordinator, .comma: isCoordinated = true
            case .finding:
                guard isCoordinated else { return }
                sharedChange[index] = Int32(change)
                isCoordinated = false
            case .site, .determiner, .laterality, .descriptor: break
            // "removal of the sheath and of the tube"
            case .preposition where isCoordinated: break
            default: return
            }
        }
    }

    private mutating func attach(_ modifier: Int, to head: Int) {
        nextModifier[modifier] = firstModifier[head]
        firstModifier[head] = Int32(modifier)
    }

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
        guard kind(index) == .change, suggestedBy[head] != Self.none, (head..<index).contains(where: { kind($0) == .comma })
        else {
            return head
        }
        return Int(suggestedBy[head])
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
