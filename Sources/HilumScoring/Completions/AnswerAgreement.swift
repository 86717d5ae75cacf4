import HilumMetrics

/// How well an answer meets the expected one, 0–1.
///
/// Answers that name findings are compared as reports are, so that "cardiomegaly" is met by "an enlarged heart" and a wrong side costs. An
/// expected answer of one word ("yes", "left", "B") is met by an answer that begins with it. All others are compared by their words: who
/// names every choice has less than who names the right one.
enum AnswerAgreement {
    static func score(
        candidate: StatedReport, reference: StatedReport, knowledge: Knowledge
    ) -> Double {
        let given = AnswerWords(candidate.graph.text)
        let expected = AnswerWords(reference.graph.text)
        let overlap = AnswerOverlap(candidate: given, reference: expected)
        if overlap.isExact { return 1 }
        if !candidate.statements.isEmpty, !reference.statements.isEmpty {
            let alignment = Alignment(candidate: candidate, reference: reference, knowledge: knowledge)
            return Reward(of: alignment, knowledge: knowledge, areUnreadAlike: false).reward
        }
        if let only = expected.words.first, expected.words.count == 1, reference.statements.isEmpty {
            return AnswerWords.begin(candidate.graph.text, with: only) ? 1 : 0
        }
        return overlap.f1
    }
}
