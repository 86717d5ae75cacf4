import HilumScoring

/// Sections under headings. As in GREEN's own reading a section that is missing or has nothing in it counts as zeros, and a
/// category that is listed twice by its last line; but an answer of which neither of the sections is there that the score is made
/// of is none, nor is one with a section of words alone.
enum GREENAnswer {
    static func read(_ completion: String) throws(UnreadableAnswer) -> JudgeAnswer {
        let reading = try AnswerReading(completion)
        let significant = try counts(.significant, in: reading, orElse: .noSignificantCounts)
        let insignificant = try counts(.insignificant, in: reading, orElse: .noInsignificantCounts)
        let matched = try reading.matchedFindings()
        guard significant != nil || matched != nil else { throw reading.absence }
        var answer = JudgeAnswer(
            factuality: Factuality(significant: significant ?? ErrorCounts(), insignificant: insignificant ?? ErrorCounts()),
            matchedFindings: matched ?? 0)
        if significant == nil { answer.missing.append(.significantErrors) }
        if insignificant == nil { answer.missing.append(.insignificantErrors) }
        if matched == nil { answer.missing.append(.matchedFindings) }
        return answer
    }

    /// - Returns: nil where the section is missing or empty.
    private static func counts(
        _ kind: AnswerSection.Kind, in reading: AnswerReading, orElse unreadable: UnreadableAnswer
    ) throws(UnreadableAnswer) -> ErrorCounts? {
        switch try reading.counts(kind, repetition: .replaces) {
        case .counts(let counts, _, _): counts
        case .noErrors, .total: ErrorCounts()
        case .form: throw .formAlone
        case .words: throw unreadable
        case nil, .blank: nil
        }
    }
}
