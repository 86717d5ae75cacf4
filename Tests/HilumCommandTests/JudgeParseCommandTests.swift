import Foundation
import HilumTestSupport
import Testing

@Suite("hilum judge parse")
struct JudgeParseCommandTests {
    private static let good =
        "Number of clinically significant errors by type: ((A, 1), (B, 0))\\n"
        + "Number of clinically insignificant errors by type: ((C, 2))"
    private static let lines =
        "{\"id\": \"a\", \"completion\": \"\(good)\"}\n{\"id\": \"b\", \"completion\": \"Sorry.\"}\n"
        + "{\"id\": \"c\", \"completion\": null}\n"
        + "{\"id\": \"d\", \"completion\": {\"choices\": [{\"message\": {\"content\": \"\(good)\"}}]}}\n"

    private func parse(_ options: [String] = [], protocol name: String = "chexprompt", input: String = lines) throws -> Outcome {
        try HilumProcess.run(["judge", "parse", "-", "--protocol", name] + options, input: input)
    }

    private func counts(_ line: Substring, _ side: String) throws -> [String: Int]? {
        let factuality = try HilumProcess.object(line)["factuality"] as? [String: Any]
        return (factuality?[side] as? [String: Int])?.filter { $0.value > 0 }
    }

    @Test("Counts are read, and what cannot be read is null with its reason and counted")
    func counts() throws {
        let outcome = try parse()
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 4)
        #expect(try outcome.lines.map { try HilumProcess.object($0)["id"] as? String } == ["a", "b", "c", "d"])
        #expect(try counts(outcome.lines[0], "clinically_significant") == ["false_positive_finding": 1])
        #expect(try counts(outcome.lines[3], "clinically_insignificant") == ["incorrect_location": 2])
        #expect(
            outcome.lines[1...2] == [
                #"{"id":"b","factuality":null,"reason":"a refusal"}"#,
                #"{"id":"c","factuality":null,"reason":"the completion is blank"}"#,
            ])
        #expect(
            outcome.errors == "hilum: 2 of 4 completions could not be read:\n  1  a refusal\n  1  the completion is blank\n")
        #expect(try parse(["--quiet"]).errors.isEmpty)
    }

    @Test("GREEN has matched findings and a score, and says what counts as zeros")
    func green() throws {
        let text =
            "[Clinically Significant Errors]:\\n(a) False report: 1. nodule\\n\\n"
            + "[Matched Findings]:\\n3. edema; effusion; clear apices"
        let outcome = try parse(protocol: "green", input: "{\"completion\": \"\(text)\"}\n")
        #expect(outcome.status == 0)
        let object = try HilumProcess.object(outcome.output)
        #expect(object["id"] as? String == "1")
        #expect(object["green"] as? Double == 0.75 && object["matched_findings"] as? Int == 3)
        #expect(object["missing_sections"] as? [String] == ["clinically_insignificant"])
        #expect(outcome.errors == "hilum: 1 of 1 completions lack a section, which counts as zeros (missing_sections)\n")
    }

    @Test("Columns may have other names, and rows may be CSV")
    func columns() throws {
        let rows = "study,answer\nx,\"Significant errors: none\nInsignificant errors: (B, 2)\"\n"
        let outcome = try parse(["--id", "study", "--completion", "answer"], input: rows)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try HilumProcess.object(outcome.output)["id"] as? String == "x")
        #expect(try counts(outcome.lines[0], "clinically_insignificant") == ["omission_finding": 2])
    }

    @Test("The same bytes on any number of threads")
    func threads() throws {
        let input = (0..<400).map { "{\"id\": \($0), \"completion\": \"\($0 % 3 == 0 ? "no" : Self.good)\"}\n" }.joined()
        let outcomes = try ["1", "3"].map { try parse(["--threads", $0], input: input) }
        #expect(outcomes[0].output == outcomes[1].output && outcomes[0].errors == outcomes[1].errors)
        #expect(outcomes[0].lines.count == 400)
    }

    static let wrong: [([String], Int32, String)] = [
        (["--completion", "text"], 64, "there is no column 'text'"),
        (["--ontology", "x.sqlite"], 64, "completions are read without an ontology"),
        (["--protocol", "other"], 64, "other"),
    ]

    @Test("Wrong calls are refused", arguments: wrong)
    func refused(options: [String], status: Int32, says: String) throws {
        let outcome = try parse(options)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }
}
