import Foundation
import Testing

@testable import HilumOntology

/// A copy of the repository's tables in a folder of its own, to be spoilt.
private struct SpoiltTables: ~Copyable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "hilum-tables-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(filePath: repositoryTables), to: folder)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Adds a row at the end of a file and gives its line number.
    func append(_ row: String, to file: String) throws -> Int {
        let url = folder.appending(path: file)
        var text = try String(contentsOf: url, encoding: .utf8)
        if !text.hasSuffix("\n") { text += "\n" }
        try (text + row + "\n").write(to: url, atomically: true, encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).count
    }
}

@Suite struct TableErrorTests {
    @Test(
        "A row that does not hold is refused with its file, line and column",
        arguments: [
            ("concepts/findings.tsv", "finding.zz\tzz\tfinding.none\tminor\t\t\t\t\t", "parents"),
            ("concepts/findings.tsv", "finding.zz\tzz\t\tdreadful\t\t\t\t\t", "significance"),
            ("concepts/findings.tsv", "finding.zz\tzz\tfinding.zz\tminor\t\t\t\t\t", "parents"),
            ("concepts/findings.tsv", "finding.zz\tzz\t\tminor\t\t\t\tSadness\t", "chexpert"),
            ("concepts/findings.tsv", "zz\tzz\t\tminor\t\t\t\t\t", "id"),
            ("concepts/findings.tsv", "finding.pneumothorax\tzz\t\tminor\t\t\t\t\t", "id"),
            ("terms/findings.tsv", "zz\tfinding.none\t", "concept"),
            ("terms/findings.tsv", "zz\tfinding.pneumothorax\tupwards", "laterality"),
            ("terms/findings.tsv", "zz\tfinding.pneumothorax\tleft\tmore", "laterality"),
            ("language/cues.tsv", "zz\tdenial\tforward\t\t", "kind"),
            ("language/cues.tsv", "zz\tnegation\t\t\t", "direction"),
            ("language/cues.tsv", "zz\thedge\tforward\t7\t", "likelihood"),
            ("language/modifiers.tsv", "zz\tcolour\tred\t\t", "attribute"),
            ("language/frames.tsv", "anatomy.heart\tenlarged\tfinding.none\tpresent\t", "concept"),
            ("language/frames.tsv", "anatomy.heart\tenlarged\tfinding.cardiomegaly\tlikely\t", "status"),
            ("language/units.tsv", "zz\tzz\tfar", "millimetres"),
        ])
    func badRow(file: String, row: String, column: String) throws {
        let tables = try SpoiltTables()
        let line = try tables.append(row, to: file)
        let error = #expect(throws: OntologyError.self) { try Ontology(tables: tables.folder.path) }
        guard case .invalidRow(let badFile, let badLine, let badColumn, _) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(badFile == file)
        #expect(badLine == line)
        #expect(badColumn == column)
    }

    @Test("A missing folder, a wrong header and a file that is no ontology are refused by name")
    func badFiles() throws {
        #expect(throws: OntologyError.self) { try Ontology(tables: "/nowhere") }
        let tables = try SpoiltTables()
        let cues = tables.folder.appending(path: "language/cues.tsv")
        try "cue\tkind\n".write(to: cues, atomically: true, encoding: .utf8)
        let error = #expect(throws: OntologyError.self) { try Ontology(tables: tables.folder.path) }
        #expect(
            error
                == .invalidHeader(
                    file: "language/cues.tsv", expected: ["cue", "kind", "direction", "likelihood", "example"],
                    found: ["cue", "kind"]))
        #expect(throws: OntologyError.self) { try Ontology(contentsOf: cues.path) }
        #expect(throws: OntologyError.self) { try Ontology(contentsOf: "/nowhere.sqlite") }
    }

    @Test("Tables that do not hold leave the compiled file as it was")
    func compileReplacesOnSuccessOnly() throws {
        let tables = try SpoiltTables()
        let compiled = tables.folder.appending(path: "ontology.sqlite").path
        let first = try Ontology.compile(tables: tables.folder.path, to: compiled)
        _ = try tables.append("zz\tfinding.none\t", to: "terms/findings.tsv")
        #expect(throws: OntologyError.self) { try Ontology.compile(tables: tables.folder.path, to: compiled) }
        #expect(try Ontology(contentsOf: compiled) == first)
    }
}
