import HilumMetrics

/// Which part of a completion is compared with which of a solution. Both are read from the same parts: of a solution that reasons, its
/// reasoning; of one that only answers, the answer; else all of it.
enum ComparedPart: Sendable {
    case reasoning, answer, whole

    /// What of a solution the completions are compared with.
    init(of solution: TaggedCompletion) {
        if let reasoning = solution.reasoning, solution.hasWords(in: reasoning) {
            self = .reasoning
        } else {
            self = solution.answer == nil ? .whole : .answer
        }
    }

    /// The bytes of a completion that stand for this part.
    func range(in completion: TaggedCompletion) -> Range<Int> {
        let whole = 0..<completion.text.count
        switch self {
        case .reasoning:
            // Who answers without reasoning has none; who has no tags at all may have reasoned.
            guard let reasoning = completion.reasoning else { return completion.answer == nil ? whole : 0..<0 }
            // What is said beside the tags is said, too.
            let isAlone = completion.outside.allSatisfy { !completion.hasWords(in: $0) }
            return isAlone ? reasoning : 0..<(completion.outside.last?.upperBound ?? reasoning.upperBound)
        case .answer, .whole:
            if let answer = completion.answer { return answer }
            return completion.hasWords(in: completion.remainder) ? completion.remainder : whole
        }
    }
}

extension TaggedCompletion {
    /// Whether there is anything but white space.
    func hasWords(in range: Range<Int>) -> Bool { text[range].contains { $0 > 0x20 } }
}
