import HilumScoring

/// Two statements, each the counts of six categories. Both have to be there: a missing one is more often an answer cut off than
/// one without such errors, and zeros for it would be a score out of nothing.
enum CheXpromptAnswer {
    static func read(_ completion: String) throws(UnreadableAnswer) -> JudgeAnswer {
        let reading = try AnswerReading(completion)
        let significant = try counts(.significant, in: reading)
        let insignificant = try counts(.insignificant, in: reading)
        switch (significant, insignificant) {
        case (let significant?, let insignificant?):
            // A list that nothing closes has been cut off where the other names all categories.
            let (fewer, more) =
                significant.named < insignificant.named ? (significant, insignificant) : (insignificant, significant)
            if fewer.isOpen, fewer.named < more.named, more.named == ErrorCategory.allCases.count { throw .cutOff }
            return JudgeAnswer(factuality: Factuality(significant: significant.counts, insignificant: insignificant.counts))
        case (nil, nil): throw reading.absence
        case (nil, _): throw .noSignificantCounts
        case (_, nil): throw .noInsignificantCounts
        }
    }

    private static func counts(
        _ kind: AnswerSection.Kind, in reading: AnswerReading
    ) throws(UnreadableAnswer) -> (counts: ErrorCounts, named: Int, isOpen: Bool)? {
        switch try reading.counts(kind, repetition: .contradicts) {
        case .counts(let counts, let named, let isOpen): (counts, named, isOpen)
        case .noErrors?, .total: (ErrorCounts(), 0, false)
        case .form: throw .formAlone
        case nil, .words, .blank: nil
        }
    }
}
