import Testing

@testable import HilumOntology

@Suite("Tables as a whole")
struct OntologyCheckTests {
    /// The error of the repository's tables with rows added to a file.
    private func error(adding rows: String..., to file: String) throws -> OntologyError {
        let tables = try SpoiltTables()
        try tables.append(rows.joined(separator: "\n"), to: file)
        return try #require(throws: OntologyError.self) { try Ontology(tables: tables.folder.path) }
    }

    @Test(
        "have each phrase once in a role, whatever the case, blanks and hyphens",
        arguments: [
            ("terms/findings.tsv", "Lung  Collapse\tfinding.atelectasis\t\nlung-collapse\tfinding.atelectasis\t", "term"),
            ("language/cues.tsv", "No\tnegation\tforward\t\t", "cue"),
            ("language/modifiers.tsv", "LEFT-sided\tlaterality\tleft\t\t", "term"),
            ("language/states.tsv", "Normal\tnormal", "term"),
            ("language/connectives.tsv", "AND\tcoordinator", "term"),
            ("language/discourse.tsv", "OTHERWISE\tothers\t", "term"),
            ("language/sections.tsv", "Findings\tfindings\tyes", "heading"),
            ("language/units.tsv", "MM\tmm\t1", "term"),
        ])
    func repeatedPhrase(file: String, rows: String, column: String) throws {
        try expect(error(adding: rows, to: file), in: column, says: "twice")
    }

    @Test("have no term that is the name of another concept, and no name twice")
    func repeatedName() throws {
        try expect(
            error(adding: "Pneumothorax\tfinding.scar\t", to: "terms/findings.tsv"), in: "term", says: "'finding.pneumothorax'")
        try expect(
            error(adding: "finding.zz\tpneumothorax", to: "concepts/findings.tsv"), in: "name", says: "'finding.pneumothorax' too"
        )
    }

    @Test(
        "have references that lead to the right kind",
        arguments: [
            ("concepts/findings.tsv", "finding.zz\tzz\tanatomy.lung", "parents"),
            ("concepts/anatomy.tsv", "anatomy.zz\tzz\tfinding.scar", "parents"),
            ("concepts/anatomy.tsv", "anatomy.zz\tzz\t\tfinding.scar", "part_of"),
            ("concepts/findings.tsv", "finding.zz\tzz\t\tminor\tfinding.scar", "sites"),
            ("language/frames.tsv", "finding.scar\tenlarged\tfinding.scar\tpresent\t", "subject"),
            ("language/frames.tsv", "anatomy.lung\tanatomy.heart\tfinding.scar\tpresent\t", "state"),
            ("language/frames.tsv", "anatomy.lung\tenlarged\tanatomy.heart\tpresent\t", "concept"),
            ("language/frames.tsv", "anatomy.lung\tenlarged\t\tpresent\t", "concept"),
            ("terms/findings.tsv", "zz\tstate.enlarged\t", "concept"),
            ("concepts/placements.tsv", "finding.scar\t\tat\tanatomy.carina", "device"),
            ("concepts/placements.tsv", "device.port\t\tat\tfinding.scar", "site"),
            ("concepts/levels.tsv", "finding.scar\tanatomy.rib\t13\t13", "site"),
            ("concepts/labels.tsv", "nih\tzz\tanatomy.lung\tpresent\t", "concept"),
            ("concepts/labels.tsv", "nih\tzz\tfinding.scar\tpresent\tanatomy.lung", "denied"),
            ("concepts/report-parts.tsv", "descriptor.patchy", "concept"),
            ("language/wordings.tsv", "anatomy.lung\tpresent\tzz\t", "concept"),
            ("language/wordings.tsv", "finding.scar\tpresent\tzz {}\tfinding.scar", "site"),
        ])
    func wrongKind(file: String, row: String, column: String) throws {
        try expect(error(adding: row, to: file), in: column)
    }

    @Test("code a site by one path, or by three: of no side, of the left, of the right or both", arguments: [1, 2, 3, 4])
    func paths(count: Int) throws {
        let tables = try SpoiltTables()
        let paths = (1...count).map { "zz/\($0)" }.joined(separator: ";")
        try tables.append("anatomy.zz\tzz\t\t\tpair\t\t\t\(paths)", to: "concepts/anatomy.tsv")
        guard count % 2 == 0 else {
            #expect(try Ontology(tables: tables.folder.path).concept("anatomy.zz")?.openI.count == count)
            return
        }
        try expect(#require(throws: OntologyError.self) { try Ontology(tables: tables.folder.path) }, in: "openi", says: "three")
    }

    @Test(
        "have no empty name, no empty state and no words that are never read",
        arguments: [
            ("concepts/findings.tsv", "finding.\tzz", "id"),
            ("language/states.tsv", "zz\t", "state"),
            ("terms/findings.tsv", "?!\tfinding.scar\t", "term"),
            ("terms/findings.tsv", "zz xxxx\tfinding.scar\t", "term"),
            ("terms/findings.tsv", "zz ___\tfinding.scar\t", "term"),
            ("terms/findings.tsv", "zz\u{2013}zz\tfinding.scar\t", "term"),
            ("language/cues.tsv", "-\tnegation\tforward\t\t", "cue"),
            ("terms/findings.tsv", "\(String(repeating: "z", count: 65))\tfinding.scar\t", "term"),
            ("language/inflections.tsv", "zz\t\(String(repeating: "z", count: 65))\t", "word"),
        ])
    func neverRead(file: String, row: String, column: String) throws {
        try expect(error(adding: row, to: file), in: column)
    }

    @Test("take a word of 64 bytes, a sign as a cue, and a possessive")
    func readable() throws {
        let tables = try SpoiltTables()
        try tables.append(
            "\(String(repeating: "z", count: 64))\tfinding.scar\t\nzz's 2.5 zz\tfinding.scar\t", to: "terms/findings.tsv")
        try tables.append("??\thedge\tforward\t0.5\t", to: "language/cues.tsv")
        #expect(throws: Never.self) { try Ontology(tables: tables.folder.path) }
    }

    @Test(
        "have plain words and lookalikes that are single words, each once, and no plain word that says something",
        arguments: [
            ("language/plain.tsv", "zz zz", "word", "one word"), ("language/plain.tsv", "zz2", "word", "one word"),
            ("language/plain.tsv", "Zorp\nzorp", "word", "twice"), ("language/plain.tsv", "Pneumothorax", "word", "concepts"),
            ("language/plain.tsv", "cardiomegaly", "word", "by itself"), ("language/plain.tsv", "enlarged", "word", "states"),
            ("language/plain.tsv", "mild", "word", "modifiers"), ("language/lookalikes.tsv", "zorp\nzorp", "word", "twice"),
        ])
    func words(file: String, rows: String, column: String, problem: String) throws {
        try expect(error(adding: rows, to: file), in: column, says: problem)
    }

    @Test(
        "have senses that their words tell apart",
        arguments: [
            ("zz\tfinding.scar\t\tx", "context", "must not be empty"), ("zz\tfinding.zz\tlung\tx", "concept", "no concept"),
            ("zz\t\tlung\tx", "concept", "empty"), ("zz\tstate.enlarged\tlung\tx", "concept", "state"),
            ("zz\tfinding.scar\tlung\tx\nzz\t-\tlung\tx", "context", "twice"),
            ("zz\tfinding.scar\tupper lung\tx", "context", "one word"), ("zz\tfinding.scar\tzz\tx", "context", "itself"),
            ("zz\tfinding.scar\tlung\tx\nZZ\t-\trib\tx", "abbreviation", "otherwise"),
            ("z z\tfinding.scar\tlung\tx", "abbreviation", "one word"),
        ])
    func senses(rows: String, column: String, problem: String) throws {
        try expect(error(adding: rows, to: "language/senses.tsv"), in: column, says: problem)
    }

    @Test("have no row that is its own ancestor by kinds and parts taken together")
    func mixedCycle() throws {
        let rows = "anatomy.za\tza\tanatomy.zb\nanatomy.zb\tzb\t\tanatomy.za"
        try expect(error(adding: rows, to: "concepts/anatomy.tsv"), in: "parents", says: "own ancestor")
    }

    @Test("have no chain of ancestors that is longer than 254 steps", arguments: [254, 255])
    func longChain(steps: Int) throws {
        let tables = try SpoiltTables()
        let rows = (0...steps).map { "finding.zz\($0)\tzz\($0)\t" + ($0 == 0 ? "" : "finding.zz\($0 - 1)") }
        let line = try tables.append(rows.joined(separator: "\n"), to: "concepts/findings.tsv")
        guard steps > 254 else {
            let ontology = try Ontology(tables: tables.folder.path)
            let (first, last) = try (#require(ontology.concept("finding.zz0")), #require(ontology.concept("finding.zz254")))
            #expect(ontology.steps(from: last.id, toKind: first.id) == 254)
            return
        }
        let error = #expect(throws: OntologyError.self) { try Ontology(tables: tables.folder.path) }
        let problem = "more than 254 steps up to 'finding.zz0'"
        let file = tables.folder.path + "/concepts/findings.tsv"
        #expect(error == .invalidRow(file: file, line: line + steps, column: "parents", problem: problem))
    }

    @Test("hold no more concepts and words than there is room for, and say in which file there are too many")
    func tooMany() throws {
        let tables = try SpoiltTables()
        try tables.append((0..<8_192).map { "finding.zz\($0)\tzz\($0)" }.joined(separator: "\n"), to: "concepts/findings.tsv")
        let concepts = #expect(throws: OntologyError.self) { try Ontology(tables: tables.folder.path) }
        guard case .tooMany(_, "concepts and states", 8_192) = concepts else {
            Issue.record("another error: \(String(describing: concepts))")
            return
        }
        let words = try error(
            adding: (0..<66_000).map { "zz\($0)\tfinding.scar\t" }.joined(separator: "\n"), to: "terms/findings.tsv")
        guard case .tooMany(let file, "distinct words", 65_535) = words else {
            Issue.record("another error: \(words)")
            return
        }
        #expect(file.hasSuffix("/terms/findings.tsv"))
    }

    private func expect(_ error: OntologyError, in column: String, says words: String? = nil) throws {
        guard case .invalidRow(_, _, let found, let problem) = error else {
            Issue.record("another error: \(error)")
            return
        }
        #expect(found == column, "\(problem)")
        if let words { #expect(problem.contains(words)) }
    }
}
