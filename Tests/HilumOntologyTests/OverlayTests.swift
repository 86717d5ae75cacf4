import Foundation
import Testing

@testable import HilumOntology

/// A folder of a user's own tables.
private struct OwnTables: ~Copyable {
    let folder: URL

    /// - Parameter rows: by file, cells separated by `|`; the header is written by itself.
    init(_ rows: [String: [String]]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "hilum-own-\(UUID().uuidString)")
        for (name, rows) in rows {
            let header = TableSchema.all.flatMap(\.files).first { $0.path == name }?.columns ?? ["term"]
            let lines = [header.joined(separator: "\t")] + rows.map { $0.replacing("|", with: "\t") }
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try lines.map { $0 + "\n" }.joined().write(to: file, atomically: true, encoding: .utf8)
        }
    }

    var path: String { folder.path }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

@Suite("A user's own tables")
struct OverlayTests {
    @Test("add a finding, its terms, a cue, a frame and a synonym")
    func add() throws {
        let own = try OwnTables([
            "concepts/findings.tsv": ["finding.zz-sign|zz sign|finding.lung-opacity|minor||RID0|||"],
            "terms/findings.tsv": ["zz shadow|finding.zz-sign|", "zz collection|finding.pleural-effusion|"],
            "language/cues.tsv": ["zz ruled away|negation|backward||"],
            "language/states.tsv": ["zz like|zz"],
            "language/frames.tsv": ["anatomy.lung|zz|finding.zz-sign|present|"],
        ])
        let ontology = try Ontology.bundled(with: [own.path])
        let sign = try #require(ontology.concept("finding.zz-sign"))
        let opacity = try #require(ontology.concept("finding.lung-opacity"))
        #expect(ontology.isA(sign.id, opacity.id))
        #expect(sign.sites == opacity.sites)
        #expect(ontology.terms.contains { $0.text == "zz shadow" && $0.concept == sign.id })
        #expect(ontology.terms.contains { $0.text == "zz collection" && ontology[$0.concept].name == "pleural effusion" })
        #expect(ontology.cues.contains { $0.text == "zz ruled away" && $0.kind == .negation })
        #expect(ontology.frames.contains { $0.concept == sign.id && ontology[$0.state].name == "zz" })
        let bundled = try Ontology.bundled()
        #expect(ontology.hash != bundled.hash)
        #expect(ontology.concepts.count == bundled.concepts.count + 2)
        #expect(ontology.terms.count == bundled.terms.count + 4)
    }

    @Test("put a row in the place of one with its key, whatever the key's case, blanks and hyphens")
    func replace() throws {
        let own = try OwnTables([
            "concepts/findings.tsv": ["finding.scar|scar|finding.pulmonary-abnormality|urgent|||||"],
            "terms/findings.tsv": ["Lung-Collapse|finding.lobar-collapse|"],
            "concepts/related.tsv": ["finding.lung-nodule|finding.mass|0.25"],
            "language/frames.tsv": ["anatomy.heart|normal|finding.cardiac-abnormality|absent|"],
        ])
        let ontology = try Ontology.bundled(with: [own.path])
        let bundled = try Ontology.bundled()
        #expect(ontology.concept("finding.scar")?.significance == .urgent)
        #expect(ontology.terms.count == bundled.terms.count)
        #expect(
            ontology.terms.filter { Lexer.words(of: $0.text) == ["lung", "collapse"] }.map { ontology[$0.concept].identifier }
                == ["finding.lobar-collapse"])
        #expect(ontology.related.count == bundled.related.count)
        #expect(ontology.related.contains { $0.closeness == 0.25 })
        let heart = try #require(ontology.concept("anatomy.heart")).id
        let normal = try #require(ontology.concept("state.normal")).id
        #expect(
            ontology.frames.filter { $0.subject == heart && $0.state == normal }.map { ontology[$0.concept].identifier }
                == ["finding.cardiac-abnormality"])
    }

    @Test("take a row away, and with a concept what it was called and what made it")
    func remove() throws {
        let more = try OwnTables([
            "concepts/findings.tsv": ["finding.zz-sign|zz sign|finding.lung-opacity|minor|||||"],
            "terms/findings.tsv": ["zz shadow|finding.zz-sign|"],
            "concepts/related.tsv": ["finding.zz-sign|finding.mass|0.5"],
            "language/frames.tsv": ["anatomy.lung|enlarged|finding.zz-sign|present|"],
        ])
        let less = try OwnTables([
            "terms/findings.tsv": ["!lung collapse||"], "concepts/findings.tsv": ["!finding.zz-sign|||||||||"],
            "language/cues.tsv": ["! No||||"],
        ])
        let ontology = try Ontology.bundled(with: [more.path, less.path])
        let bundled = try Ontology.bundled()
        #expect(ontology.concepts == bundled.concepts)
        #expect(ontology.related == bundled.related)
        #expect(ontology.frames == bundled.frames)
        #expect(ontology.terms == bundled.terms.filter { $0.text != "lung collapse" })
        #expect(ontology.cues == bundled.cues.filter { $0.text != "no" })
    }

    @Test("take away with a device or a site where its tip belongs and its place in a series, own rows and the ontology's")
    func removePlaces() throws {
        let more = try OwnTables([
            "concepts/devices.tsv": ["device.zz-tube|zz tube||minor|||||||", "device.zz-drain|zz drain||minor|||||||"],
            "concepts/anatomy.tsv": ["anatomy.zz-rib|zz rib||||||"],
            "concepts/placements.tsv": [
                "device.zz-tube||at|anatomy.carina|||satisfactory||", "device.zz-drain||at|anatomy.zz-rib|||malpositioned||",
            ],
            "concepts/levels.tsv": ["anatomy.zz-rib|anatomy.rib|13|13"],
        ])
        let less = try OwnTables(["concepts/devices.tsv": ["!device.zz-tube"], "concepts/anatomy.tsv": ["!anatomy.zz-rib"]])
        let bundled = try Ontology.bundled()
        let with = try Ontology.bundled(with: [more.path])
        #expect(with.placements.count == bundled.placements.count + 2)
        #expect(with.level(of: try #require(with.concept("anatomy.zz-rib")).id)?.number == 13)
        let without = try Ontology.bundled(with: [more.path, less.path])
        #expect(without.placements.count == bundled.placements.count)
        #expect(without.concept("device.zz-drain") != nil)
    }

    @Test("that say what is there already change nothing, not even the hash")
    func same() throws {
        let row = try String(contentsOfFile: repositoryTables + "/language/units.tsv", encoding: .utf8).split(separator: "\n")[2]
        let own = try OwnTables(["language/units.tsv": [String(row)]])
        #expect(try Ontology(tables: repositoryTables, with: [own.path]).hash == Ontology(tables: repositoryTables).hash)
    }

    @Test("need only the columns that they use, in any order, the key's among them")
    func partialHeader() throws {
        let own = try OwnTables(["terms/findings.tsv": []])
        let file = own.folder.appending(path: "terms/findings.tsv")
        try "concept\tterm\nfinding.scar\tzz\n".write(to: file, atomically: true, encoding: .utf8)
        let ontology = try Ontology.bundled(with: [own.path])
        #expect(ontology.terms.contains { $0.text == "zz" && ontology[$0.concept].identifier == "finding.scar" })
        for header in ["concept", "term\tterm", "term\tmeaning", ""] {
            try "\(header)\n".write(to: file, atomically: true, encoding: .utf8)
            let error = try #require(throws: OntologyError.self) { try Ontology.bundled(with: [own.path]) }
            guard case .invalidHeader = error else {
                Issue.record("another error: \(error)")
                return
            }
        }
    }

    @Test("hold one over the other in the order given, and compile to what they make in memory")
    func several() throws {
        let first = try OwnTables(["terms/findings.tsv": ["zz|finding.scar|", "zy|finding.scar|"]])
        let second = try OwnTables(["terms/findings.tsv": ["ZZ|finding.mass|", "!zy||"]])
        let ontology = try Ontology(tables: repositoryTables, with: [first.path, second.path])
        #expect(ontology.terms.filter { $0.text.lowercased() == "zz" }.map { ontology[$0.concept].name } == ["mass"])
        #expect(!ontology.terms.contains { $0.text == "zy" })
        let compiled = try Ontology.compile(tables: repositoryTables, with: [first.path, second.path])
        #expect(compiled.ontology.hash == ontology.hash)
    }

    @Test(
        "are refused with file, line and column of the row that does not hold",
        arguments: [
            ("terms/findings.tsv", "zz|finding.none|", "concept"), ("terms/findings.tsv", "pneumothorax|finding.scar|", "term"),
            ("terms/findings.tsv", "!no such term||", "term"), ("language/cues.tsv", "zz|denial|forward||", "kind"),
            ("language/frames.tsv", "anatomy.heart|zz|finding.scar|present|", "state"),
            ("concepts/findings.tsv", "finding.zz|lung collapse|||||||", "name"),
            ("concepts/findings.tsv", "!finding.lung-opacity|||||||||", "id"),
            ("concepts/findings.tsv", "!finding.none|||||||||", "id"),
            ("concepts/findings.tsv", "finding.abnormality|abnormality|finding.scar||||||", "parents"),
            ("terms/findings.tsv", "zz|finding.scar|left|more", "laterality"),
        ])
    func invalid(file: String, row: String, column: String) throws {
        let own = try OwnTables([file: ["# a comment", row]])
        let error = try #require(throws: OntologyError.self) { try Ontology.bundled(with: [own.path]) }
        guard case .invalidRow(own.path + "/" + file, 3, column, _) = error else {
            Issue.record("another error: \(error)")
            return
        }
    }

    @Test(
        "under a name that no table has, or none at all, are no tables",
        arguments: ["terms/finding.tsv", "findings.tsv", "notes.txt"])
    func unknownFile(file: String) throws {
        let own = try OwnTables([file: ["zz"]])
        let error = try #require(throws: OntologyError.self) { try Ontology.bundled(with: [own.path]) }
        guard case .unreadable(let path, let reason) = error else {
            Issue.record("another error: \(error)")
            return
        }
        #expect(path.hasPrefix(own.path))
        #expect(reason.contains("terms/findings.tsv"))
    }
}
