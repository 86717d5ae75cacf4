/// What a judge is asked, and in what form it answers.
public enum JudgeProtocol: String, CaseIterable, Sendable {
    /// The six kinds of error as `((A, n), (B, n), …)`, clinically significant and not (Zambrano Chaves et al. 2025).
    case chexprompt
    /// The same and the matched findings, in sections under headings (Ostmeier et al. 2024, arXiv:2405.03595).
    case green

    /// What to send for a pair of reports.
    public func messages(candidate: String, reference: String) -> [ChatMessage] {
        [ChatMessage(.user, "")]
    }

    /// Reads a completion.
    public func answer(from completion: String) throws(UnreadableAnswer) -> JudgeAnswer {
        throw UnreadableAnswer(reason: "")
    }
}
