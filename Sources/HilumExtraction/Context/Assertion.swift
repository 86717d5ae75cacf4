import HilumOntology

/// What the cues around a finding say of it: items of the cues, `SentenceReading.none` where there is none.
struct Assertion {
    var negation: Int32 = SentenceReading.none
    var hedge: Int32 = SentenceReading.none
    var affirmation: Int32 = SentenceReading.none
    /// A history, condition, recommendation or another examination.
    var unasserted: Int32 = SentenceReading.none
}

/// The scopes of cues, after ConText (Harkema et al. 2009, doi:10.1016/j.jbi.2009.05.002): a forward cue holds from itself to the end of its scope,
/// a backward cue for the findings that it is said of.
extension SentenceReading {
    mutating func assert(_ grammar: Grammar) {
        guard traits.contains(.cue) else { return }
        assertForward(grammar)
        for index in items.indices where kind(index) == .cue {
            guard let cue = grammar.entry(items[index])?.cue else { continue }
            switch cue.direction {
            case .backward, .both: assertBackward(from: index, cue.kind, grammar)
            case .forward where cue.kind == .negation && isAnswer(index): assertBackward(from: index, cue.kind, grammar)
            case .either where !headFollows(index) && endsPhrase(index): assertBackward(from: index, cue.kind, grammar)
            default: break
            }
        }
    }

    // MARK: Forward

    private mutating func assertForward(_ grammar: Grammar) {
        var open = Assertion()
        /// A verb has followed what was negated, so that the next coordinator begins a clause of its own.
        var verbSinceNegation = false
        var headSinceNegation = false
        var coordinatorSinceNegation = false
        /// A coordinator has followed what was negated, and after it another finding.
        var isListClosed = false
        for index in items.indices {
            switch kind(index) {
            case .cue:
                guard let cue = grammar.entry(items[index])?.cue else { continue }
                if cue.kind == .end {
                    open = Assertion()
                } else if isForward(cue.direction, index) {
                    if cue.kind != .negation, headSinceNegation, isAfterSeparator(index, grammar) { open.negation = Self.none }
                    set(&open, cue.kind, index, grammar)
                    if cue.kind == .negation {
                        (verbSinceNegation, headSinceNegation) = (false, false)
                        (coordinatorSinceNegation, isListClosed) = (false, false)
                    }
                }
            case .colon where headSinceNegation: open.negation = Self.none
            case .comma, .coordinator:
                if verbSinceNegation
                    || open.negation != Self.none && headSinceNegation
                        && beginsStatement(after: index, isListClosed: isListClosed, grammar)
                {
                    open.negation = Self.none
                }
                coordinatorSinceNegation = headSinceNegation && kind(index) == .coordinator || coordinatorSinceNegation
                if kind(index) == .comma, open.hedge != Self.none, open.hedge != index - 1,
                    !isListGoingOn(after: index, cue: Int(open.hedge))
                {
                    open.hedge = Self.none
                }
            case .verb: verbSinceNegation = headSinceNegation
            case .change:
                guard open.negation != Self.none, !headSinceNegation, takesNegation(index, grammar) else { continue }
                notes[index].isNegated = true
                open.negation = Self.none
            case .finding:
                notes[index].assertion = open
                headSinceNegation = true
                isListClosed = coordinatorSinceNegation
            case .state:
                assertState(index, &open)
                headSinceNegation = true
                isListClosed = coordinatorSinceNegation
            default: break
            }
        }
    }

    /// Whether a negation says of a change that there was none, rather than of the finding whose attribute it is: "no increase in the
    /// effusion", but "no larger effusions".
    private func takesNegation(_ change: Int, _ grammar: Grammar) -> Bool {
        guard let entry = grammar.entry(items[change]), entry.negated != nil else { return false }
        let next = skipNounPhrase(from: change + 1)
        return entry.attribute == .change(nil) || next >= items.count || kind(next) != .finding
    }

    /// A negation reaches a statement of its own ("the heart is not enlarged") only from inside; such a statement also ends what was open
    /// before its subject.
    private mutating func assertState(_ index: Int, _ open: inout Assertion) {
        let subject = Int(notes[index].subjectBefore)
        if subject != Int(Self.none) {
            if isClauseOfItsOwn(from: Int(open.negation), subject, index) { open.negation = Self.none }
            if isClauseOfItsOwn(from: Int(open.hedge), subject, index) { open.hedge = Self.none }
        }
        notes[index].assertion = open
    }

    /// Whether a subject and its state begin a clause after a cue: by their verb, or after a comma. "No cardiac enlargement" does not.
    private func isClauseOfItsOwn(from cue: Int, _ subject: Int, _ state: Int) -> Bool {
        cue < subject
            && ((subject..<state).contains { kind($0) == .verb }
                || (cue + 1..<subject).contains { kind($0) == .comma || kind($0) == .verb })
    }

    /// Whether a cue answers what stands before a colon: "Pneumothorax: no".
    private func isAnswer(_ cue: Int) -> Bool {
        cue > 0 && kind(cue - 1) == .colon && !(cue + 1..<rightmost(from: cue)).contains { kind($0).isHead }
    }

    /// Whether nothing follows a cue in its phrase: "atelectasis is likely", not "widening, likely an artefact".
    private func endsPhrase(_ cue: Int) -> Bool {
        guard cue + 1 < items.count else { return true }
        switch kind(cue + 1) {
        case .comma, .coordinator, .cue, .closeParenthesis, .preposition: return true
        default: return false
        }
    }

    private func isForward(_ direction: CueDirection?, _ index: Int) -> Bool {
        direction == .forward || direction == .both || (direction == .either && headFollows(index))
    }

    private func set(_ assertion: inout Assertion, _ kind: CueKind, _ index: Int, _ grammar: Grammar) {
        switch kind {
        case .negation: assertion.negation = Int32(index)
        case .hedge:
            // "may represent atelectasis versus scar": the weaker of two hedges holds.
            if likelihood(of: Int(assertion.hedge), grammar) > likelihood(of: index, grammar) {
                assertion.hedge = Int32(index)
            }
        case .affirmation: assertion.affirmation = Int32(index)
        case .history, .conditional, .recommendation, .elsewhere: assertion.unasserted = Int32(index)
        case .end, .pseudo: break
        }
    }

    /// How likely a cue leaves a finding; more than certain without one, so that any hedge is weaker.
    private func likelihood(of cue: Int, _ grammar: Grammar) -> Double {
        cue == Int(Self.none) ? 2 : grammar.entry(items[cue])?.cue?.likelihood ?? 1
    }

    /// Whether a comma or an "and" goes before the words that lead to a cue.
    private func isAfterSeparator(_ index: Int, _ grammar: Grammar) -> Bool {
        var before = index - 1
        while before >= 0, kind(before).isInsideNounPhrase || kind(before) == .determiner || kind(before) == .cue { before -= 1 }
        return before >= 0 && (kind(before) == .comma || kind(before) == .coordinator && !isOr(before, grammar))
    }

    /// Whether a comma stands in a list of what a cue introduces: one that an "or" closes ("atelectasis, pneumonia, or edema"), or, after
    /// the finding that the list explains, one that ends the sentence.
    private func isListGoingOn(after comma: Int, cue: Int) -> Bool {
        for index in comma + 1..<rightmost(from: comma) {
            switch kind(index) {
            case .coordinator: return true
            case .verb, .cue, .colon: return false
            default: break
            }
        }
        return (0..<cue).contains { kind($0) == .finding }
    }

    private func headFollows(_ index: Int) -> Bool {
        var next = index + 1
        while next < rightmost(from: index) {
            switch kind(next) {
            case .finding, .state: return true
            case .site, .determiner, .preposition: break
            // "small, if any, effusion"
            case .comma where next == index + 1: break
            default:
                guard kind(next).isInsideNounPhrase else { return false }
            }
            next += 1
        }
        return false
    }

    // MARK: Backward

    /// Applies a cue to the finding before it and to those coordinated with that: "effusion or pneumothorax is not seen".
    private mutating func assertBackward(from cue: Int, _ cueKind: CueKind, _ grammar: Grammar) {
        var hasHead = false
        var isCoordinated = false
        var isList = false
        var index = cue - 1
        while index >= leftmost(from: cue) {
            switch kind(index) {
            case .finding, .state:
                guard !hasHead || isCoordinated else { return }
                set(&notes[index].assertion, cueKind, cue, grammar)
                hasHead = true
                isCoordinated = false
            case .coordinator: (isCoordinated, isList) = (true, true)
            // "effusion, pneumothorax or edema is not seen", but of "opacity, pneumonia not excluded" only the last.
            case .comma: isCoordinated = isList
            case .verb, .cue:
                guard !hasHead else { return }
            default: break
            }
            index -= 1
        }
    }
}
