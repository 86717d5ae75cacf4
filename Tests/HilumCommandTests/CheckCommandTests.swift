import Foundation
import HilumTestSupport
import Testing

/// A pull request's life: a baseline is made, models come and go.
@Suite("hilum check")
struct CheckCommandTests {
    static let columns = ["--reference", "reference", "--candidate", "candidate"]
    static let findings = ["pleural effusion", "pneumothorax", "pulmonary edema", "consolidation", "rib fracture"]

    /// A folder with a baseline of a model that is mostly right.
    struct Project {
        let folder: TemporaryFolder
        var baseline: String { folder.path + "/baseline.json" }

        /// Of each report, the reference's finding on a side.
        static let references = (0..<20).map { "\($0 % 2 == 0 ? "Left" : "Right") \(findings[$0 % 5])." }

        /// Candidates that are right but for one.
        static var right: [String] {
            var candidates = references
            candidates[19] = "Left \(findings[4])."
            return candidates
        }

        /// Made once.
        private static let made = Result<String, any Error> {
            let folder = try TemporaryFolder()
            let file = try folder.file("predictions.csv", csv(right))
            let made = try HilumProcess.run(
                ["check", file] + columns + ["--baseline", folder.path + "/baseline.json", "--update"])
            try #require(made.status == 0, "\(made.errors)")
            return try folder.text(of: "baseline.json")
        }

        init() throws {
            folder = try TemporaryFolder()
            try folder.file("baseline.json", Self.made.get())
        }

        static func csv(_ candidates: [String], order: [Int]? = nil, references: [String] = references) -> String {
            "id,reference,candidate\n"
                + (order ?? Array(candidates.indices)).map { "case-\($0),\(references[$0]),\(candidates[$0])\n" }.joined()
        }

        func check(_ candidates: [String], _ options: [String] = []) throws -> Outcome {
            try check(text: Self.csv(candidates), options)
        }

        func check(text: String, _ options: [String] = []) throws -> Outcome {
            let file = try folder.file("predictions.csv", text)
            return try HilumProcess.run(
                ["check", file] + CheckCommandTests.columns + ["--baseline", baseline] + options)
        }

        func text(of name: String) throws -> String { try folder.text(of: name) }
    }

    /// The first ten lose their finding.
    private static var worse: [String] {
        Project.right.enumerated().map { $0.offset < 10 ? "No \(findings[$0.offset % 5])." : $0.element }
    }

    @Test("says how to make a baseline where there is none, and with --update makes one without a text of a report")
    func first() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("predictions.csv", Project.csv(Project.right))
        let call = ["check", file] + Self.columns + ["--baseline", folder.path + "/baseline.json"]
        let missing = try HilumProcess.run(call)
        #expect(missing.status == 66)
        #expect(
            missing.errors.contains(
                "baseline.json: there is no baseline yet; make one of this input by the same command with --update"))
        #expect(try folder.contents == ["predictions.csv"])
        let made = try HilumProcess.run(call + ["--update"])
        #expect(made.status == 0)
        #expect(made.output == "\(folder.path)/baseline.json now holds the scores of 20 reports\n")
        let baseline = try folder.text(of: "baseline.json")
        #expect(baseline.split(separator: "\n").count == 22)
        for reference in Project.references { #expect(!baseline.contains(reference)) }
        // Every part is there, so that any gate can be put up later.
        let strict = ["bleu_4", "radgraph_simple", "temporal_f1", "crimson", "chexpert_f1_macro_14"].flatMap {
            ["--max-drop", "\($0)=0"]
        }
        let same = try HilumProcess.run(call + strict + ["--alpha", "1"])
        #expect(same.status == 0, "\(same.output)\(same.errors)")
        #expect(same.output.hasSuffix("0 reports better, 0 worse, 20 the same\n\ncheck passed\n"))
    }

    @Test("passes a better model, and the same one in another order")
    func better() throws {
        let project = try Project()
        let better = try project.check(Project.references)
        #expect(better.status == 0, "\(better.errors)")
        #expect(better.output.contains("1 report better, 0 worse, 19 the same"))
        #expect(better.lines.last == "check passed")
        let shuffled = try project.check(text: Project.csv(Project.right, order: (0..<20).map { ($0 * 7 + 3) % 20 }))
        #expect(shuffled.status == 0)
        #expect(shuffled.output == (try project.check(Project.right)).output)
        #expect(shuffled.output.contains("+0.000 [0.000, 0.000]  1     1  passed"))
    }

    @Test("fails a worse model with 1, naming report, line, finding and words, the same on any number of threads")
    func worse() throws {
        let project = try Project()
        let worse = try project.check(Self.worse)
        #expect(worse.status == 1)
        #expect(worse.errors == "")
        #expect(worse.output.contains("failed: kg_reward dropped from "))
        #expect(
            worse.output.contains(
                /failed: clinically_significant_errors rose from 0\.050 to 0\.550, by 0\.500 \[.*: p = 0\.00195 \(Holm 0\.0039\d?\)/
            ))
        #expect(worse.output.contains("what got worse:\n"))
        #expect(worse.output.contains("  'case-6', \(project.folder.path)/predictions.csv:8: kg_reward 1.000 → "))
        #expect(
            worse.output.contains(
                "significant omission finding: pneumothorax: the reference reports pneumothorax, which the candidate denies: «pneumothorax» in both"
            ))
        #expect(worse.lines.last == "check failed")
        for options in [["--threads", "1"], ["--threads", "3", "--quiet"]] {
            #expect(try project.check(Self.worse, options).output == worse.output)
        }
        let fewer = try project.check(Self.worse, ["--worst", "2"])
        #expect(fewer.output.contains("the worst 2 of 10 that got worse:"))
        #expect(fewer.output.matches(of: /'case-/).count == 2)
    }

    @Test("keeps words of reports out with --worst 0", arguments: ["table", "github", "json"])
    func noWords(format: String) throws {
        let project = try Project()
        let path = project.folder.path + "/check.xml"
        let outcome = try project.check(Self.worse, ["--worst", "0", "--format", format, "--junit", path])
        #expect(outcome.status == 1)
        for text in [outcome.output, try project.text(of: "check.xml")] {
            #expect(text.contains("kg_reward") && !text.contains("case-"))
            #expect(!Self.findings.contains { text.contains($0) })
        }
    }

    @Test("goes by the exit code though nobody reads the output")
    func closedPipe() throws {
        let project = try Project()
        let file = try project.folder.file("predictions.csv", Project.csv(Self.worse))
        let call = ([HilumProcess.executable.path, "check", file] + Self.columns + ["--baseline", project.baseline])
        let script = "\(call.joined(separator: " ")) | true; exit ${PIPESTATUS[0]}"
        #expect(try HilumProcess.run(["-c", script], executable: "/bin/bash").status == 1)
    }

    @Test("lets noise pass and says so, unless the drop alone is to count")
    func noise() throws {
        let project = try Project()
        var noisy = Project.right
        // Two worse, one better.
        noisy[0] = "Right \(Self.findings[0])."
        noisy[7] = "Left \(Self.findings[2])."
        noisy[19] = Project.references[19]
        let outcome = try project.check(noisy)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("passed: too few"))
        #expect(outcome.output.contains("warning: kg_reward dropped from "))
        #expect(outcome.output.contains("only 3 reports differ, so that p is 0.25 or more"))
        #expect(try project.check(noisy, ["--alpha", "1"]).status == 1)
        #expect(try project.check(noisy, ["--alpha", "1", "--max-drop", "kg_reward=0.1"]).status == 0)
    }

    @Test("names missing reports, tells new ones, and counts them for floors")
    func rows() throws {
        let project = try Project()
        let missing = try project.check(text: Project.csv(Project.right, order: Array(2..<20)))
        #expect(missing.status == 1)
        #expect(missing.output.contains("failed: 2 reports of the 20 in the baseline are not in the input: 'case-0', 'case-1'\n"))
        let allowed = try project.check(text: Project.csv(Project.right, order: Array(2..<20)), ["--allow-missing"])
        #expect(allowed.status == 0)
        #expect(allowed.output.contains("warning: 2 reports of the 20 "))
        let more = Project.csv(Project.right) + "new,No edema.,Edema.\n"
        let added = try project.check(text: more)
        #expect(added.status == 0)
        #expect(added.output.contains("note: 1 report new, not compared: 'new'; --update takes it in\n"))
        #expect(added.output.hasPrefix("20 reports compared by id with "))
        // Two errors in 20 reports, of the new one two in 21.
        let ceiling = ["--max", "clinically_significant_errors=0.05"]
        #expect(try project.check(Project.right, ceiling).status == 0)
        let over = try project.check(text: more, ceiling)
        #expect(over.status == 1)
        #expect(over.output.contains("failed: clinically_significant_errors is 0.095, above its ceiling of 0.05\n"))
        let twice = try project.check(text: Project.csv(Project.right) + "case-3,Edema.,Edema.\n")
        #expect(twice.status == 65 && twice.errors.contains(":22: the id of this row is that of line 5 too"))
        let strangers = try project.check(text: "id,reference,candidate\nx,Edema.,Edema.\n")
        #expect(strangers.status == 65 && strangers.errors.contains("no report in common; name the column of the ids with --id"))
    }

    @Test("refuses another ontology, changed references and files that are no baselines, and only --update goes on")
    func refusals() throws {
        let project = try Project()
        let before = try project.text(of: "baseline.json")
        try project.folder.file(
            "mine/terms/findings.tsv", "term\tconcept\tlaterality\nhydropleura\tfinding.pleural-effusion\t\n")
        let with = ["--with", project.folder.path + "/mine"]
        let other = try project.check(Project.right, with)
        #expect(other.status == 65, "\(other.errors)")
        #expect(
            other.errors.contains(
                /baseline\.json: its scores were made in another way .*: 'ontology:\w{16}' there, 'ontology:\w{16}' here\./))
        #expect(other.errors.contains("take the present scores as the baseline with --update"))
        #expect(other.output == "")
        var references = Project.references
        references[4] = "Something secret edema."
        let changed = try project.check(text: Project.csv(Project.right, references: references))
        #expect(changed.status == 65)
        #expect(changed.errors.contains("is not what the baseline was made with: 'case-4'"))
        #expect(!changed.errors.contains("Something secret"))
        #expect(try project.text(of: "baseline.json") == before)
        let updated = try project.check(Project.right, with + ["--update"])
        #expect(updated.status == 0, "\(updated.errors)")
        #expect(updated.output.hasPrefix("not compared: \(project.baseline): its scores were made in another way"))
        #expect(!updated.output.contains("--update"))
        #expect(try project.check(Project.right, with).status == 0)
        try project.folder.file("baseline.json", "id,text\na,dear data\n")
        for options in [[], ["--update"]] {
            let refused = try project.check(Project.right, options)
            #expect(refused.status == 65 && refused.errors.contains("baseline.json: no baseline of hilum check"))
        }
        #expect(try project.text(of: "baseline.json") == "id,text\na,dear data\n")
        #expect(try project.folder.contents == ["baseline.json", "mine", "predictions.csv"])
    }

    @Test("--update shows what changes, takes it over and does not fail; then it passes")
    func update() throws {
        let project = try Project()
        let updated = try project.check(Self.worse, ["--update"])
        #expect(updated.status == 0)
        #expect(updated.output.contains("FAILED") && updated.output.contains("what got worse:"))
        #expect(updated.output.hasSuffix("\(project.baseline) now holds the scores of 20 reports\n"))
        #expect(!updated.output.contains("check failed"))
        #expect(try project.check(Self.worse).status == 0)
        let first = try project.text(of: "baseline.json")
        let again = try project.check(text: Project.csv(Self.worse, order: Array((0..<20).reversed())), ["--update"])
        #expect(again.status == 0)
        #expect(try project.text(of: "baseline.json") == first)
        let none = try project.check(text: "id,reference,candidate\n", ["--update"])
        #expect(none.status == 65 && none.errors.contains("predictions.csv: there are no reports in it"))
        #expect(try project.text(of: "baseline.json") == first)
    }

    @Test("writes JUnit's XML beside its output, whose counts are those of the check")
    func junit() throws {
        let project = try Project()
        let path = project.folder.path + "/check.xml"
        #expect(try project.check(Self.worse, ["--junit", path, "--min", "green=0.9", "--max-drop", "crimson=0"]).status == 1)
        let xml = try project.text(of: "check.xml")
        #expect(xml.contains("<testsuites name=\"hilum check\" tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"0\">"))
        #expect(xml.matches(of: /<testcase\b/).count == 3 && xml.matches(of: /<failure\b/).count == 2)
        #expect(xml.contains("predictions.csv:8: "))
        #expect(try project.check(Project.right, ["--junit", path]).status == 0)
        #expect(try project.text(of: "check.xml").contains("tests=\"3\" failures=\"0\""))
    }

    @Test("annotates lines for GitHub, the failures first, and no other command gets through")
    func github() throws {
        let project = try Project()
        var text = Project.csv(Self.worse)
        text = text.replacing(
            "No \(Self.findings[0]).", with: "\"No ##[error]%, \(Self.findings[0]).\n::warning::x\"", maxReplacements: 1)
        let outcome = try project.check(text: text, ["--format", "github"])
        #expect(outcome.status == 1)
        let commands = outcome.lines.filter { $0.hasPrefix("::") }
        let file = "\(project.folder.path)/predictions.csv"
        #expect(commands.count == 10)
        #expect(commands[0].hasPrefix("::error file=\(file),title=hilum check failed::kg_reward dropped from "))
        #expect(commands[1].hasPrefix("::error file=\(file),title=hilum check failed::clinically_significant_errors rose from "))
        #expect(
            commands.dropFirst(2).allSatisfy {
                $0.hasPrefix("::error file=\(file),line=") && $0.contains(" is worse than in the baseline::kg_reward 1.000 → ")
            })
        #expect(!outcome.output.replacing("::error", with: "").contains("##["))
        let passed = try project.check(Project.right, ["--format", "github"])
        #expect(!passed.output.contains("::"))
    }

    @Test("gives everything as JSON")
    func json() throws {
        let project = try Project()
        let outcome = try project.check(Self.worse, ["--format", "json", "--min", "crimson=0.9", "--max-drop", "kg_reward=0.05"])
        #expect(outcome.status == 1)
        let object = try HilumProcess.object(outcome.output)
        #expect(object["passed"] as? Bool == false && object["updated"] as? Bool == false)
        #expect(object["compared"] as? Int == 20 && object["worse"] as? Int == 10)
        let gates = try #require(object["gates"] as? [[String: Any]])
        #expect(gates.map { $0["kind"] as? String } == ["max_drop", "min"])
        #expect(gates.map { $0["verdict"] as? String } == ["failed", "failed"])
        #expect(gates[0]["limit"] as? Double == 0.05 && gates[0]["p_holm"] as? Double == 0.001953)
        let regressions = try #require(object["regressions"] as? [[String: Any]])
        #expect(regressions.count == 10)
        let errors = try #require(regressions[0]["new_errors"] as? [[String: Any]])
        #expect(errors.first?["category"] as? String == "omission_finding")
        let made = try project.check(Self.worse, ["--format", "json", "--update"])
        #expect(try HilumProcess.object(made.output)["updated"] as? Bool == true)
    }

    @Test(
        "A wrong call is 64 and says what is wrong",
        arguments: [
            (["--min", "reward=1"], "--min: there is no metric 'reward'; the metrics are kg_reward, "),
            (["--max", "green=0.5"], "--max: green is better the higher it is: give it a floor with --min"),
            (["--max-drop", "green=0", "--max-drop", "green=1"], "--max-drop: green is given twice"),
            (["--alpha", "0"], "--alpha has to be above 0"), (["--worst", "-1"], "--worst"),
            (["--update", "--junit", "x.xml"], "leave --junit out"), (["--junit", "-"], "--junit is a file"),
            (["--junit", "x.xml", "-o", "./x.xml"], "different files"),
        ])
    func usage(options: [String], says: String) throws {
        let call = ["check", "-"] + Self.columns + ["--baseline", "/nowhere/baseline.json"]
        let outcome = try HilumProcess.run(call + options, input: "id,reference,candidate\n")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test("prints what the README shows")
    func readme() throws {
        let root = URL(filePath: HilumProcess.tables).deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let shown = try #require(page.firstMatch(of: /<!-- check:begin -->\n```text\n(?<text>[^`]*)```/)?.output.text)
        let calls = page.matches(
            of: /\n    \.build\/release\/hilum (?<call>check Fixtures\/[^\n]*--baseline baseline\.json[^\n]*)/)
        try #require(calls.count == 2)
        let folder = try TemporaryFolder()
        let outcomes = try calls.map { match in
            let arguments = match.output.call.split(separator: " ").map { word in
                word.hasPrefix("Fixtures/")
                    ? root.appending(path: String(word)).path
                    : word == "baseline.json" ? folder.path + "/baseline.json" : String(word)
            }
            return try HilumProcess.run(arguments)
        }
        #expect(outcomes.map(\.status) == [0, 1])
        let printed = outcomes[1].output.replacing(folder.path + "/", with: "").replacing(root.path + "/", with: "")
        #expect(printed == shown)
    }
}
