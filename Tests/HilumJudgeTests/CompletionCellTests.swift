import HilumJudge
import Testing

@Suite("Completions in their wrappings")
struct CompletionCellTests {
    static let wrapped: [(String, String)] = [
        ("A: 1", "A: 1"),
        ("", ""),
        (#"{"content": "A: 1"}"#, "A: 1"),
        (#"[{"role": "user", "content": "?"}, {"role": "assistant", "content": "A: 1"}]"#, "A: 1"),
        (#"[{"role": "assistant", "content": [{"type": "text", "text": "A: "}, {"type": "text", "text": "1"}]}]"#, "A: 1"),
        (#"{"id": "x", "choices": [{"index": 0, "message": {"role": "assistant", "content": "A: 1"}}], "usage": {}}"#, "A: 1"),
        (#"{"choices": [{"text": "A: 1"}]}"#, "A: 1"),
        (#"{"choices": [{"message": {"content": null, "refusal": "I'm sorry."}}]}"#, "I'm sorry."),
        (#"{"response": {"status_code": 200, "body": {"choices": [{"message": {"content": "A: 1"}}]}}}"#, "A: 1"),
        // Counts in JSON, and what only begins like it, are the text.
        (#"{"clinically_significant": {"A": 1}}"#, #"{"clinically_significant": {"A": 1}}"#),
        ("[[\"A\", 1]]", "[[\"A\", 1]]"),
        ("[Explanation]:\nNone", "[Explanation]:\nNone"),
    ]

    @Test("The text is what the model has said", arguments: wrapped)
    func text(cell: String, text: String) {
        #expect(Completion(cell: Array(cell.utf8)).text == text)
    }

    @Test(
        "How it ended is told by what an endpoint answers",
        arguments: [
            (#"{"choices": [{"message": {"content": "A: 1"}, "finish_reason": "length"}]}"#, "length"),
            (#"{"response": {"body": {"choices": [{"text": "A: 1", "finish_reason": "stop"}]}}}"#, "stop"),
            (#"{"choices": [{"message": {"content": "A: 1", "refusal": "No."}, "finish_reason": "stop"}]}"#, "refusal"),
            (#"[{"role": "assistant", "content": null, "refusal": "No."}]"#, "refusal"), ("A: 1", nil),
        ] as [(String, String?)])
    func ending(cell: String, finishReason: String?) {
        #expect(Completion(cell: Array(cell.utf8)).finishReason == finishReason)
    }
}
