/// What a judge made of a pair: an answer, or the reason why there is none.
public enum JudgeVerdict: Sendable, Hashable {
    case answer(JudgeAnswer)
    case none(reason: String)

    /// Nil where there is none.
    public var answer: JudgeAnswer? {
        if case .answer(let answer) = self { answer } else { nil }
    }

    /// Why there is no answer; nil where there is one.
    public var reason: String? {
        if case .none(let reason) = self { reason } else { nil }
    }
}
