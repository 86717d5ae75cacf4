import HilumReports

/// Writes what a judge says of a pair, as the members of a row's object.
public enum JudgeJSON {
    /// Appends `"factuality": {…}`, whose `errors` are empty as a judge gives counts alone, and of GREEN `"green"` and
    /// `"matched_findings"`, and `"missing_sections"` where some count as zeros; without an answer `"factuality": null` and
    /// `"reason"`.
    /// - Parameters:
    ///   - answer: nil where there is none; it is no score of any kind.
    ///   - reason: why there is none.
    public static func append(_ answer: JudgeAnswer?, reason: String?, to writer: inout JSONWriter) {
        writer.key("factuality")
        guard let answer else {
            writer.null()
            writer.key("reason")
            writer.string(reason)
            return
        }
        ScoreJSON.append(answer.factuality, to: &writer)
        if let matched = answer.matchedFindings {
            writer.key("green")
            writer.number(answer.green)
            writer.key("matched_findings")
            writer.integer(matched)
        }
        if !answer.missing.isEmpty {
            writer.key("missing_sections")
            writer.array { for section in answer.missing { $0.string(section.rawValue) } }
        }
    }
}
