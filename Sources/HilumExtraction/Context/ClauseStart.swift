import HilumOntology

/// Where the list of what a negation denies ends and the next statement begins: "no pneumothorax, mild edema persists".
extension SentenceReading {
    /// Whether what follows a comma or coordinator is a statement of its own, and not one more thing denied.
    /// - Parameter isListClosed: an "or" or "and" has already joined two findings since the negation.
    func beginsStatement(after separator: Int, isListClosed: Bool, _ grammar: Grammar) -> Bool {
        if isOr(separator, grammar) { return false }
        let start = separator + 1
        guard start < items.count, !(kind(separator) == .comma && kind(start) == .coordinator) else { return false }
        if kind(separator) == .comma, isListClosed { return true }
        if kind(start) == .determiner { return true }
        let end = phraseEnd(from: start)
        guard let head = (start..<end).first(where: { kind($0).isHead }) else { return false }
        if isDevice(head, grammar) { return true }
        if continuesWithOr(from: end, grammar) { return false }
        return (start..<head).contains { isAssertive($0, grammar) }
            || (head + 1..<end).contains { kind($0) == .change && grammar.entry(items[$0])?.attribute != .change(.new) }
    }

    /// The next comma, coordinator or cue.
    private func phraseEnd(from start: Int) -> Int {
        (start..<rightmost(from: start)).first {
            switch kind($0) {
            case .comma, .coordinator, .cue: true
            default: false
            }
        } ?? rightmost(from: start)
    }

    /// What is denied has no degree, side or history of its own, but may be large or new: "no large effusion", "no new opacity".
    private func isAssertive(_ index: Int, _ grammar: Grammar) -> Bool {
        switch (kind(index), grammar.entry(items[index])?.attribute) {
        case (.severity, _), (.laterality, _): true
        case (.size, .size(let size)): size == .tiny || size == .small || size == .moderate
        case (.change, .change(let change)): change != nil && change != .new
        default: false
        }
    }

    /// Whether a list goes on to an "or", so that all of it is denied: "no edema, small effusion or pneumothorax".
    private func continuesWithOr(from start: Int, _ grammar: Grammar) -> Bool {
        for index in start..<rightmost(from: start) {
            if isOr(index, grammar) { return true }
            switch kind(index) {
            case .verb, .cue: return false
            default: break
            }
        }
        return false
    }

    func isOr(_ index: Int, _ grammar: Grammar) -> Bool {
        kind(index) == .coordinator && grammar.entry(items[index])?.connective != .coordinator
    }
}
