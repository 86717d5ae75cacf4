import HilumScoring

/// Two statements, each the counts of six categories. Both have to be there: a missing one is more often an answer cut off than one
/// without such errors, and zeros for it would be a score out of nothing.
enum CheXpromptAnswer {
    static func read(_ completion: String) throws(UnreadableAnswer) -> JudgeAnswer {
        let reading = try AnswerReading(completion)
        let significant = try counts(.significant, in: reading)
        let insignificant = try counts(.insignificant, in: reading)
        switch (significant, insignificant) {
        case (let significant?, let insignificant?):
            return JudgeAnswer(factuality: Factuality(significant: significant, insignificant: insignificant))
        case (nil, nil): throw reading.absence
        case (nil, _): throw .noSignificantCounts
        case (_, nil): throw .noInsignificantCounts
        }
    }

    private static func counts(_ kind: AnswerSection.Kind, in reading: AnswerReading) throws(UnreadableAnswer) -> ErrorCounts? {
        switch try reading.counts(kind, repetition: .contradicts) {
        case .counts(let counts): counts
        case .noErrors, .total: ErrorCounts()
        case .form: throw .formAlone
        case nil, .words, .blank: nil
        }
    }
}
