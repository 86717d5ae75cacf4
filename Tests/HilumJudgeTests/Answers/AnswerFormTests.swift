import HilumJudge
import HilumScoring
import HilumTestSupport
import Testing

@Suite("Answers in every form")
struct AnswerFormTests {
    @Test("Whatever counts a form writes are read from it", arguments: AnswerForm.all)
    func roundTrip(form: AnswerForm) {
        var generator = SeededGenerator(seed: 6)
        for round in 0..<8 {
            // None, few, many.
            let most = [1, 3, 13, 1000][round % 4]
            func counts() -> [Int] { (0..<6).map { _ in generator.index(below: most) } }
            let matched = form.judgeProtocol == .green ? generator.index(below: min(most, 40)) : nil
            let written = answer(counts(), counts(), matched: matched)
            let text = form.write(written)
            for dressed in Self.dresses(of: text) {
                let read = Result { () throws(UnreadableAnswer) in try form.judgeProtocol.answer(from: dressed) }
                #expect(read == .success(written), "\(dressed)")
            }
        }
    }

    /// The same text with other line ends and spaces, quoted, fenced, and behind reasoning that holds another answer.
    private static func dresses(of text: String) -> [String] {
        [
            text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\u{2028}"), text.replacing(" ", with: "\u{A0}"),
            text.replacing(" ", with: "  "), "> " + text.replacing("\n", with: "\n> "), "```text\n\(text)\n```\n",
            "<think>\n\(text.replacing("0", with: "7"))\n</think>\n\(text)", "<Thinking>x</Thinking>" + text,
            "Sure! Here is my judgement.\n\n\(text)\n\nLet me know if I can help with anything else.",
        ]
    }

    /// Cut between two categories, a list that nothing encloses looks whole: it is known by naming fewer than the other. Cut
    /// within a number, or with remarks between the categories, it cannot be known.
    @Test("An answer of CheXprompt that is cut off is no other answer", arguments: AnswerForm.chexprompt)
    func truncation(form: AnswerForm) {
        let written = answer([1, 0, 2, 3, 0, 1], [0, 3, 1, 1, 2, 4])
        let text = form.write(written)
        for end in text.indices {
            guard let read = try? form.judgeProtocol.answer(from: String(text[..<end])) else { continue }
            #expect(read == written || form.name.contains("corrected"), "\(text[..<end])")
        }
    }
}
