import Hilum
import Testing

@Suite("A step of the reasoning")
struct ReasoningStepTests {
    private func reasons(_ completion: String, _ solution: String) throws -> ConceptReasons {
        let scorer = try Fixtures.hilum.get().completionScorer()
        let reward = scorer.reward(completion, against: scorer.read(solution: solution))
        guard case .concepts(let reasons) = try #require(reward.reasons) else { throw CancellationError() }
        return reasons
    }

    @Test(
        "is judged by what the reference says",
        arguments: [
            ("Small left effusion.", "supported"), ("Small right effusion.", "contradicted"),
            ("Large left effusion.", "contradicted"),
            ("Increased left effusion.", "contradicted"), ("No effusion.", "contradicted"), ("Pneumothorax.", "contradicted"),
            ("No pneumothorax.", "supported"), ("Rib fracture.", "absent"), ("No rib fracture.", "absent"),
            ("Cardiomegaly.", "supported"), ("Loculated left effusion.", "supported"),
        ])
    func verdicts(step: String, verdict: String) throws {
        let solution = "<think>Stable small left effusion. No pneumothorax. Cardiomegaly.</think>"
        let steps = try reasons("<think>\(step)</think>", solution).steps
        #expect(steps.map { $0.statements.map(\.verdict.rawValue) } == [[verdict]])
        let statement = try #require(steps.first?.statements.first)
        #expect((statement.explanation == nil) == (verdict == "supported"))
    }

    @Test(
        "is judged by what no triple says, too: where a device ends, and a length",
        arguments: [
            (
                "The endotracheal tube terminates 4 cm above the carina.",
                "The endotracheal tube terminates in the right mainstem bronchus.", "contradicted"
            ),
            ("The endotracheal tube is 4 cm above the carina.", "The endotracheal tube is in good position.", "supported"),
            ("1.2 cm nodule in the left lung.", "3.2 cm nodule in the left lung.", "contradicted"),
            ("1.2 cm nodule in the left lung.", "12 mm nodule in the left lung.", "supported"),
        ])
    func beyondTriples(solution: String, step: String, verdict: String) throws {
        let steps = try reasons("<think>\(step)</think>", "<think>\(solution)</think>").steps
        #expect(steps.flatMap { $0.statements.map(\.verdict.rawValue) } == [verdict])
        #expect((steps.first?.statements.first?.explanation == nil) == (verdict == "supported"))
    }

    @Test("has each triple judged by itself")
    func triples() throws {
        let reasons = try reasons(
            "<think>Severe patchy opacity in the right lung base, suggesting pneumonia.</think>",
            "<think>Mild opacity in the right lung base.</think>")
        let statement = try #require(reasons.steps.first?.statements.first)
        let verdicts = Dictionary(
            statement.triples.map { ("\($0.triple.source)|\($0.triple.target)", $0.verdict) },
            uniquingKeysWith: { first, _ in first })
        #expect(
            verdicts == [
                "lung opacity|right lung base": .supported, "severe|lung opacity": .contradicted,
                "patchy|lung opacity": .absent, "lung opacity|pneumonia": .absent,
            ])
        #expect(statement.verdict == .contradicted)
        #expect(statement.explanation == "mild in the reference, severe in the candidate")
    }

    @Test("is marked where it repeats another, and its statements where they cannot be so")
    func marks() throws {
        let steps = try reasons(
            "<think>Left effusion. Left effusion. Left middle lobe pneumonia.</think>", "<think>Left effusion.</think>"
        ).steps
        #expect(steps.map(\.isRepeated) == [false, true, false])
        #expect(steps.map { $0.statements.map(\.isImplausible) } == [[false], [false], [true]])
    }

    @Test("quotes its words where they stand in the completion")
    func spans() throws {
        let completion = "Let me see. <think>Large left effusion. No effusion.</think> <answer>Right effusion</answer>"
        let reasons = try reasons(completion, "<think>Small left effusion.</think><answer>Left effusion</answer>")
        var words = reasons.steps.flatMap { [$0.words] + $0.statements.map(\.words) }
        words += reasons.errors.compactMap(\.candidate) + reasons.implausible.flatMap(\.words)
        #expect(words.count > 5)
        let bytes = Array(completion.utf8)
        for quotation in words {
            #expect(String(decoding: bytes[quotation.span.start..<quotation.span.end], as: UTF8.self) == quotation.text)
        }
    }
}
