import Foundation
import Testing

@testable import HilumOntology

/// A copy of the repository's tables in a folder of its own, to be spoilt.
struct SpoiltTables: ~Copyable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "hilum-tables-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(filePath: repositoryTables), to: folder)
    }

    /// Replaces what a file holds.
    func rewrite(_ file: String, _ change: (String) -> [UInt8]) throws {
        let url = folder.appending(path: file)
        try Data(change(String(contentsOf: url, encoding: .utf8))).write(to: url)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Adds rows at the end of a file and gives the number of the first one's line.
    @discardableResult
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
            ("concepts/findings.tsv", "finding.zz\tzz\t\tminor\t\t\t\t\t\tperhaps", "group"),
            ("concepts/descriptors.tsv", "descriptor.zz\tzz\t\t\t\tdescriptor.none", "excludes"),
            ("concepts/descriptors.tsv", "descriptor.zz\tzz\t\t\t\tfinding.mass", "excludes"),
            ("concepts/related.tsv", "finding.mass\tanatomy.lung\t0.5", "related"),
            ("concepts/placements.tsv", "finding.mass\t\tat\tanatomy.lung\t\t\tsatisfactory", "device"),
            ("concepts/placements.tsv", "device.picc\t\tat\tdevice.port\t\t\tsatisfactory", "site"),
            ("concepts/placements.tsv", "device.picc\t\tnear\tanatomy.lung\t\t\tsatisfactory", "relation"),
            ("concepts/placements.tsv", "device.picc\t\tabove\tanatomy.lung\t30\t20\tsatisfactory", "to"),
            ("concepts/levels.tsv", "anatomy.rib-4\tanatomy.rib\t4\t4", "site"),
            ("concepts/levels.tsv", "anatomy.lung\tanatomy.rib\t100\t100", "number"),
            ("concepts/labels.tsv", "mimic\tzz\tfinding.mass\tpresent\t", "set"),
            ("concepts/labels.tsv", "nih\tMass\tfinding.mass\tpresent\t", "label"),
            ("concepts/labels.tsv", "nih\tzz\tfinding.mass\tuncertain\t", "status"),
            ("concepts/report-parts.tsv", "finding.none", "concept"),
            ("language/wordings.tsv", "finding.mass\tuncertain\tzz\t", "status"),
            ("language/wordings.tsv", "finding.mass\tpresent\tzz {lung}\t", "site"),
            ("language/wordings.tsv", "finding.mass\tpresent\tzz\tanatomy.lung", "site"),
            ("language/wordings.tsv", "finding.mass\tpresent\tz { z }\t", "site"),
            ("language/numbers.tsv", "umpteen\tcardinal\tlots\t", "value"),
            ("language/tips.tsv", "zz\ttop\t", "role"),
            ("concepts/related.tsv", "finding.mass\tfinding.none\t0.5", "related"),
            ("concepts/related.tsv", "finding.mass\tfinding.mass\t0.5", "related"),
            ("concepts/related.tsv", "finding.lung-nodule\tfinding.mass\t0.5", "related"),
            ("concepts/related.tsv", "finding.mass\tfinding.scoliosis\t1.5", "closeness"),
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
            ("language/units.tsv", "zz\tzz\tfar", "millimetres"), ("language/units.tsv", "zz\tzz\t0", "millimetres"),
            ("language/units.tsv", "zz\tzz\t-1", "millimetres"), ("language/units.tsv", "zz\tzz\t10001", "millimetres"),
            ("language/units.tsv", "zz\tzz\tnan", "millimetres"),
        ])
    func badRow(file: String, row: String, column: String) throws {
        let tables = try SpoiltTables()
        let line = try tables.append(row, to: file)
        let error = #expect(throws: OntologyError.self) { try Ontology(tables: tables.folder.path) }
        guard case .invalidRow(let badFile, let badLine, let badColumn, _) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(badFile == "\(tables.folder.path)/\(file)")
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
                    file: cues.path, expected: ["cue", "kind", "direction", "likelihood", "example"],
                    found: ["cue", "kind"]))
        #expect(throws: OntologyError.invalidStore(file: cues.path, reason: "file is not a database")) {
            try Ontology(contentsOf: cues.path)
        }
        #expect(throws: OntologyError.self) { try Ontology(contentsOf: "/nowhere.sqlite") }
    }

    @Test("A byte order mark and Windows line ends do no harm")
    func windowsFile() throws {
        let tables = try SpoiltTables()
        let hash = try Ontology(tables: tables.folder.path).hash
        try tables.rewrite("language/units.tsv") { [0xEF, 0xBB, 0xBF] + Array(String($0.replacing("\n", with: "\r\n")).utf8) }
        #expect(try Ontology(tables: tables.folder.path + "/").hash == hash)
    }

    @Test(
        "A lone carriage return, a NUL byte and what is no UTF-8 are named by line and byte",
        arguments: [([0x0D], "carriage return"), ([0], "NUL"), ([0xE9], "no UTF-8"), ([0xC3, 0x28], "no UTF-8")])
    func strayBytes(bytes: [UInt8], says: String) throws {
        let tables = try SpoiltTables()
        var line = 0
        try tables.rewrite("language/units.tsv") { text in
            line = text.split(separator: "\n", omittingEmptySubsequences: false).count
            return Array("\(text)z\u{E9}".utf8) + bytes + Array("z\tmm\t1\n".utf8)
        }
        let error = try #require(throws: OntologyError.self) { try Ontology(tables: tables.folder.path) }
        #expect(error.description.hasPrefix("\(tables.folder.path)/language/units.tsv:\(line): byte 4: "))
        #expect(error.description.contains(says))
    }

    @Test("A first line that is a sentence is not quoted, and a long header is cut short")
    func headers() throws {
        let tables = try SpoiltTables()
        try tables.rewrite("language/units.tsv") { _ in Array("The heart is normal.\n".utf8) }
        let prose = try #require(throws: OntologyError.self) { try Ontology(tables: tables.folder.path) }
        #expect(prose.description.hasSuffix("the first line looks like text"))
        try tables.rewrite("language/units.tsv") { _ in Array((1...30).map { "c\($0)" }.joined(separator: "\t").utf8) }
        let long = try #require(throws: OntologyError.self) { try Ontology(tables: tables.folder.path) }
        #expect(long.description.hasSuffix("'c20' and 10 more"))
    }
}
