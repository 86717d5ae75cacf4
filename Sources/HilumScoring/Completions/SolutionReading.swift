import HilumExtraction
import HilumMetrics

/// A solution as many completions are compared with it: read once.
public struct SolutionReading: Sendable {
    let text: TaggedCompletion
    let part: ComparedPart
    /// Where the compared part begins.
    let start: Int
    let content: Content

    enum Content: Sendable {
        case concepts(Concepts)
        case spelling(EntityGraph)
    }

    struct Concepts: Sendable {
        var compared: StatedReport
        /// Nil where the solution has no answer between tags.
        var answer: StatedReport?
        /// Where the answer begins.
        var answerStart: Int
        /// Whether what is compared is the answer itself.
        var comparesAnswer: Bool
        /// What is wrong in it already is not charged to who says the same.
        var flaws: Flaws
    }
}

/// What is wrong with a text by itself.
struct Flaws: Sendable {
    var repeatedSteps = 0
    var implausibleStatements = 0
    /// 1 where the answer is borne out by the reasoning, or there is nothing to check.
    var answerFactor = 1.0
}
