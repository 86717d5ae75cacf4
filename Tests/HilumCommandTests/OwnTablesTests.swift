import Foundation
import HilumTestSupport
import Testing

@Suite("--with: a user's own tables")
struct OwnTablesTests {
    /// The example of Ontology/README.md: files as it shows them, a command, and what it prints.
    private struct Example {
        let folder: TemporaryFolder
        let arguments: [String]
        let output: String

        init() throws {
            folder = try TemporaryFolder()
            let text = try String(contentsOfFile: HilumProcess.tables + "/README.md", encoding: .utf8)
            let start = try #require(text.firstRange(of: "## Your own tables")).upperBound
            let section = text[start..<(try #require(text[start...].firstRange(of: "\n## ")).lowerBound)]
            var command: Substring?
            var output: Substring?
            for match in section.matches(of: /`([^`\n]+)`\n```(tsv|csv|text)\n((?:.|\n)*?)```/) {
                if match.2 == "text" {
                    (command, output) = (match.1, match.3)
                } else {
                    try folder.file(String(match.1), String(match.3))
                }
            }
            let path = folder.path
            arguments = try #require(command).split(separator: " ").dropFirst().map { word in
                ["mine", "reports.csv"].contains(word) ? "\(path)/\(word)" : String(word)
            }
            self.output = String(try #require(output))
        }
    }

    @Test("do what the example of Ontology/README.md shows")
    func example() throws {
        let example = try Example()
        let outcome = try HilumProcess.runWithOntology(example.arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == example.output)
        let without = try HilumProcess.runWithOntology(example.arguments.filter { $0 != "--with" && !$0.hasSuffix("mine") })
        #expect(without.status == 0 && without.output != example.output)
    }

    @Test("give scores a signature of their own, and a version")
    func signature() throws {
        let example = try Example()
        let own = ["--with", example.folder.path + "/mine"]
        let version = try HilumProcess.runWithOntology(["--version"] + own)
        let info = try HilumProcess.runWithOntology(["ontology", "info"] + own)
        let hash = try #require(info.lines.first?.split(separator: " ").last)
        #expect(version.output.contains(hash))
        #expect(try !HilumProcess.runWithOntology(["--version"]).output.contains(hash))
        let pairs = try example.folder.file("pairs.csv", "id,r,c\n1,Luftsichel.,Luftsichel.\n")
        let summary = example.folder.path + "/s.json"
        let columns = ["--reference", "r", "--candidate", "c"]
        let score = try HilumProcess.runWithOntology(["score", pairs, "--summary", summary] + columns + own)
        #expect(score.status == 0, "\(score.errors)")
        #expect(try example.folder.text(of: "s.json").contains("ontology:\(hash)"))
    }

    @Test("compile to the ontology that they make in memory")
    func build() throws {
        let example = try Example()
        let own = ["--with", example.folder.path + "/mine"]
        let file = example.folder.path + "/o.sqlite"
        let build = try HilumProcess.run(["ontology", "build", HilumProcess.tables, "-o", file] + own)
        #expect(build.status == 0, "\(build.errors)")
        let compiled = try HilumProcess.run(["ontology", "info", "--ontology", file])
        #expect(try compiled.output == HilumProcess.runWithOntology(["ontology", "info"] + own).output)
    }

    @Test("that do not hold are 65, and that are not there 66")
    func errors() throws {
        let example = try Example()
        let cues = example.folder.path + "/mine/language/cues.tsv"
        try example.folder.file("mine/language/cues.tsv", "cue\tkind\tdirection\tlikelihood\texample\nzz\tdenial\tforward\t\t\n")
        let invalid = try HilumProcess.run(example.arguments)
        #expect(invalid.status == 65)
        #expect(invalid.errors.contains("\(cues):2: column kind"))
        let missing = try HilumProcess.run(["ontology", "info", "--with", example.folder.path + "/none"])
        #expect(missing.status == 66)
        let file = try HilumProcess.run(["ontology", "info", "--with", cues])
        #expect(file.status == 66 && file.errors.contains("name the folder"))
        try example.folder.file("mine/language/cues.tsv", [0xFF])
        let bytes = try HilumProcess.run(["ontology", "info", "--with", example.folder.path + "/mine"])
        #expect(bytes.status == 65 && bytes.errors.contains("\(cues):1: byte 1: "))
        try example.folder.file("mine/language/cues.tsv", "cue\n")
        try example.folder.file("mine/language/cue.tsv", "cue\n")
        let name = try HilumProcess.run(["ontology", "info", "--with", example.folder.path + "/mine"])
        #expect(name.status == 65 && name.errors.contains("cue.tsv: no table"))
    }
}
