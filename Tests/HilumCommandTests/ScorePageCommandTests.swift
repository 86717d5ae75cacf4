import Foundation
import HilumTestSupport
import Testing

@Suite("hilum score --html")
struct ScorePageCommandTests {
    /// So many rows that several threads share them.
    private static let many =
        "id,reference,candidate\n"
        + (1...300).map { "r\($0),Small left pleural effusion.,\($0 % 3 == 0 ? "Pneumothorax" : "Left effusion") \($0).\n" }
        .joined()

    private func run(_ arguments: [String], input: String = ScoreCommandTests.pairs) throws -> Outcome {
        try HilumProcess.runWithOntology(ScoreCommandTests.columns + arguments, input: input)
    }

    @Test("writes a page beside the lines, which stay what they are without it")
    func page() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(["--html", "\(folder.path)/page.html"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == (try run([]).output))
        #expect(try folder.contents == ["page.html"])
        let page = try folder.text(of: "page.html")
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(page.hasSuffix("</html>\n"))
        #expect(page.contains("<h1>Scores of standard input</h1>"))
        for id in ["same", "flip", "blank"] { #expect(page.contains("[\"\(id)\",[")) }
    }

    @Test("goes with every format and the summary", arguments: ["jsonl", "csv", "table"])
    func formats(format: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try run([
            "--format", format, "--html", "\(folder.path)/page.html", "--summary", "\(folder.path)/s.json", "-o",
            "\(folder.path)/out",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.contents == ["out", "page.html", "s.json"])
    }

    @Test("is the same page on any number of threads")
    func threads() throws {
        let pages = try ["1", "2", "7"].map {
            try run(["--html", "-", "-o", "/dev/null", "--threads", $0], input: Self.many).output
        }
        #expect(pages[0].contains("r300"))
        #expect(Set(pages).count == 1)
    }

    @Test("is not there after an error, and the old one stays")
    func error() throws {
        let folder = try TemporaryFolder()
        try folder.file("page.html", "old")
        let outcome = try run(["--html", "\(folder.path)/page.html"], input: Self.many + "ragged\n")
        #expect(outcome.status == 65)
        #expect(try folder.contents == ["page.html"])
        #expect(try folder.text(of: "page.html") == "old")
    }

    @Test(
        "is refused where another output has the same name",
        arguments: [
            (["--html", "X", "-o", "X"], "--html and --output"), (["--html", "X", "--summary", "X"], "--summary and --html"),
            (["--html", "-"], "--html and --output"), (["--html", "X", "--summary", "./X"], "--summary and --html"),
        ])
    func sameFile(arguments: [String], message: String) throws {
        let outcome = try run(arguments.map { $0 == "X" ? "/tmp/hilum-page" : $0 == "./X" ? "/tmp/./hilum-page" : $0 })
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("\(message) name the same file"), "\(outcome.errors)")
    }

    @Test("is refused by a task without reports")
    func otherTask() throws {
        let outcome = try run(["--task", "vqa", "--html", "page.html"])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--html goes with --task report, not with vqa"), "\(outcome.errors)")
    }

    @Test("that cannot be written says so before any row is read")
    func unwritable() throws {
        let outcome = try run(["--html", "/no/such/folder/page.html"])
        #expect(outcome.status == 74)
        #expect(outcome.output.isEmpty)
    }
}
