/// What came of asking a judge about a pair of reports.
public struct Judgement: Sendable, Hashable {
    /// How the asking ended.
    public enum Outcome: Sendable, Hashable {
        case answered(JudgeAnswer)
        /// The judge wrote something that is no answer; it has no score.
        case unreadable(reason: String)
        /// The endpoint gave nothing; there is no score either.
        case failed(reason: String)
    }

    public var outcome: Outcome
    /// What the judge wrote; nil if the endpoint gave nothing.
    public var completion: Completion?
    /// Whether it was asked before, and nothing was sent for this pair.
    public var isCached: Bool

    public init(outcome: Outcome, completion: Completion?, isCached: Bool) {
        self.outcome = outcome
        self.completion = completion
        self.isCached = isCached
    }

    /// Nil where there is no score.
    public var answer: JudgeAnswer? {
        if case .answered(let answer) = outcome { answer } else { nil }
    }

    /// Why there is no score; nil where there is one.
    public var reason: String? {
        switch outcome {
        case .answered: nil
        case .unreadable(let reason), .failed(let reason): reason
        }
    }
}

extension JudgeProtocol {
    /// How many tokens an answer may have unless said otherwise: CheXprompt's two lines, or GREEN's explanation and lists.
    public var usualMaxTokens: Int {
        switch self {
        case .chexprompt: 128
        case .green: 1024
        }
    }

    /// The end of the reason where an answer was cut off, with what helps.
    static let cutOff = "cut off at the most tokens; give more with --max-tokens"

    /// Reads a completion, which may have been held back, refused or cut off.
    public func outcome(of completion: Completion) -> Judgement.Outcome {
        switch completion.finishReason {
        case "content_filter": return .unreadable(reason: "held back by the endpoint's content filter")
        case "refusal": return .unreadable(reason: "the model refused to answer")
        default: break
        }
        do {
            let answer = try answer(from: completion.text)
            guard completion.isCutOff, !isComplete(answer, in: completion.text) else { return .answered(answer) }
            return .unreadable(reason: Self.cutOff)
        } catch {
            return .unreadable(reason: completion.isCutOff ? "\(error.reason) (\(Self.cutOff))" : error.reason)
        }
    }

    /// Whether an answer stands before the place where its text was cut off: what is missing would count as zero.
    private func isComplete(_ answer: JudgeAnswer, in text: String) -> Bool {
        switch self {
        // All counts stand in lines before the last, which is only begun.
        case .chexprompt:
            text.lastIndex(where: \.isNewline).map { (try? self.answer(from: String(text[..<$0]))) == answer } ?? false
        // The matched findings come last. Their number stands before their list, unless it is one of numbered lines: then, or where
        // the text ends in the number, it would be another one with what is missing.
        case .green:
            answer.matchedFindings.map { matched in
                matched > 0 && ["0", "\n\(matched + 1). x"].allSatisfy { (try? self.answer(from: text + $0)) == answer }
            } ?? false
        }
    }
}
