import HilumJudge
import HilumScoring
import Testing

/// The dresses in which judges write their counts.
struct AnswerForm: Sendable, CustomTestStringConvertible {
    let judgeProtocol: JudgeProtocol
    let name: String
    let write: @Sendable (JudgeAnswer) -> String

    var testDescription: String { "\(judgeProtocol.rawValue): \(name)" }

    static let all = chexprompt + green
}

/// Six counts, significant and not, and matched findings.
func answer(_ significant: [Int], _ insignificant: [Int], matched: Int? = nil) -> JudgeAnswer {
    func counts(_ values: [Int]) -> ErrorCounts {
        var counts = ErrorCounts()
        for (category, value) in zip(ErrorCategory.allCases, values) { counts[category] = value }
        return counts
    }
    return JudgeAnswer(
        factuality: Factuality(significant: counts(significant), insignificant: counts(insignificant)), matchedFindings: matched)
}

extension ErrorCounts {
    var list: [Int] { ErrorCategory.allCases.map { self[$0] } }
}

private let letters = ["A", "B", "C", "D", "E", "F"]
private let names = [
    "False positive finding", "Omission of finding", "Incorrect location", "Incorrect severity", "False positive comparison",
    "Omission of comparison",
]
private let significantLine = "Number of clinically significant errors by type:"
private let insignificantLine = "Number of clinically insignificant errors by type:"

// MARK: CheXprompt

extension AnswerForm {
    /// Both lists by the same writer, behind their lines.
    private static func lists(_ name: String, between: String = "\n", _ list: @escaping @Sendable ([Int]) -> String) -> AnswerForm
    {
        AnswerForm(judgeProtocol: .chexprompt, name: name) { answer in
            "\(significantLine) \(list(answer.factuality.significant.list))\(between)"
                + "\(insignificantLine) \(list(answer.factuality.insignificant.list))"
        }
    }

    private static func joined(
        _ counts: [Int], _ separator: String = ", ", _ pair: (String, Int) -> String
    ) -> String {
        zip(letters, counts).map(pair).joined(separator: separator)
    }

    private static func json(_ counts: [Int], by keys: [String]) -> String {
        "{" + zip(keys, counts).map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }

    private static let keys = ErrorCategory.allCases.map(\.rawValue)

    static let chexprompt: [AnswerForm] = [
        lists("as asked") { "(\(joined($0) { "(\($0), \($1))" }))" },
        lists("without the outer brackets") { joined($0) { "(\($0), \($1))" } },
        lists("square and round brackets") { "[\(joined($0) { "(\($0), \($1))" })]" },
        lists("square brackets") { "[\(joined($0) { "[\($0), \($1)]" })]" },
        lists("curly brackets, quoted") { "{\(joined($0) { "'\($0)': \($1)" })}" },
        lists("quoted letters in JSON") { "[\(joined($0) { "[\"\($0)\",\($1)]" })]" },
        lists("on one line", between: " ") { "(\(joined($0) { "(\($0), \($1))" }))" },
        lists("on one line, with a semicolon", between: "; ") { "(\(joined($0, ",") { "(\($0),\($1))" }))" },
        lists("small letters") { "(\(joined($0) { "(\($0.lowercased()), \($1))" }))" },
        lists("colons") { joined($0) { "\($0): \($1)" } },
        lists("equals signs") { joined($0) { "\($0)=\($1)" } },
        lists("nothing between") { joined($0) { "\($0) \($1)" } },
        lists("only what there is") { counts in
            "(" + zip(letters, counts).filter { $1 > 0 }.map { "(\($0), \($1))" }.joined(separator: ", ") + ")"
        },
        lists("zeros in words") { "(\(joined($0) { "(\($0), \($1 == 0 ? "none" : "\($1)"))" }))" },
        lists("backslashes, as in LaTeX") { "\\[\(joined($0) { "\\(\($0), \($1)\\)" })\\]" },
        lists("full-width punctuation") { "（\(joined($0, "，") { "（\($0)，\($1)）" })）" },
        lists("non-breaking spaces") { "(\(joined($0, ",\u{A0}") { "(\($0),\u{A0}\($1))" }))" },
        lists("bold", between: "\n\n") { "**(\(joined($0) { "(**\($0)**, **\($1)**)" }))**" },
        lists("bullets", between: "\n\n") { "\n" + joined($0, "\n") { "- **\($0)**: \($1)" } },
        lists("bullets and dashes", between: "\n\n") { "\n" + joined($0, "\n") { "• \($0) – \($1)" } },
        lists("names behind letters", between: "\n") { counts in
            "\n" + zip(zip(letters, names), counts).map { "\($0.0). \($0.1): \($1)" }.joined(separator: "\n")
        },
        lists("names in brackets") { counts in
            "\n" + zip(zip(letters, names), counts).map { "\($0.0) (\($0.1)): \($1)" }.joined(separator: "\n")
        },
        lists("names for letters") { counts in "\n" + zip(names, counts).map { "\($0): \($1)" }.joined(separator: "\n") },
        lists("numbered names") { counts in
            "\n" + zip(zip(1..., names), counts).map { "\($0.0). \($0.1): \($1)" }.joined(separator: "\n")
        },
        lists("a table", between: "\n\n") { "\n\n| Type | Count |\n|---|---|\n" + joined($0, "\n") { "| \($0) | \($1) |" } },
        lists("a remark behind each", between: "\n\n") {
            "\n" + joined($0, "\n") { "\($0): \($1) (the side is wrong, 2 cm too low)" }
        },
        AnswerForm(judgeProtocol: .chexprompt, name: "headings") { answer in
            "## Clinically Significant Errors\n\n" + joined(answer.factuality.significant.list, "\n") { "* \($0): \($1)" }
                + "\n\n## Clinically Insignificant Errors\n\n"
                + joined(answer.factuality.insignificant.list, "\n") { "* \($0): \($1)" }
        },
        AnswerForm(judgeProtocol: .chexprompt, name: "JSON, one line") { answer in
            "{\"clinically_significant\": \(json(answer.factuality.significant.list, by: keys)), "
                + "\"clinically_insignificant\": \(json(answer.factuality.insignificant.list, by: keys)), \"total\": 7}"
        },
        AnswerForm(judgeProtocol: .chexprompt, name: "JSON, fenced and indented") { answer in
            let significant = json(answer.factuality.significant.list, by: letters).replacing(", ", with: ",\n    ")
            let insignificant = json(answer.factuality.insignificant.list, by: letters).replacing(", ", with: ",\n    ")
            return "Here you are:\n```json\n{\n  \"rating\": {\n  \"clinically_significant\": \(significant),\n"
                + "  \"clinically_insignificant\": \(insignificant)\n}}\n```"
        },
        AnswerForm(judgeProtocol: .chexprompt, name: "prose around") { answer in
            let form = lists("") { "(\(joined($0) { "(\($0), \($1))" }))" }
            return "The candidate invents a 2 cm nodule (A), which is clinically significant: it would be followed up.\n\n"
                + form.write(answer)
                + "\n\nExplanation:\nA: No nodule in the reference. B: 3 findings are there. (C, 9) would be too hard.\n"
        },
        AnswerForm(judgeProtocol: .chexprompt, name: "prose between, Windows") { answer in
            let form = lists("", between: "\nThe candidate misses the effusion and its change.\n") {
                "\nLet me count.\n(\(joined($0) { "(\($0), \($1))" }))"
            }
            return form.write(answer).replacing("\n", with: "\r\n")
        },
        AnswerForm(judgeProtocol: .chexprompt, name: "the form first, then corrected") { answer in
            let form = lists("") { "(\(joined($0) { "(\($0), \($1))" }))" }
            let asked = lists("") { "(\(joined($0) { letter, _ in "(\(letter), n)" }))" }.write(answer)
            let first = form.write(HilumJudgeTests.answer([9, 9, 9, 9, 9, 9], [8, 8, 8, 8, 8, 8]))
            return "\(asked)\n\n\(first)\n\nOn reflection:\n\n\(form.write(answer))"
        },
        AnswerForm(judgeProtocol: .chexprompt, name: "reasoning in tags") { answer in
            let form = lists("") { "(\(joined($0) { "(\($0), \($1))" }))" }
            let first = form.write(HilumJudgeTests.answer([9, 9, 9, 9, 9, 9], [8, 8, 8, 8, 8, 8]))
            return "<think>\nThe form is \(first)\n</think>\n\n\(form.write(answer))"
        },
    ]

    // MARK: GREEN

    private static func green(
        _ name: String, heading: @escaping @Sendable (String) -> String, none: String = "No errors.",
        matched: @escaping @Sendable (Int) -> String = { $0 == 0 ? "No matched findings." : "\($0). pleural effusion; edema" },
        line: @escaping @Sendable (Int, Int) -> String
    ) -> AnswerForm {
        AnswerForm(judgeProtocol: .green, name: name) { answer in
            func section(_ counts: [Int]) -> String {
                let lines = zip(0..., counts).filter { $1 > 0 }.map { line($0, $1) }
                return lines.isEmpty ? none : lines.joined(separator: "\n")
            }
            return """
                \(heading("Explanation"))
                The candidate invents 1 nodule (a) and misses 2 findings.

                \(heading("Clinically Significant Errors"))
                \(section(answer.factuality.significant.list))

                \(heading("Clinically Insignificant Errors"))
                \(section(answer.factuality.insignificant.list))

                \(heading("Matched Findings"))
                \(matched(answer.matchedFindings ?? 0))
                """
        }
    }

    @Sendable private static func bracketed(_ title: String) -> String { "[\(title)]:" }

    static let green: [AnswerForm] = [
        green("as asked", heading: bracketed) { "(\(letters[$0].lowercased())) \(names[$0]): \($1). nodule: 2 cm; \($1) more" },
        green("capitals", heading: bracketed, none: "None") { "(\(letters[$0])) \(names[$0]): \($1)" },
        green("digits", heading: bracketed) { "(\($0 + 1)) \(names[$0]) in the candidate's report: \($1). nodule; effusion" },
        green("names", heading: bracketed) { "\(names[$0]): \($1). nodule" },
        green("letters and numbers", heading: bracketed, none: "0", matched: { "\($0)" }) {
            "\(letters[$0].lowercased()): \($1)"
        },
        green("bold", heading: { "**[\($0)]:**" }) { "- **(\(letters[$0].lowercased())) \(names[$0])**: **\($1)**. nodule" },
        green("Markdown headings", heading: { "## \($0)\n" }) { "(\(letters[$0].lowercased())) \(names[$0]): \($1). nodule" },
        green("blank lines between", heading: { "\($0):" }) { "(\(letters[$0].lowercased())) \(names[$0]): \($1). nodule\n" },
        green("on the heading's line", heading: { "\($0): " }, matched: { "\($0)" }) { "\(letters[$0]) \(names[$0]): \($1)" },
        green(
            "a numbered list of matches", heading: bracketed,
            matched: { count in
                count == 0 ? "None." : (1...count).map { "\($0). finding" }.joined(separator: "\n")
            }
        ) { "(\(letters[$0].lowercased())) \(names[$0]): \($1)." },
        AnswerForm(judgeProtocol: .green, name: "JSON") { answer in
            "{\"clinically_significant\": \(json(answer.factuality.significant.list, by: keys)), "
                + "\"clinically_insignificant\": \(json(answer.factuality.insignificant.list, by: keys)), "
                + "\"matched_findings\": \(answer.matchedFindings ?? 0)}"
        },
        AnswerForm(judgeProtocol: .green, name: "the lists of CheXprompt") { answer in
            chexprompt[0].write(answer) + "\nNumber of matched findings: \(answer.matchedFindings ?? 0)"
        },
    ]
}
