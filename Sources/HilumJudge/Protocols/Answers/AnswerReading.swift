import HilumScoring

/// A completion cut into its sections; how they come to an answer, the protocols differ in.
struct AnswerReading {
    private let sections: [AnswerSection]
    private let tokens: [AnswerToken]

    /// - Throws: where there is nothing to read.
    init(_ completion: String) throws(UnreadableAnswer) {
        let text = AnswerCharacters.plain(completion)
        let range = try FinalAnswer.range(in: text)
        guard text[range].contains(where: { $0 > 0x20 }) else { throw .blank }
        tokens = AnswerLexer.tokens(of: text, in: range)
        sections = AnswerSections.all(in: tokens)
    }

    /// What the last section of a kind says that says anything: a judge may repeat the form first, or correct itself.
    /// - Returns: `words`, `form` or `blank` where none has counts; nil where there is no such section.
    func counts(_ kind: AnswerSection.Kind, repetition: CountList.Repetition) throws(UnreadableAnswer) -> SectionCounts? {
        var emptiest: SectionCounts?
        var totals: [Int] = []
        for section in sections.reversed() where section.kind == kind {
            let found = try CountList.read(section, repetition: repetition)
            switch found {
            case .counts(let counts, _, _):
                guard totals.allSatisfy({ $0 == counts.total }) else { throw totals == [0] ? .noneButSome : .twoCounts }
                return found
            // They may sum up a list before them.
            case .total(let total): totals.append(total)
            case .noErrors: totals.append(0)
            case .words, .form, .blank: if emptiest == nil { emptiest = found }
            }
        }
        guard !totals.isEmpty else { return emptiest }
        guard totals.allSatisfy({ $0 == 0 }) else { throw .totalAlone }
        return .noErrors
    }

    /// The number under the last heading of matched findings that has one; nil where there is no such heading.
    func matchedFindings() throws(UnreadableAnswer) -> Int? {
        var failure: UnreadableAnswer?
        for section in sections.reversed() where section.kind == .matched {
            if let number = try MatchedFindings.number(in: section.tokens) { return number }
            failure = failure ?? (section.isLast && section.tokens.isEmpty ? .cutOff : .uncountedMatches)
        }
        if let failure { throw failure }
        return nil
    }

    /// Why there is no answer, where no section has counts.
    var absence: UnreadableAnswer {
        if tokens.contains(.word(.refusing)) { return .refusal }
        return .noCounts
    }
}
