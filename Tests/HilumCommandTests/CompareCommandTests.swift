import Foundation
import HilumTestSupport
import Testing

@Suite("hilum compare")
struct CompareCommandTests {
    /// Two systems of a column each, by id; higher is better.
    static func table(_ column: String, _ values: [Double?], order: (Int) -> Int = { $0 }) -> String {
        let rows = values.indices.map { "r\(order($0)),\(values[order($0)].map { "\($0)" } ?? "")\n" }
        return "id,\(column)\n" + rows.joined()
    }

    static func compare(_ texts: [String], _ options: [String] = [], type: String = "csv") throws -> Outcome {
        let folder = try TemporaryFolder()
        let files = try texts.enumerated().map { try folder.file("s\($0.offset).\(type)", $0.element) }
        return try HilumProcess.run(["compare"] + files + options)
    }

    static func metrics(_ outcome: Outcome, system: Int = 0) throws -> [String: [String: Any]] {
        let systems = try #require(try HilumProcess.object(outcome.output)["systems"] as? [[String: Any]])
        return try #require(systems[system]["metrics"] as? [String: [String: Any]])
    }

    static let five = [0.1, 0.2, 0.3, 0.4, 0.5]

    @Test("says that five reports are too few, and what p is: 2 of 32 patterns")
    func fiveReports() throws {
        let outcome = try Self.compare([Self.table("s", Self.five), Self.table("s", Self.five.map { $0 + 0.1 })])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let metric = try #require(try Self.metrics(outcome)["s"])
        #expect(metric["p"] as? Double == 0.0625)
        #expect(metric["test"] as? NSDictionary == ["kind": "exact", "patterns": 32])
        #expect(metric["outcome"] as? String == "too_few")
        #expect(metric["verdict"] as? String == "s: no difference can be shown with 5 reports: the smallest possible p is 0.0625")
        #expect([metric["wins"], metric["ties"], metric["losses"]].map { $0 as? Int } == [5, 0, 0])
        let notes = try #require(try HilumProcess.object(outcome.output)["notes"] as? [String])
        #expect(notes.contains { $0.hasPrefix("no difference can be shown: the smallest possible p is 0.0625, and 1 test") })
    }

    @Test("says in words which system is better, by the direction of the metric", arguments: [false, true])
    func verdict(lowerIsBetter: Bool) throws {
        let values = (0..<12).map { Double($0) / 20 }
        let outcome = try Self.compare(
            [Self.table("s", values), Self.table("s", values.map { $0 + 0.1 })], lowerIsBetter ? ["--lower-is-better", "s"] : [])
        let metric = try #require(try Self.metrics(outcome)["s"])
        #expect(metric["direction"] as? String == (lowerIsBetter ? "lower" : "higher"))
        #expect(metric["outcome"] as? String == (lowerIsBetter ? "worse" : "better"))
        let words =
            lowerIsBetter ? "s1 is worse: s +0.100 [0.100, 0.100] (less is better)" : "s1 is better: s +0.100 [0.100, 0.100]"
        #expect(metric["verdict"] as? String == words + ", p = 0.000488 (Holm 0.000488)")
        #expect(metric["wins"] as? Int == (lowerIsBetter ? 0 : 12))
    }

    @Test("gives the same bytes whatever the order of the rows and the number of threads, and others with another seed")
    func sameBytes() throws {
        var generator = SeededGenerator(seed: 5)
        let values = (0..<2).map { _ in (0..<60).map { _ in Double(generator.index(below: 1_000)) / 1_000 } }
        let plain = values.map { Self.table("s", $0) }
        let shuffled = values.enumerated().map { file, values in
            Self.table("s", values, order: { ($0 * 7 + file) % values.count })
        }
        let folder = try TemporaryFolder()
        var outputs: Set<String> = []
        for (texts, threads) in [(plain, "1"), (plain, "2"), (shuffled, "5")] {
            let files = try texts.enumerated().map { try folder.file("s\($0.offset).csv", $0.element) }
            outputs.insert(try HilumProcess.run(["compare"] + files + ["--threads", threads, "--resamples", "1000"]).output)
        }
        #expect(outputs.count == 1)
        #expect(outputs.first?.isEmpty == false)
        let files = ["s0.csv", "s1.csv"].map { "\(folder.path)/\($0)" }
        outputs.insert(try HilumProcess.run(["compare"] + files + ["--resamples", "1000", "--seed", "6"]).output)
        #expect(outputs.count == 2)
    }

    @Test("leaves pairs out of a metric that is undefined for either, and says how many are left")
    func undefined() throws {
        let outcome = try Self.compare([
            "id,s,t\na,1,\nb,2,1\nc,3,nan\nd,4,2\n", "id,s,t\na,1,3\nb,,1\nc,3,2\nd,4,2\n",
        ])
        let metrics = try Self.metrics(outcome)
        #expect(metrics["s"]?["n"] as? Int == 3)
        #expect(metrics["s"]?["undefined"] as? Int == 1)
        #expect(metrics["t"]?["n"] as? Int == 2)
        #expect(metrics["t"]?["outcome"] as? String == "same")
        let blank = try Self.compare(["id,s,t\na,1,\n", "id,s,t\na,1,2\n"], ["--metrics", "t"])
        #expect(try Self.metrics(blank)["t"]?["outcome"] as? String == "undefined")
        #expect(try Self.metrics(blank)["t"]?["p"] is NSNull)
    }

    @Test("refuses ids that not every file has, naming some, unless only the common ones are asked for")
    func unpaired() throws {
        let texts = ["id,s\na,1\nb,2\nc,3\n", "id,s\nc,3\nb,1\nz,9\n"]
        let refused = try Self.compare(texts)
        #expect(refused.status == 65)
        #expect(refused.output == "")
        #expect(refused.errors.contains("2 ids are not in every file: 'a', 'z'"))
        let common = try Self.compare(texts, ["--common"])
        #expect(common.status == 0)
        #expect(try HilumProcess.object(common.output)["reports"] as? Int == 2)
        #expect(try HilumProcess.object(common.output)["unpaired"] as? Int == 2)
        #expect(try Self.metrics(common)["s"]?["difference"] as? NSDictionary == ["value": -0.5, "interval": [-1, 0]])
    }

    @Test("refuses scores with different signatures, saying where they differ, unless that is allowed")
    func signatures() throws {
        let texts = ["1", "2"].map { "id,s,signature\na,1,hilum:0|ontology:\($0)\nb,2,hilum:0|ontology:\($0)\n" }
        let refused = try Self.compare(texts)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("'ontology:1' in "))
        #expect(!refused.errors.contains("hilum:0"))
        #expect(try Self.compare(texts, ["--allow-different-signatures"]).status == 0)
        let same = try Self.compare([texts[0], texts[0]])
        #expect(try HilumProcess.object(same.output)["score_signature"] as? String == "hilum:0|ontology:1")
        let unsigned = try Self.compare([texts[0], "id,s\na,1\nb,2\n"])
        let notes = try #require(try HilumProcess.object(unsigned.output)["notes"] as? [String])
        #expect(notes.contains { $0.hasPrefix("no signature in ") })
    }

    @Test("compares several systems with the baseline and corrects over all of their tests")
    func several() throws {
        let values = (0..<8).map { Double($0) / 20 }
        let better = Self.table("s", values.map { $0 + 0.1 })
        let outcome = try Self.compare([Self.table("s", values), better, Self.table("s", values), better])
        #expect(try HilumProcess.object(outcome.output)["tests"] as? Int == 3)
        let adjusted = try (0..<3).map { try Self.metrics(outcome, system: $0)["s"]?["p_holm"] as? Double }
        #expect(adjusted == [0.023438, 1, 0.023438])
    }

    @Test("reads numbers nested in JSON lines under the names of the CSV columns")
    func nested() throws {
        let lines = [0.5, 0.75].map { value in
            #"{"id":"a","kg":{"reward":\#(value)},"factuality":{"clinically_significant":{"omission_finding":2},"errors":[{"n":1}]},"coverage":{"reference":1}}"#
                + "\n"
        }
        let all = try Self.metrics(try Self.compare(lines, ["--metrics", "all"], type: "jsonl"))
        #expect(
            Set(all.keys) == [
                "kg_reward", "clinically_significant_errors", "significant_omission_finding", "reference_coverage",
            ])
        #expect(all["kg_reward"]?["difference"] as? NSDictionary == ["value": 0.25, "interval": NSNull()])
        #expect(all["significant_omission_finding"]?["direction"] as? String == "lower")
        let standard = try Self.metrics(try Self.compare(lines, type: "jsonl"))
        #expect(Set(standard.keys) == ["kg_reward", "clinically_significant_errors"])
    }

    static let systems = ["weak", "strong"].map { name in
        URL(filePath: HilumProcess.tables).deletingLastPathComponent().appending(path: "Fixtures/systems/\(name).csv").path
    }
    static let columns = ["--reference", "reference", "--candidate", "candidate"]

    @Test("writes a table for people: a line a metric, a verdict each, and what the figures depend on")
    func table() throws {
        let values = (0..<12).map { Double($0) / 20 }
        let outcome = try Self.compare(
            [Self.table("s", values), Self.table("s", values.map { $0 + 0.1 })], ["--format", "table"])
        #expect(outcome.lines.first == "12 reports paired by id; intervals of 95 %")
        #expect(outcome.lines.contains { $0.contains(/^metric +better +s0 +s1 +difference +p +Holm +won\/tied\/lost +n$/) })
        #expect(outcome.lines.contains { $0.contains(/^s +higher +0\.275 +\[0\.\d+, 0\.\d+\] +0\.375 .*12\/0\/0 +12$/) })
        #expect(outcome.lines.contains { $0.hasPrefix("s1 is better: s +0.100 ") })
        #expect(outcome.lines.last?.contains("|resamples:10000|seed:12345|correction:holm") == true)
    }

    @Test("prints what the README shows")
    func readme() throws {
        let shown = try ReadmeBlock.text("compare")
        let names = try #require(try ReadmeBlock.page.firstMatch(of: /--metrics (?<names>\S+) --format table/)?.output.names)
        let outcome = try HilumProcess.runWithOntology(
            ["compare"] + Self.systems + Self.columns + ["--metrics", String(names), "--format", "table"])
        #expect(outcome.lines.filter { !$0.hasPrefix("scores: ") } == shown.split(separator: "\n"))
    }

    @Test("notes intervals that miss their own value")
    func biased() throws {
        let outcome = try HilumProcess.runWithOntology(["compare"] + Self.systems + Self.columns)
        let notes = try #require(try HilumProcess.object(outcome.output)["notes"] as? [String])
        #expect(notes.contains { $0.hasPrefix("too few reports for the intervals of chexpert_f1_macro_14") })
    }

    @Test(
        "refuses what it cannot do",
        arguments: [
            (["s,t\n1,2\n"], [], 64, "two files"), (["s\n1\n", "s\n1\n"], ["--metrics", "u"], 64, "'s'"),
            (["s\n1\n", "t\n1\n"], [], 65, "no column of numbers in common"),
            (["s,t\n1,2\n", "s,t\nx,2\n"], ["--metrics", "s"], 65, "s1.csv:2: column 's': a number is expected"),
            (["id,s\na,1\na,2\n", "id,s\na,1\n"], [], 65, "line 2 too"), (["s\n1\n", ""], [], 65, "is empty"),
            (["s\n1\n", "s\n1\n"], ["--resamples", "0"], 64, "--resamples"),
            (["s\n1\n", "s\n1\n"], ["--alpha", "1"], 64, "--alpha"),
            (["s\n1\n", "s\n1\n"], ["--lower-is-better", "u"], 64, "'s'"),
            (["s\n1\n", "s\n1\n"], ["--metrics", ","], 64, "names no column"),
            (["s\n1\n", "s\n1\n"], ["--reference", "s"], 64, "go together"), (["s\n1\n", "s\n1\n2\n"], [], 65, "'2'"),
            (["s\n1\n", "s\n1\n"], ["--metrics", "chexpert_f1_micro_5"], 64, "reference Enlarged Cardiomediastinum"),
            (["s\n1\n", "s\n1\n"], ["--lower-is-better", "t"], 64, "there is no column 't'; the columns are 's'"),
            (["id,s\na,1\n", "id,s\nb,1\n"], ["--common"], 65, "no report in common"),
            (["id,s\n", "id,s\n"], [], 65, "no report in common"),
            (["s\n1\n", "s\n1e308\n"], ["--metrics", "s"], 65, "s1.csv:2: column 's': a number is expected"),
        ] as [([String], [String], Int32, String)])
    func refuses(texts: [String], options: [String], status: Int32, says: String) throws {
        let outcome = try Self.compare(texts, options)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
        #expect(outcome.output == "")
    }
}
