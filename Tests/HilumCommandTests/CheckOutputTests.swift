import Foundation
import HilumTestSupport
import Testing

@Suite("What hilum check puts out")
struct CheckOutputTests {
    @Test("keeps words of reports out with --worst 0", arguments: ["table", "github", "json"])
    func noWords(format: String) throws {
        let project = try CheckProject()
        let path = project.folder.path + "/check.xml"
        let outcome = try project.check(CheckProject.worse, ["--worst", "0", "--format", format, "--junit", path])
        #expect(outcome.status == 1)
        for text in [outcome.output, try project.text(of: "check.xml")] {
            #expect(text.contains("kg_reward") && !text.contains("case-"))
            #expect(!CheckProject.findings.contains { text.contains($0) })
        }
    }

    @Test("goes by the exit code though nobody reads the output")
    func closedPipe() throws {
        let project = try CheckProject()
        let file = try project.folder.file("predictions.csv", CheckProject.csv(CheckProject.worse))
        let call = ([HilumProcess.executable.path, "check", file] + CheckProject.columns + ["--baseline", project.baseline])
        let script = "\(call.joined(separator: " ")) | true; exit ${PIPESTATUS[0]}"
        #expect(try HilumProcess.run(["-c", script], executable: "/bin/bash").status == 1)
    }

    #if os(Linux)
        @Test("does not say that a baseline was made for which the disk has no room")
        func fullDisk() throws {
            let project = try CheckProject()
            let old = try project.text(of: "baseline.json")
            let file = try project.folder.file("predictions.csv", CheckProject.csv(CheckProject.worse))
            let call = [HilumProcess.executable.path, "check", file] + CheckProject.columns + ["--baseline", project.baseline]
            // 4 KiB at most; the signal of a larger file is ignored, so that the write fails as on a full disk.
            let script =
                "trap '' XFSZ; ulimit -f 4; \(call.joined(separator: " ")) --worst 0 --update | cat; exit ${PIPESTATUS[0]}"
            let outcome = try HilumProcess.run(["-c", script], executable: "/bin/bash")
            #expect(outcome.status == 74, "\(outcome.errors)")
            #expect(!outcome.output.contains("now holds"))
            #expect(try project.text(of: "baseline.json") == old)
        }
    #endif

    @Test("writes JUnit's XML beside its output, whose counts are those of the check")
    func junit() throws {
        let project = try CheckProject()
        let path = project.folder.path + "/check.xml"
        #expect(
            try project.check(CheckProject.worse, ["--junit", path, "--min", "green=0.9", "--max-drop", "crimson=0"]).status == 1)
        let xml = try project.text(of: "check.xml")
        #expect(xml.contains("<testsuites name=\"hilum check\" tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"0\">"))
        #expect(xml.matches(of: /<testcase\b/).count == 3 && xml.matches(of: /<failure\b/).count == 2)
        #expect(xml.contains("predictions.csv:8: "))
        #expect(try project.check(CheckProject.right, ["--junit", path]).status == 0)
        #expect(try project.text(of: "check.xml").contains("tests=\"3\" failures=\"0\""))
    }

    @Test("annotates lines for GitHub, the failures first, and no other command gets through")
    func github() throws {
        let project = try CheckProject()
        var text = CheckProject.csv(CheckProject.worse)
        text = text.replacing(
            "No \(CheckProject.findings[0]).", with: "\"No ##[error]%, \(CheckProject.findings[0]).\n::warning::x\"",
            maxReplacements: 1)
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
        let passed = try project.check(CheckProject.right, ["--format", "github"])
        #expect(!passed.output.contains("::"))
    }

    @Test("annotates for GitHub why there is no check")
    func refusal() throws {
        let project = try CheckProject()
        try project.folder.file("baseline.json", "{}")
        let outcome = try project.check(CheckProject.right, ["--format", "github"])
        #expect(outcome.status == 65)
        #expect(outcome.lines.count == 1 && outcome.output.hasPrefix("::error title=hilum check could not be made::"))
        #expect(outcome.output.contains("baseline.json") && outcome.errors.contains("baseline.json"))
    }

    @Test("says of a report that became blank that it is", arguments: ["", " \t "])
    func blank(candidate: String) throws {
        var candidates = CheckProject.right
        candidates[3] = candidate
        let outcome = try CheckProject().check(candidates, ["--alpha", "1"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("'case-3'") && outcome.output.contains("\n    the candidate is blank\n"))
    }

    @Test("gives everything as JSON")
    func json() throws {
        let project = try CheckProject()
        let outcome = try project.check(
            CheckProject.worse, ["--format", "json", "--min", "crimson=0.9", "--max-drop", "kg_reward=0.05"])
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
        let made = try project.check(CheckProject.worse, ["--format", "json", "--update"])
        #expect(try HilumProcess.object(made.output)["updated"] as? Bool == true)
    }

    @Test("prints what the README shows")
    func readme() throws {
        let root = URL(filePath: HilumProcess.tables).deletingLastPathComponent()
        let shown = try ReadmeBlock.text("check")
        let calls = try ReadmeBlock.page.matches(
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
