import HilumJudge
import HilumReports
import HilumTestSupport
import Testing

@Suite("Files that a judge has written")
struct JudgeFileTests {
    private func file(_ lines: [String]) throws -> JudgeFile {
        let folder = try TemporaryFolder()
        return try JudgeFile(path: folder.file("judged.jsonl", lines.map { $0 + "\n" }.joined()))
    }

    private func line(_ id: String, _ answer: JudgeAnswer?, reason: String? = nil) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.key("id")
            $0.string(id)
            JudgeJSON.append(answer, reason: reason, to: &$0)
            $0.key("completion")
            $0.string("((A, 1)")
        }
        return writer.text
    }

    @Test("What is written is read back")
    func roundTrip() throws {
        let chexprompt = answer([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1])
        var green = answer([0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0], matched: 3)
        green.missing = [.insignificantErrors]
        let file = try file([line("a", chexprompt), line("b", green), line("c", nil, reason: "a refusal")])
        #expect(file[Array("a".utf8)] == .answer(chexprompt))
        #expect(file[Array("b".utf8)] == .answer(green))
        #expect(file[Array("c".utf8)] == JudgeVerdict.none(reason: "a refusal"))
        #expect(file[Array("d".utf8)] == nil)
    }

    static let wrong: [(String, String)] = [
        (#"{"id": "a", "completion": "A: 1"}"#, "judged.jsonl:1: column 'factuality': missing; give a file that hilum judge"),
        (#"{"id": "a", "factuality": null}"#, #"null without a "reason""#),
        (#"{"id": "a", "factuality": 3}"#, "the factuality is a number; an object is expected"),
        (
            #"{"id": "a", "factuality": {"clinically_significant": {}}}"#,
            #""clinically_significant" has no "false_positive_finding""#
        ),
        (
            #"{"id": "a", "factuality": {"clinically_significant": {"false_positive_finding": 0.5}}}"#,
            #"the value of "false_positive_finding" under "clinically_significant" is no count"#
        ),
        (#"{"factuality": null, "reason": "a refusal"}"#, "there is no column 'id'"),
        (
            #"{"id": "a", "factuality": null, "reason": "blank"}"# + "\n"
                + #"{"id": "a", "factuality": null, "reason": "blank"}"#,
            "judged.jsonl:2: the id of this row is that of line 1 too"
        ),
    ]

    @Test("What a judge has not written is refused, with its line", arguments: wrong)
    func refused(text: String, says: String) throws {
        let error = try #require(throws: InputError.self) { try file([text]) }
        #expect(error.description.contains(says), "\(error)")
    }
}
