import Hilum
import Testing

@Suite("The reward of a completion")
struct CompletionRewardTests {
    let hilum: Hilum

    init() throws {
        hilum = try Fixtures.hilum.get()
    }

    private func reward(
        _ completion: String, _ solution: String, mode: RewardMode = .hilum, weights: RewardPartWeights = RewardPartWeights()
    ) -> CompletionReward {
        let scorer = hilum.completionScorer(mode: mode, weights: weights)
        return scorer.reward(completion, against: scorer.read(solution: solution))
    }

    private func reasons(_ completion: String, _ solution: String) throws -> ConceptReasons {
        guard case .concepts(let reasons) = try #require(reward(completion, solution).reasons) else {
            throw CancellationError()
        }
        return reasons
    }

    static let solutions = [
        "<think>There is a small left pleural effusion. No pneumothorax.</think><answer>Pleural effusion</answer>",
        "<think>No effusion. No effusion. The large effusion is on the left.</think><answer>Pneumothorax</answer>",
        "<think>The view is frontal.</think>\n<answer>yes, left</answer>",
        "<answer>A</answer>", "Cardiomegaly. Clear lungs.", "", "<think></think><answer></answer>",
        "<think>Left middle lobe pneumonia.</think><answer>No pneumonia.</answer>",
    ]

    @Test("is 1 for the solution itself, in every mode but one", arguments: solutions, [RewardMode.hilum, .chexpo])
    func identical(solution: String, mode: RewardMode) throws {
        let reward = reward(solution, solution, mode: mode)
        #expect(try #require(reward.reward) == 1, "\(reward)")
    }

    @Test("of CheXPO-v2's older form is 1 for the solution itself where it has relations")
    func identicalF1() {
        #expect(reward(Self.solutions[0], Self.solutions[0], mode: .chexpoF1).reward == 1)
        #expect(reward("No effusion.", "No effusion.", mode: .chexpoF1).kg == 0.5)
    }

    @Test(
        "takes a choice by its letter, whatever follows; A is no article before other choices",
        arguments: [
            ("A", "A. Pneumothorax", 1.0), ("A", "(a)", 1), ("A", "B", 0), ("B", "A, B, C, D", 0), ("B", "B. A mass", 1),
            ("B", "The B", 1),
            ("yes", "Yes, there is", 1), ("yes", "", 0),
        ])
    func choices(expected: String, given: String, score: Double) {
        #expect(reward("<answer>\(given)</answer>", "<answer>\(expected)</answer>").answer == score)
    }

    @Test("falls with the danger of the error")
    func danger() throws {
        let solution = "<think>Stable small left pneumothorax. Normal heart size.</think><answer>Pneumothorax</answer>"
        let completions = [
            "Left pneumothorax of small size, unchanged. The heart is normal.",
            "Small left pneumothorax. Normal heart size.",
            "Stable large left pneumothorax. Normal heart size.",
            "Stable small right pneumothorax. Normal heart size.",
            "No pneumothorax. Normal heart size.",
        ].map { "<think>\($0)</think><answer>Pneumothorax</answer>" }
        let parts = try completions.map { try #require(reward($0, solution).kg) }
        for (safer, graver) in zip(parts, parts.dropFirst()) { #expect(safer > graver, "\(parts)") }
        #expect(parts[0] > 0.99)
        #expect(parts[4] < 0.1)
    }

    @Test(
        "compares a completion's words with what the solution has in the same part",
        arguments: [
            // Reasoning with reasoning: what only the answer says counts for nothing.
            (
                "<think>Normal heart.</think><answer>Left effusion</answer>", "<think>Left effusion.</think><answer>x</answer>",
                0.5
            ),
            // A report without tags with the answer, or with all where nothing is marked.
            ("<think>An effusion, left. Large.</think><answer>Left effusion.</answer>", "Left effusion.", nil),
            ("Left effusion.", "Left effusion.", nil),
            ("<think>Left effusion.", "Left effusion.", nil),
        ] as [(String, String, Double?)])
    func parts(completion: String, solution: String, most: Double?) throws {
        let kg = try #require(reward(completion, solution).kg)
        if let most { #expect(kg < most) } else { #expect(kg > 0.99) }
    }

    @Test(
        "hears what is said beside the tags",
        arguments: [
            "<think>Left effusion.</think> There is a large pneumothorax. <answer>Pleural effusion</answer>",
            "Large pneumothorax. <think>Left effusion.</think><answer>Pleural effusion</answer>",
            "<think>Left effusion.</think><think>Large pneumothorax.</think><answer>Pleural effusion</answer>",
        ])
    func outsideTags(completion: String) throws {
        let solution = "<think>Left effusion.</think><answer>Pleural effusion</answer>"
        #expect(try #require(reward(completion, solution).kg) < 0.3)
    }

    @Test("does not ask for findings where the solution is an answer that names none")
    func plainAnswer() {
        let reward = reward("<answer>Yes, there is an effusion.</answer>", "<answer>Yes</answer>")
        #expect(reward.kg == nil)
        #expect(reward.reward == 1)
    }

    @Test("has no answer where there is none: an end of the reasoning is none")
    func truncated() {
        let solution = "<think>Left effusion.</think><answer>Pleural effusion</answer>"
        #expect(reward("<think>Left pleural effusion.", solution).answer == 0)
        #expect(reward("<think>Left effusion.</think> Pleural effusion", solution).answer == 1)
    }

    @Test("falls in all of its parts where the answer says the opposite of the reasoning, which is listed among the errors")
    func deadlyAnswer() throws {
        let solution = "<think>Large left pneumothorax.</think><answer>Pneumothorax</answer>"
        let completion = "<think>Large left pneumothorax.</think><answer>No pneumothorax</answer>"
        let reward = reward(completion, solution)
        #expect(reward.kg == 0.5)
        #expect(try #require(reward.answer) < 0.05)
        let errors = try reasons(completion, solution).errors
        #expect(errors.map(\.category) == [.omissionFinding])
        #expect(errors.first?.candidate?.span == TextSpan(50, 62))
    }

    @Test(
        "judges answers by what they mean",
        arguments: [
            ("An enlarged heart", "Cardiomegaly", 0.99...1), ("No cardiomegaly", "Cardiomegaly", 0...0.1),
            ("right pleural effusion", "left pleural effusion", 0...0.6), ("Yes, there is.", "yes", 1...1), ("no", "yes", 0...0),
            ("b", "B", 1...1), ("left, right", "left", 1...1), ("right, left", "left", 0...0),
            ("lower left corner", "lower right corner", 0.6...0.7), ("", "yes", 0...0), ("", "", 1...1),
        ] as [(String, String, ClosedRange<Double>)])
    func answers(given: String, expected: String, range: ClosedRange<Double>) throws {
        let answer = reward("<answer>\(given)</answer>", "<answer>\(expected)</answer>").answer
        #expect(range.contains(try #require(answer)), "\(answer ?? -1)")
    }

    @Test("does not pay for repetition, nor for what cannot be so")
    func processFlaws() throws {
        func kg(_ reasoning: String) throws -> Double {
            try #require(reward("<think>\(reasoning)</think>", "<think>Small left pleural effusion.</think>").kg)
        }
        let plain = try kg("Small left pleural effusion.")
        let repeated = try kg("Small left pleural effusion. Small left pleural effusion.")
        #expect(plain == 1)
        #expect(abs(repeated - 0.95) < 1e-12)
        #expect(try kg("Small left pleural effusion. The left effusion is small. Small left pleural effusion.") <= repeated)
        #expect(try kg("Small left pleural effusion. No pleural effusion.") < 0.5)
    }

    @Test("does not count an impression as a repetition of the findings")
    func sections() throws {
        let report = "FINDINGS: Small left effusion. IMPRESSION: Small left effusion."
        #expect(try #require(reward(report, "Small left effusion.").kg) > 0.99)
    }

    @Test(
        "checks the answer against the reasoning",
        arguments: [
            ("Left effusion.", "Pleural effusion", "supported"), ("No effusion.", "Pleural effusion", "contradicted"),
            ("Right effusion.", "Left effusion", "contradicted"), ("Left effusion.", "No effusion", "contradicted"),
            ("Large effusion.", "Small effusion", "contradicted"),
            ("Normal heart.", "Pleural effusion", "unsupported"), ("Left effusion.", "yes", nil), ("", "Pleural effusion", nil),
            ("Growing left nodule.", "Left nodule, suspicious for malignancy", "supported"),
            ("Normal heart.", "Left nodule, suspicious for malignancy", "unsupported"),
            ("Left effusion.", "Possible pneumothorax", "unsupported"),
        ] as [(String, String, String?)])
    func answerSupport(reasoning: String, answer: String, verdict: String?) throws {
        let completion = "<think>\(reasoning)</think><answer>\(answer)</answer>"
        let support = try reasons(completion, "<think>Left effusion.</think><answer>\(answer)</answer>").answerSupport
        #expect(support?.verdict.rawValue == verdict)
        #expect((support?.explanation == nil) == (verdict == nil || verdict == "supported"))
    }

    @Test("keeps half of an answer's credit where the reasoning says the opposite")
    func unsupportedAnswer() {
        let solution = "<think>Left effusion.</think><answer>Pleural effusion</answer>"
        #expect(reward("<think>No effusion.</think><answer>Pleural effusion</answer>", solution).answer == 0.5)
        #expect(reward("<think>Normal heart.</think><answer>Pleural effusion</answer>", solution).answer == 0.8)
    }

    // MARK: Parts and weights

    @Test("is the weighted sum of its parts; the weight of one that is undefined goes to the others")
    func weights() throws {
        let weights = RewardPartWeights(answer: 1, kg: 2, format: 1)
        #expect(weights.reward(answer: 0.5, kg: 0.25, format: 1) == 2)
        #expect(weights.reward(answer: nil, kg: 0.25, format: 1) == 2)
        #expect(RewardPartWeights(answer: 1, kg: 0).reward(answer: nil, kg: 1, format: 1) == nil)
        let solution = "<think>Left effusion.</think><answer>yes</answer>"
        let reward = reward(
            "<think>No effusion.</think><answer>yes</answer>", solution, weights: RewardPartWeights(answer: 1, kg: 0))
        #expect(reward.reward == 1)
    }

    @Test("of CheXPO-v2 is by words: the same said in others is nothing")
    func spelling() throws {
        let solution = "<think>Small left effusion.</think><answer>Pleural effusion, atelectasis</answer>"
        let spelled = reward("<think>Small left effusion.</think><answer>atelectasis</answer>", solution, mode: .chexpo)
        #expect((spelled.kg, spelled.answer, spelled.reward, spelled.format) == (1, 1, 1, 1))
        let other = reward(
            "<think>Cardiomegaly.</think><answer>x</answer>", "<think>The heart is enlarged.</think><answer>y</answer>",
            mode: .chexpo)
        #expect(try #require(other.kg) <= 0.5)
        #expect(reward("<think>Cardiomegaly.</think>", "<think>The heart is enlarged.</think>").kg == 1)
    }

    @Test("does not depend on how often a solution has been used, nor on whether reasons are asked for")
    func preparedSolution() {
        let scorer = hilum.completionScorer()
        let solution = scorer.read(solution: Self.solutions[0])
        for completion in Self.solutions {
            let explained = scorer.reward(completion, against: solution)
            let brief = scorer.reward(completion, against: solution, explains: false)
            #expect(explained.reward == brief.reward)
            #expect(brief.reasons == nil)
            #expect(explained == scorer.reward(completion, against: scorer.read(solution: Self.solutions[0])))
        }
    }
}
