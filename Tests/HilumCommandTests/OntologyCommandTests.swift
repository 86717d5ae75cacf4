import Foundation
import HilumTestSupport
import Testing

@testable import HilumOntology

@Suite("hilum ontology")
struct OntologyCommandTests {
    @Test("builds the tables into a file and says what it holds")
    func build() throws {
        let folder = try TemporaryFolder()
        let outcome = try HilumProcess.run(["ontology", "build", HilumProcess.tables, "-o", folder.path + "/o.sqlite"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("hash "))
        #expect(try folder.contents == ["o.sqlite"])
    }

    @Test("refuses a row that does not hold, by file, line and column, and keeps the old file")
    func invalidRow() throws {
        let folder = try TemporaryFolder()
        let tables = folder.path + "/tables"
        try FileManager.default.copyItem(atPath: HilumProcess.tables, toPath: tables)
        let units = try String(contentsOfFile: tables + "/language/units.tsv", encoding: .utf8)
        _ = try folder.file("tables/language/units.tsv", units + "furlong\tfur\tmany\n")
        let old = try folder.file("o.sqlite", "old")
        let outcome = try HilumProcess.run(["ontology", "build", tables, "-o", old])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("language/units.tsv:"))
        #expect(outcome.errors.contains("column millimetres"))
        #expect(try folder.contents == ["o.sqlite", "tables"])
        #expect(try folder.text(of: "o.sqlite") == "old")
    }

    @Test("exits with 66 without tables and with 74 without a folder to write to")
    func missing() throws {
        let folder = try TemporaryFolder()
        #expect(try HilumProcess.run(["ontology", "build", folder.path, "-o", folder.path + "/o.sqlite"]).status == 66)
        #expect(
            try HilumProcess.run(["ontology", "build", HilumProcess.tables, "-o", folder.path + "/none/o.sqlite"]).status == 74)
    }

    @Test("writes to a file alone, and leaves nothing where it cannot", arguments: ["/dev/null", "/dev/full"])
    func devices(path: String) throws {
        let outcome = try HilumProcess.run(["ontology", "build", HilumProcess.tables, "-o", path])
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("it is no regular file"))
    }

    #if os(Linux)
        @Test("on a disk that is full is 74, and the old file stays")
        func fullDisk() throws {
            let folder = try TemporaryFolder()
            let path = try folder.file("o.sqlite", "old")
            // 64 KiB at most; the signal of a larger file is ignored, so that the write fails as on a full disk.
            let command = "trap '' XFSZ; ulimit -f 64; exec \"$0\" ontology build \"$1\" -o \"$2\""
            let outcome = try HilumProcess.run(
                ["-c", command, HilumProcess.executable.path, HilumProcess.tables, path], executable: "/bin/bash")
            #expect(outcome.status == 74, "\(outcome.errors)")
            #expect(try folder.contents == ["o.sqlite"])
            #expect(try folder.text(of: "o.sqlite") == "old")
        }
    #endif

    @Test("keeps the link and the permissions of the file that it replaces")
    func replaces() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("real.sqlite", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/o.sqlite", withDestinationPath: path)
        #expect(try HilumProcess.run(["ontology", "build", HilumProcess.tables, "-o", folder.path + "/o.sqlite"]).status == 0)
        #expect(try folder.contents == ["o.sqlite", "real.sqlite"])
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
        #expect(try HilumProcess.run(["ontology", "info", "--ontology", path]).status == 0)
    }

    @Test("tells how much there is, and the hash")
    func info() throws {
        let outcome = try HilumProcess.runWithOntology(["ontology", "info"])
        #expect(outcome.status == 0)
        #expect(outcome.lines.first?.wholeMatch(of: /hash +[0-9a-f]{16}/) != nil)
        #expect(outcome.output.contains(/\n  finding +[1-9]/))
        for table in TableSchema.all where !["concepts", "states", "sections"].contains(table.name) {
            #expect(try outcome.output.contains(Regex("\n\(table.name) +[1-9]")), "\(table.name)")
        }
    }

    @Test(
        "finds a concept by term, by identifier and by code",
        arguments: [
            ["Pleural", "Effusion"], ["pleural-effusion"], ["finding.pleural-effusion"], ["rid34539"],
        ])
    func lookup(words: [String]) throws {
        let outcome = try HilumProcess.runWithOntology(["ontology", "lookup"] + words)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains(/concept +finding\.pleural-effusion\n/))
        for property in ["name", "terms", "significance", "RadLex", "CheXpert"] {
            #expect(outcome.output.contains("\n\(property) "))
        }
    }

    @Test("names terms that are near to one that there is not")
    func nearTerms() throws {
        let outcome = try HilumProcess.runWithOntology(["ontology", "lookup", "pleural", "effusio"])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("'pleural effusion'"))
        #expect(outcome.output.isEmpty)
    }
}
