import Foundation
import HilumTestSupport
import Testing

@Suite("Tasks of hilum score")
struct ScoreTaskTests {
    @Test(
        "An option of another task is refused, and what a task lacks is said",
        arguments: [
            (["--task", "grounding", "--reference", "a"], "--task grounding needs --candidate COL"),
            (["--task", "vqa"], "--task vqa needs --reference COL and --candidate COL"),
            (
                ["--task", "grounding", "--reference", "a", "--candidate", "b", "--type", "c"],
                "--type goes with --task vqa, not with grounding"
            ),
            (
                ["--reference", "a", "--candidate", "b", "--box-format", "xywh"],
                "--box-format goes with --task grounding, not with report"
            ),
            (
                ["--task", "vqa", "--reference", "a", "--candidate", "b", "--uncertain", "ignore"],
                "--uncertain goes with --task report or classification, not with vqa"
            ),
            (
                ["--task", "vqa", "--reference", "a", "--candidate", "b", "--metrics", "kg"],
                "--metrics goes with --task report, not with vqa"
            ),
            (["--task", "poetry", "--reference", "a", "--candidate", "b"], "report"),
        ])
    func usage(options: [String], says: String) throws {
        let outcome = try HilumProcess.runWithOntology(["score", "-"] + options, input: "a,b\n1,1\n")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
        #expect(outcome.output == "")
    }
}

/// The commands that README.md shows, and the line that it says they print first.
@Suite("Tasks in README.md")
struct TaskReadmeTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("Each command prints the line below it", arguments: ["vqa", "grounding", "classification"])
    func firstLine(task: String) throws {
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
        let place = try #require(lines.firstIndex { $0.contains(".build/release/hilum score") && $0.contains("--task \(task) ") })
        let folder = try TemporaryFolder()
        let arguments = lines[place].split(separator: " ").dropFirst().map { word in
            word.hasPrefix("Fixtures/")
                ? Self.root.appending(path: String(word)).path : word == "areas.json" ? folder.path + "/s" : String(word)
        }
        let outcome = try HilumProcess.runWithOntology(arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        // The signature has the hash of the ontology.
        let shown = lines[place + 1].drop { $0 == " " }.split(separator: #""signature":"#)
        #expect(shown.count == 2)
        #expect(outcome.lines.first?.split(separator: #""signature":"#).first == shown.first)
    }
}
