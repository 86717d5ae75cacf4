/// What a judge is asked, and in what form it answers.
///
///     let messages = JudgeProtocol.chexprompt.messages(candidate: "Clear lungs.", reference: "Small left effusion.")
///     let answer = try JudgeProtocol.chexprompt.answer(from: completion)
///     answer.factuality.significant[.omissionFinding]  // 1
public enum JudgeProtocol: String, CaseIterable, Sendable {
    /// The six kinds of error as `((A, n), (B, n), …)`, clinically significant and not (Zambrano Chaves et al. 2025).
    case chexprompt
    /// The same and the matched findings, in sections under headings (Ostmeier et al. 2024, arXiv:2405.03595).
    case green

    /// Of the wording of `messages`: another wording is another judge, whose counts are not comparable. The wording is Hilum's
    /// own.
    public var version: String {
        switch self {
        case .chexprompt: "chexprompt-1"
        case .green: "green-1"
        }
    }

    /// What to send for a pair of reports: the instructions, the same for every pair, and the two texts.
    public func messages(candidate: String, reference: String) -> [ChatMessage] {
        [
            ChatMessage(.system, instructions),
            ChatMessage(.user, FencedReports.text(candidate: candidate, reference: reference)),
        ]
    }

    /// Reads a completion, in whatever dress the form comes: prose around it, other brackets, names for letters, JSON, reasoning
    /// between tags before it.
    /// - Throws: where it holds no such counts, or counts that cannot be.
    public func answer(from completion: String) throws(UnreadableAnswer) -> JudgeAnswer {
        switch self {
        case .chexprompt: try CheXpromptAnswer.read(completion)
        case .green: try GREENAnswer.read(completion)
        }
    }

    private var instructions: String {
        let letters = ["A", "B", "C", "D", "E", "F"]
        let (categories, form) =
            switch self {
            case .chexprompt: (letters.map { "\($0)." }, JudgeInstructions.chexpromptForm)
            case .green: (letters.map { "(\($0.lowercased()))" }, JudgeInstructions.greenForm)
            }
        let parts = [
            JudgeInstructions.task, JudgeInstructions.categories(categories), JudgeInstructions.significance,
            JudgeInstructions.rules, form,
        ]
        return parts.joined(separator: "\n\n")
    }
}
