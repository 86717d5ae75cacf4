import HilumJudge
import Testing

/// Answers that need a decision; the forms that a judge may choose among are in AnswerForms.swift.
@Suite("Reading of answers")
struct AnswerReadingTests {
    private static let zeros = [0, 0, 0, 0, 0, 0]

    static let ofCheXprompt: [(String, [Int], [Int])] = [
        // The one of interfaces.md.
        (
            "Number of clinically significant errors by type: ((A, 1), (B, 0))\n"
                + "Number of clinically insignificant errors by type: ((C, 2))", [1, 0, 0, 0, 0, 0], [0, 0, 2, 0, 0, 0]
        ),
        ("Significant errors: none\nInsignificant errors: none", zeros, zeros),
        (
            "Number of clinically significant errors by type: ()\nNumber of clinically insignificant errors by type: 0", zeros,
            zeros
        ),
        (
            "Clinically significant errors: There are no errors.\n\nClinically insignificant errors: A: one, b: Two.", zeros,
            [1, 2, 0, 0, 0, 0]
        ),
        // A bracket that is forgotten where nothing can be missing.
        (
            "Number of clinically significant errors by type: ((A, 1), (B, 0), (C, 0), (D, 0), (E, 0), (F, 2)\n"
                + "Number of clinically insignificant errors by type: ((A, 0), (B, 0), (C, 0), (D, 0), (E, 0), (F, 0)",
            [1, 0, 0, 0, 0, 2], zeros
        ),
        // Not significant is insignificant; a total that agrees is no contradiction.
        (
            "Clinically significant errors: 2\nClinically significant errors: A: 2\nNon-significant errors: B: 1\n",
            [2, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0]
        ),
        // Lists of the other protocol.
        (
            "[Clinically Significant Errors]:\n(c) Incorrect location: 1. effusion\n\n[Clinically Insignificant Errors]:\nNone",
            [0, 0, 1, 0, 0, 0], zeros
        ),
        // Words of a heading inside a sentence are no heading.
        (
            "Number of clinically significant errors by type:\nA: 1 (this is clinically significant: it would be treated)\nB: 2\n"
                + "Number of clinically insignificant errors by type:\nA: 0", [1, 2, 0, 0, 0, 0], zeros
        ),
    ]

    @Test("CheXprompt", arguments: ofCheXprompt)
    func chexprompt(completion: String, significant: [Int], insignificant: [Int]) throws {
        #expect(try JudgeProtocol.chexprompt.answer(from: completion) == answer(significant, insignificant))
    }

    private static func sections(_ significant: String, _ matched: String) -> String {
        "[Clinically Significant Errors]:\n\(significant)\n\n[Clinically Insignificant Errors]:\nNo errors.\n\n"
            + "[Matched Findings]:\n\(matched)"
    }

    static let ofGREEN: [(String, [Int], Int, Double)] = [
        (sections("No clinically significant errors.", "No matched findings."), zeros, 0, 0),
        (
            sections("(a) False report: 1. nodule\n(b) Omission: 2. a; b", "3. edema; effusion; no pneumothorax"),
            [1, 2, 0, 0, 0, 0], 3, 0.5
        ),
        // The last line of a letter counts.
        (
            sections("(a) False report: 1. nodule\n(a) False report: 2. nodule; mass", "2. edema; effusion"), [2, 0, 0, 0, 0, 0],
            2, 0.5
        ),
        // A blank line ends a section.
        (sections("(a) False report: 1. nodule\n\nIn (b) there might be: 4 more.", "1. edema"), [1, 0, 0, 0, 0, 0], 1, 0.5),
        (sections("(a) False report: 0\n(b) Omission: None", "3 matched findings"), zeros, 3, 1),
        (sections("(1) False report: 1. nodule\n(6) Omission of comparison: 2.", "Three"), [1, 0, 0, 0, 0, 2], 3, 0.5),
        // Digits are letters only where there are none.
        (sections("(1) First, (b) Omission: 1. edema", "(1) effusion"), [0, 1, 0, 0, 0, 0], 1, 0.5),
        (sections("None.", "1. edema\n2. effusion\n3. no pneumothorax\n\nThe 4 findings are listed."), zeros, 3, 1),
    ]

    @Test("GREEN", arguments: ofGREEN)
    func green(completion: String, significant: [Int], matched: Int, score: Double) throws {
        let read = try JudgeProtocol.green.answer(from: completion)
        #expect(read == answer(significant, Self.zeros, matched: matched))
        #expect(read.green == score)
    }

    @Test("A section of GREEN that is missing or empty counts as zeros, and is named")
    func missing() throws {
        let cut = try JudgeProtocol.green.answer(from: "[Clinically Significant Errors]:\n(a) False report: 1. nodule\n")
        #expect(cut.factuality.significant.list == [1, 0, 0, 0, 0, 0])
        #expect(cut.matchedFindings == 0 && cut.green == 0)
        #expect(cut.missing == [.insignificantErrors, .matchedFindings])
        let empty = try JudgeProtocol.green.answer(
            from:
                "[Clinically Significant Errors]:\n\n[Clinically Insignificant Errors]:\n\n[Matched Findings]:\n2. edema; effusion"
        )
        #expect(empty.green == 1)
        #expect(empty.missing == [.significantErrors, .insignificantErrors])
    }
}
