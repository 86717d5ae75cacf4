import HilumMetrics
import Testing

@Suite struct TaggedCompletionTests {
    private func text(_ completion: TaggedCompletion, _ range: Range<Int>?) -> String? {
        range.map { String(decoding: completion.text[$0], as: UTF8.self) }
    }

    @Test(
        "A completion has its reasoning and its answer, however it is formed",
        arguments: [
            ("<think>a</think><answer>b</answer>", "a", "b", true),
            (" <think>a\n</think>\n <answer> b </answer>\n", "a\n", " b ", true),
            ("<think></think><answer></answer>", "", "", true),
            // No tags, or some only.
            ("", nil, nil, false), ("b", nil, nil, false), ("<answer>b</answer>", nil, "b", false),
            ("<think>a</think> b", "a", nil, false),
            // The prompt held the opening tag.
            ("a</think><answer>b</answer>", "a", "b", false),
            // Never closed.
            ("<think>a", "a", nil, false), ("<think>a<answer>b</answer>", "a", "b", false),
            ("<think>a</think><answer>b", "a", nil, false),
            // Something outside, twice, in another order, or in one another.
            ("x<think>a</think><answer>b</answer>", "a", "b", false), ("<think>a</think>x<answer>b</answer>", "a", "b", false),
            ("<think>a</think><answer>b</answer>x", "a", "b", false),
            ("<think>a</think><answer>b</answer><answer>c</answer>", "a", "b", false),
            ("<answer>b</answer><think>a</think>", "a", "b", false),
            ("<think>a<answer>b</answer></think>", "a<answer>b</answer>", "b", false),
            ("<think>a<answer>b</answer></think><answer>c</answer>", "a<answer>b</answer>", "c", false),
            ("<think>a<think>b</think><answer>c</answer>", "a<think>b", "c", false),
            // Tags are lower case.
            ("<THINK>a</THINK><ANSWER>b</ANSWER>", nil, nil, false),
        ] as [(String, String?, String?, Bool)])
    func parts(completion: String, reasoning: String?, answer: String?, isWellFormed: Bool) {
        let parts = TaggedCompletion(completion)
        #expect(text(parts, parts.reasoning) == reasoning)
        #expect(text(parts, parts.answer) == answer)
        #expect(parts.isWellFormed == isWellFormed)
    }

    @Test(
        "Without tags the answer is the first sentence of what is no reasoning",
        arguments: [
            ("Yes. It is large.", "Yes"), ("  It measures 3.5 cm. Yes.", "It measures 3.5 cm"), ("Really?", "Really"),
            ("one\ntwo", "one"), ("no mark", "no mark"), ("", ""), (" \n", ""), (". x", ""),
            ("<think>It is large.</think> Yes. No.", "Yes"), ("<think>It is large. So", ""),
            ("<think>It.</think><answer>A. B.</answer>", "A. B."),
        ])
    func answerText(completion: String, answer: String) {
        #expect(String(decoding: TaggedCompletion(completion).answerText, as: UTF8.self) == answer)
    }
}
