import Foundation
import Testing

@testable import HilumOntology
import HilumText

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

    @Test("keep the cells of an old row that their header has no column for, and clear those that it has")
    func columns() throws {
        let own = try OwnTables(["concepts/findings.tsv": [], "language/frames.tsv": []])
        let bundled = try Ontology.bundled()
        let old = try #require(bundled.concept("finding.pleural-effusion"))
        func effusion(_ table: String) throws -> Concept {
            try table.write(to: own.folder.appending(path: "concepts/findings.tsv"), atomically: true, encoding: .utf8)
            return try #require(try Ontology.bundled(with: [own.path]).concept("finding.pleural-effusion"))
        }
        let renamed = try effusion("id\tname\nfinding.pleural-effusion\tzz\n")
        #expect(renamed.name == "zz")
        #expect(
            (renamed.parents, renamed.significance, renamed.radlex, renamed.chexpert, renamed.sidedness)
                == (old.parents, old.significance, old.radlex, old.chexpert, old.sidedness))
        #expect(renamed.sites == old.sites)
        #expect(!old.radlex.isEmpty && !old.parents.isEmpty && old.significance != .benign)
        let uncoded = try effusion("id\tname\tradlex\nfinding.pleural-effusion\tpleural effusion\t\n")
        #expect(uncoded.radlex.isEmpty && uncoded.mesh == old.mesh)
        try "subject\tstate\tconcept\nanatomy.heart\tenlarged\tfinding.cardiomegaly\n"
            .write(to: own.folder.appending(path: "language/frames.tsv"), atomically: true, encoding: .utf8)
        #expect(try Ontology.bundled(with: [own.path]).frames == bundled.frames)
    }

    @Test(
        "name nothing with a word of the language, and make no cue of a name; both rows are told",
        arguments: [
            ("terms/findings.tsv", "No|finding.pneumothorax|", "term", "!no", "bundled ontology (cues):"),
            ("terms/findings.tsv", "without|finding.pneumothorax|", "term", "!without", "bundled ontology (cues):"),
            ("terms/findings.tsv", "and|finding.pneumothorax|", "term", "!and", "bundled ontology (connectives):"),
            ("terms/descriptors.tsv", "left|descriptor.patchy|", "term", "!left", "bundled ontology (modifiers):"),
            ("terms/findings.tsv", "third|finding.pneumothorax|", "term", "!third", "bundled ontology (numbers):"),
            ("concepts/findings.tsv", "finding.zz|no|finding.abnormality|", "name", "!no", "bundled ontology (cues):"),
            ("language/cues.tsv", "effusion|negation|forward||", "cue", "!effusion", "bundled ontology (terms):"),
            ("language/cues.tsv", "pneumothorax|negation|forward||", "cue", "do nothing", "bundled ontology (concepts):"),
            ("language/connectives.tsv", "effusion|coordinator", "term", "!effusion", "bundled ontology (terms):"),
        ])
    func clash(file: String, row: String, column: String, advice: String, place: String) throws {
        let own = try OwnTables([file: [row]])
        let error = try #require(throws: OntologyError.self) { try Ontology.bundled(with: [own.path]) }
        guard case .invalidRow(own.path + "/" + file, 2, column, let problem) = error else {
            Issue.record("another error: \(error)")
            return
        }
        #expect(problem.contains(place))
        #expect(problem.contains(advice))
    }

    @Test("may name something with a word of the language that they take away, and count with a descriptor")
    func takenWord() throws {
        let own = try OwnTables([
            "terms/findings.tsv": ["without|finding.pneumothorax|"], "language/cues.tsv": ["!without"],
            "terms/descriptors.tsv": ["third|descriptor.patchy|"],
        ])
        let ontology = try Ontology.bundled(with: [own.path])
        #expect(ontology.terms.contains { $0.text == "without" })
        #expect(!ontology.cues.contains { $0.text == "without" })
    }

    @Test(
        "send no word of a term elsewhere, alone or by way of another word",
        arguments: [
            ("effusion|pneumothorax|", "form", "(terms)"), ("effusions|pneumothorax|yes", "form", "(terms)"),
            ("no|small|", "form", "(cues)"),
            ("zz|oedema|", "word", "(inflections)"), ("zz|zy|", "word", "inflections.tsv:3"),
        ])
    func inflections(row: String, column: String, place: String) throws {
        let own = try OwnTables(["language/inflections.tsv": [row, "zy|zx|"]])
        let error = try #require(throws: OntologyError.self) { try Ontology.bundled(with: [own.path]) }
        guard case .invalidRow(_, 2, column, let problem) = error else {
            Issue.record("another error: \(error)")
            return
        }
        #expect(problem.contains(place))
    }

    @Test("may spell a word of a term otherwise, and say again what is there")
    func ownInflection() throws {
        let own = try OwnTables(["language/inflections.tsv": ["effuzion|effusion|", "effuzions|effusion|yes", "tumour|tumor|"]])
        let ontology = try Ontology.bundled(with: [own.path])
        #expect(try ontology.inflections.count == Ontology.bundled().inflections.count + 2)
    }

    @Test(
        "under a name that no table has, where tables lie, or none at all, are no tables",
        arguments: [
            "terms/finding.tsv", "findings.tsv", "notes.txt", "terms/findings.txt", "Terms/Findings.TSV", "terms/findings",
            "CONCEPTS/more/findings.csv",
        ])
    func unknownFile(file: String) throws {
        let own = try OwnTables([file: ["zz"]])
        let error = try #require(throws: OntologyError.self) { try Ontology.bundled(with: [own.path]) }
        guard case .invalidFile(let path, let problem) = error else {
            Issue.record("another error: \(error)")
            return
        }
        #expect(path == (file == "notes.txt" ? own.path : own.path + "/" + file))
        #expect(problem.contains("terms/findings.tsv"))
    }

    @Test("may lie beside notes and hidden files")
    func notes() throws {
        let own = try OwnTables([
            "terms/findings.tsv": ["zz|finding.scar|"], "terms/README.md": [], "terms/.notes": [], ".old/findings.tsv": [],
            "notes.txt": [],
        ])
        #expect(try Ontology.bundled(with: [own.path]).terms.contains { $0.text == "zz" })
    }

    @Test("lie in a folder: a file in its place is told as one, and an empty one as that")
    func noFolder() throws {
        let own = try OwnTables(["terms/findings.tsv": []])
        let file = own.path + "/terms/findings.tsv"
        #expect(throws: OntologyError.unreadable(path: file, reason: "it is a file; name the folder")) {
            try Ontology.bundled(with: [file])
        }
        try Data().write(to: URL(filePath: file))
        let error = try #require(throws: OntologyError.self) { try Ontology.bundled(with: [own.path]) }
        #expect(error.description.hasPrefix(file + ": the file is empty"))
    }
}
