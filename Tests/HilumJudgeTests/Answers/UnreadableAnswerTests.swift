import HilumJudge
import Testing

@Suite("Completions that are no answer")
struct UnreadableAnswerTests {
    private static let significant = "Number of clinically significant errors by type: "
    private static let insignificant = "\nNumber of clinically insignificant errors by type: "
    private static let zeros = "((A, 0), (B, 0), (C, 0), (D, 0), (E, 0), (F, 0))"

    private static func lists(_ first: String, _ second: String = zeros) -> String {
        significant + first + insignificant + second
    }

    static let ofCheXprompt: [(String, String)] = [
        ("", "the completion is blank"),
        (" \r\n\u{A0}\u{200B}", "the completion is blank"),
        ("I'm sorry, but I can't assist with that.", "a refusal"),
        ("I am unable to judge radiology reports.", "a refusal"),
        ("Both reports describe clear lungs. There are 2 errors.", "no counts of errors"),
        ("<think>\(lists("((A, 1))", "((A, 0))"))", "cut off in its reasoning, before an answer"),
        ("<think>Let me see</think>", "the completion is blank"),
        (significant + zeros, "no counts of clinically insignificant errors"),
        (insignificant + zeros, "no counts of clinically significant errors"),
        (significant + zeros + insignificant, "no counts of clinically insignificant errors"),
        (lists("((A, n), (B, n))", "((A, n), (B, n))"), "the form of the answer without counts"),
        (lists("((A, 1), (B, n))"), "a category of errors without its count"),
        (lists("((A, several), (B, 0))"), "a category of errors without its count"),
        (lists("((A, NaN), (B, 0))"), "a category of errors without its count"),
        (lists("((A, at least 2), (B, 0))"), "a category of errors without its count"),
        (lists("((A, -), (B, 0))"), "a category of errors without its count"),
        (lists("((A, ), (B, 0))"), "a category of errors without its count"),
        (lists("((A, a pneumothorax), (B, 0))"), "a category of errors without its count"),
        (lists("\n(A) The pneumothorax is invented.\n(B): 1\n"), "a category of errors without its count"),
        (lists("\nA. The pneumothorax is invented.\nB. 1\n"), "a category of errors without its count"),
        (lists("3"), "a total of errors without its categories"),
        (lists("((A, -1))"), "a count that is no whole number from 0 to 999"),
        (lists("((A, −1))"), "a count that is no whole number from 0 to 999"),
        (lists("((A, 1.5))"), "a count that is no whole number from 0 to 999"),
        (lists("((A, 1000))"), "a count that is no whole number from 0 to 999"),
        (lists("((A, 99999999999999999999999))"), "a count that is no whole number from 0 to 999"),
        (lists("((A, 1,000))"), "a count that is no whole number from 0 to 999"),
        (lists("((A, 1-2))"), "a count that is no whole number from 0 to 999"),
        (lists("((A, 1 or 2))"), "a count that is no whole number from 0 to 999"),
        (lists("((A, >1))"), "a count that is no whole number from 0 to 999"),
        (lists("((A, 1), (A, 2))"), "two different counts for one category"),
        (lists("no errors, but (A, 2)"), "says that there are no errors, and counts some"),
        (lists(zeros, "((A, 1), (B, 0), (C"), "cut off in its counts"),
        (lists(zeros, "((A, 1), (B, "), "cut off in its counts"),
        (lists(zeros, "\nA: 1\nB:"), "cut off in its counts"),
        (lists(zeros, "\nA: 1\nB: 0"), "cut off in its counts"),
        (lists(zeros, "((A, 1), (B, 0), (C, 0), (D, 0), (E, 0), (F, 1"), "cut off in its counts"),
        (lists("((A, 1), (B, 1))") + "\nClinically significant errors: none", "says that there are no errors, and counts some"),
        (lists("((A, 1), (B, 1))") + "\nClinically significant errors: 3", "two different counts for one category"),
    ]

    @Test("CheXprompt: each says why", arguments: ofCheXprompt)
    func chexprompt(completion: String, reason: String) {
        #expect(throws: UnreadableAnswer(reason: reason)) { try JudgeProtocol.chexprompt.answer(from: completion) }
    }

    private static func sections(_ significant: String, _ matched: String = "2. effusion; edema") -> String {
        "[Clinically Significant Errors]:\n\(significant)\n\n[Clinically Insignificant Errors]:\nNo errors.\n\n"
            + "[Matched Findings]:\n\(matched)"
    }

    static let ofGREEN: [(String, String)] = [
        ("", "the completion is blank"),
        ("I cannot help with medical images.", "a refusal"),
        ("[Explanation]:\nThe reports agree.", "no counts of errors"),
        ("[Clinically Insignificant Errors]:\n(a) Missing: 1.", "no counts of errors"),
        (sections("The pneumothorax is invented."), "no counts of clinically significant errors"),
        (sections("(a) The pneumothorax is invented."), "a category of errors without its count"),
        (sections("- Pneumothorax is invented.\n- Effusion is missed."), "no counts of clinically significant errors"),
        (sections("2. pneumothorax; effusion"), "a total of errors without its categories"),
        (sections("(a) False report: -1."), "a count that is no whole number from 0 to 999"),
        (sections("None, except\n(b) Omission: 1."), "says that there are no errors, and counts some"),
        (sections("No errors.", "effusion; edema"), "matched findings without their number"),
        (sections("No errors.", "2.5"), "a count that is no whole number from 0 to 999"),
        (sections("No errors.", ""), "matched findings without their number"),
    ]

    @Test("GREEN: each says why", arguments: ofGREEN)
    func green(completion: String, reason: String) {
        #expect(throws: UnreadableAnswer(reason: reason)) { try JudgeProtocol.green.answer(from: completion) }
    }
}
