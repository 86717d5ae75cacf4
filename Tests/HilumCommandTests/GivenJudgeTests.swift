import Foundation
import HilumTestSupport
import Testing

/// A judge's counts beside Hilum's: `hilum score --judge FILE`.
@Suite("hilum score --judge")
struct GivenJudgeTests {
    private static let fixtures = URL(filePath: HilumProcess.tables).deletingLastPathComponent().appending(path: "Fixtures").path
    private static let columns = ["--reference", "reference", "--candidate", "candidate"]

    /// Scores the pairs of Fixtures/example.csv beside the completions of a file there.
    private func run(_ name: String, _ options: [String] = []) throws -> (outcome: Outcome, judge: [String: Any]) {
        let folder = try TemporaryFolder()
        let judged = folder.path + "/judged.jsonl"
        let parsed = try HilumProcess.run(
            ["judge", "parse", "\(Self.fixtures)/judge/\(name).jsonl", "--protocol", name, "-o", judged])
        try #require(parsed.status == 0, "\(parsed.errors)")
        let summary = folder.path + "/s.json"
        let outcome = try HilumProcess.runWithOntology(
            ["score", "\(Self.fixtures)/example.csv", "--judge", judged, "--summary", summary] + Self.columns + options)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let judge = try HilumProcess.object(try folder.text(of: "s.json"))["judge"] as? [String: Any]
        return (outcome, try #require(judge))
    }

    @Test("A row has the judge's counts and the difference; without an answer null and the reason")
    func rows() throws {
        let (outcome, _) = try run("green")
        let rows = try outcome.lines.map { try HilumProcess.object($0) }
        #expect(rows.count == 8)
        let judges = rows.map { $0["judge"] as? [String: Any] }
        #expect(judges.map { $0?["green"] as? Double } == [1, 1, 0.5, 0.5, 0, 0.5, 0.666667, nil])
        #expect(judges[7]?["factuality"] is NSNull && judges[7]?["reason"] as? String == "a refusal")
        #expect(rows[7]["judge_difference"] is NSNull)
        // Hilum calls the invented comparison insignificant, the judge significant.
        let difference = try #require(rows[6]["judge_difference"] as? [String: Any])
        #expect((difference["clinically_significant"] as? [String: Int])?["false_positive_comparison"] == -1)
        #expect((difference["clinically_insignificant"] as? [String: Int])?["false_positive_comparison"] == 1)
        #expect((difference["clinically_significant"] as? [String: Int])?["total"] == -1 && difference["total"] as? Int == 0)
    }

    @Test("The page has the judge's counts beside Hilum's, and null without an answer")
    func page() throws {
        let (outcome, _) = try run("green", ["--html", "-", "-o", "/dev/null"])
        let json = try #require(outcome.output.split(separator: "\"page-index\">").last?.split(separator: "</script>").first)
        let index = try HilumProcess.object(String(json))
        let keys = try #require(index["columns"] as? [[String: Any]]).compactMap { $0["key"] as? String }
        let start = try #require(keys.firstIndex(of: "judge_clinically_significant_errors"))
        #expect(
            keys[start - 1] == "clinically_insignificant_errors" && keys[start + 1] == "judge_clinically_insignificant_errors")
        let values = try #require(index["rows"] as? [[Any]]).compactMap { $0[1] as? [Any] }
        #expect(values.map { $0[start] as? Int } == [0, 0, 1, 1, 1, 1, 1, nil])
        #expect(values.map { $0[start + 1] as? Int } == [0, 0, 0, 0, 0, 0, 0, nil])
    }

    @Test("The table ends with what the README shows")
    func readme() throws {
        let (outcome, _) = try run("green", ["--metrics", "green,factuality", "--format", "table"])
        #expect(outcome.output.hasSuffix("\n" + (try ReadmeBlock.text("judge"))))
    }

    @Test("The summary has the agreement, the reasons and the disagreements")
    func summary() throws {
        let (_, judge) = try run("green")
        #expect(judge["n"] as? Int == 8 && judge["read"] as? Int == 7)
        #expect(judge["unreadable"] as? [String: Int] == ["a refusal": 1])
        let agreement = try #require(judge["agreement"] as? [String: [String: Any]])
        #expect(Set(agreement.keys) == ["significant_errors", "insignificant_errors", "total", "green", "by_category"])
        #expect(agreement["significant_errors"]?["mae"] as? Double == 0.142857)
        // scipy.stats.kendalltau([0, 0, 1, 1, 1, 1, 0], [0, 0, 1, 1, 1, 1, 1]) of SciPy 1.17.1
        #expect(agreement["significant_errors"]?["kendall_tau"] as? Double == 0.730297)
        #expect(agreement["insignificant_errors"]?["kendall_tau"] is NSNull)
        let categories = agreement["by_category"]?["clinically_significant"] as? [String: [String: Any]]
        #expect(categories?["incorrect_location"]?["n"] as? Int == 7)
        let disagreements = try #require(judge["disagreements"] as? [[String: Any]])
        #expect(disagreements.map { $0["id"] as? String } == ["invented-comparison"])
        let errors = (disagreements[0]["factuality"] as? [String: Any])?["errors"] as? [[String: Any]]
        #expect(errors?.first?["explanation"] as? String == "increased in the candidate, no comparison in the reference")
        let (_, other) = try run("chexprompt")
        #expect((other["agreement"] as? [String: Any])?["green"] == nil)
        #expect((other["disagreements"] as? [Any])?.isEmpty == true)
        #expect(other["unreadable"] as? [String: Int] == ["cut off in its counts": 1])
    }

    @Test("The table has both side by side, the agreement and the disagreements")
    func table() throws {
        let (outcome, _) = try run("green", ["--format", "table", "--metrics", "factuality"])
        let text = outcome.output
        #expect(text.contains("judge: significant  insignificant\n"))
        #expect(text.contains("    no answer of the judge: a refusal\n"))
        #expect(text.contains("\nthe judge answered 7 of 8; no answer: a refusal (1)\n"))
        #expect(text.contains("\nsignificant errors                   0.571         0.714              0.143          0.730\n"))
        #expect(
            text.hasSuffix(
                """
                the largest disagreements
                  invented-comparison
                    judge: 1 significant false positive comparison
                    Hilum: insignificant false positive comparison: atelectasis: increased in the candidate, no comparison in the \
                reference

                """), "\(text)")
    }

    @Test("CSV has columns more")
    func csv() throws {
        let (outcome, _) = try run("green", ["--format", "csv", "--metrics", "factuality"])
        #expect(
            outcome.lines[0].hasSuffix(
                ",judge_clinically_significant_errors,judge_clinically_insignificant_errors,judge_green,judge_matched_findings,"
                    + "judge_reason"))
        #expect(outcome.lines[3].hasSuffix(",1,0,0.5,1,"))
        #expect(outcome.lines[8].hasSuffix(",,,,,a refusal"))
    }

    @Test("The same bytes on any number of threads", arguments: ["jsonl", "table"])
    func threads(format: String) throws {
        let rows = (0..<300).map {
            "\($0),\(["No effusion.", "Left effusion."][$0 % 2]),\(["Edema.", "Left effusion."][$0 % 2])\n"
        }
        let folder = try TemporaryFolder()
        let judged = try folder.file(
            "judged.jsonl", (0..<300).map { "{\"id\": \($0), \"factuality\": null, \"reason\": \"r\($0 % 7)\"}\n" }.joined())
        let outcomes = try ["1", "3"].map { threads in
            try HilumProcess.runWithOntology(
                ["score", "-", "--judge", judged, "--summary", "-", "-o", folder.path + "/" + threads, "--threads", threads]
                    + Self.columns + ["--format", format], input: "id,reference,candidate\n" + rows.joined())
        }
        #expect(outcomes[0].status == 0, "\(outcomes[0].errors)")
        #expect(outcomes[0].output == outcomes[1].output)
        #expect(try folder.text(of: "1") == folder.text(of: "3"))
    }

    static let wrong: [([String], String, Int32, String)] = [
        ([], #"{"id": "b", "factuality": null, "reason": "x"}"#, 65, "judged.jsonl: there is no row for the report on line 2"),
        ([], #"{"id": "a", "completion": "none"}"#, 65, "judged.jsonl:1: column 'factuality': missing"),
        (
            [],
            """
            {"id": "a", "factuality": null, "reason": "x", "signature": "model:a"}
            {"id": "b", "factuality": null, "reason": "x", "signature": "model:b"}
            """, 65, "judged.jsonl:2: column 'signature': another one than the first row has"
        ),
        (["--metrics", "kg"], #"{"id": "a", "factuality": null, "reason": "x"}"#, 64, "add factuality to --metrics"),
        (["--task", "vqa"], #"{"id": "a", "factuality": null, "reason": "x"}"#, 64, "--judge goes with --task report"),
        (["--summary", "judged.jsonl"], #"{"id": "a", "factuality": null, "reason": "x"}"#, 74, "it is the input"),
    ]

    @Test("Files and calls that do not fit are refused", arguments: wrong)
    func refused(options: [String], text: String, status: Int32, says: String) throws {
        let folder = try TemporaryFolder()
        let judged = try folder.file("judged.jsonl", text + "\n")
        let outcome = try HilumProcess.runWithOntology(
            ["score", "-", "--judge", judged] + Self.columns + options.map { $0 == "judged.jsonl" ? judged : $0 },
            input: "id,reference,candidate\na,Edema.,Edema.\n")
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
        #expect(try folder.text(of: "judged.jsonl") == text + "\n")
    }
}
