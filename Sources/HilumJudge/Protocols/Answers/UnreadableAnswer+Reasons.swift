/// Why a completion is no answer; the same words each time, so that they can be counted.
extension UnreadableAnswer {
    static let blank = UnreadableAnswer(reason: "the completion is blank")
    static let cutOffInReasoning = UnreadableAnswer(reason: "cut off in its reasoning, before an answer")
    static let refusal = UnreadableAnswer(reason: "a refusal")
    static let noCounts = UnreadableAnswer(reason: "no counts of errors")
    static let formAlone = UnreadableAnswer(reason: "the form of the answer without counts")
    static let noSignificantCounts = UnreadableAnswer(reason: "no counts of clinically significant errors")
    static let noInsignificantCounts = UnreadableAnswer(reason: "no counts of clinically insignificant errors")
    static let uncountedMatches = UnreadableAnswer(reason: "matched findings without their number")
    static let uncountedCategory = UnreadableAnswer(reason: "a category of errors without its count")
    static let totalAlone = UnreadableAnswer(reason: "a total of errors without its categories")
    static let impossibleCount = UnreadableAnswer(reason: "a count that is no whole number from 0 to \(AnswerToken.mostCount)")
    static let twoCounts = UnreadableAnswer(reason: "two different counts for one category")
    static let noneButSome = UnreadableAnswer(reason: "says that there are no errors, and counts some")
    static let cutOff = UnreadableAnswer(reason: "cut off in its counts")
}
