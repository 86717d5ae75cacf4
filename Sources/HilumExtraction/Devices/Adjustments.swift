/// What is said of a device itself: that it should be withdrawn or advanced, that it is coiled.
extension SentenceReading {
    /// Takes back what cues of the tip did to its device ("the tip is not seen"), and finds what should be withdrawn or advanced.
    mutating func settleTips(_ grammar: Grammar) {
        for mention in tips where mention.device != Self.none {
            let device = Int(mention.device)
            if let cue = unseenCue(notes[device].assertion.negation, grammar), cue > mention.word {
                notes[device].assertion.negation = Self.none
            }
            if let cue = unseenCue(notes[device].assertion.hedge, grammar), cue > mention.word {
                notes[device].assertion.hedge = Self.none
            }
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
        if let loop { self.loop = (device(near: loop, grammar) ?? Int(Self.none), loop) }
        guard isAdvised, let adjustment else { return }
        let device = device(near: adjustment, grammar)
        advisedAdjustment = (device ?? Int(Self.none), adjustment)
        guard let device else { return }
        // What is to be moved is there.
        notes[device].assertion.unasserted = Self.none
        notes[device].assertion.hedge = Self.none
    }

    /// Whether a number says by how much a device should be moved: "withdrawn by 3 cm", "2 cm retraction".
    func isOfAdjustment(_ number: Int, _ grammar: Grammar) -> Bool {
        guard let word = advisedAdjustment?.word else { return false }
        let between = word < number ? word + 1..<number : number + 1..<word
        return between.count <= 4
            && between.allSatisfy { kind($0).isInsideNounPhrase || kind($0) == .preposition || kind($0) == .determiner }
    }
}
