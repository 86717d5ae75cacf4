import Foundation
import Testing

@testable import HilumOntology

@Suite("A compiled ontology")
struct OntologyStoreTests {
    /// Opens bytes as a file.
    private func open(_ bytes: [UInt8]) throws -> Ontology {
        let url = FileManager.default.temporaryDirectory.appending(path: "hilum-\(UUID().uuidString).sqlite")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(bytes).write(to: url)
        return try Ontology(contentsOf: url.path)
    }

    @Test("has the same bytes each time, and opens as what was compiled")
    func roundTrip() throws {
        let first = try Ontology.compile(tables: repositoryTables)
        let second = try Ontology.compile(tables: repositoryTables)
        #expect(first.bytes == second.bytes)
        let opened = try open(first.bytes)
        #expect(opened.hash == first.ontology.hash)
        #expect(opened.concepts == first.ontology.concepts)
        #expect(opened.terms == first.ontology.terms)
    }

    @Test("keeps texts to the last byte", arguments: ["", "a\0b", "\u{E9}e\u{301}", "'; DROP TABLE units; --"])
    func texts(text: String) throws {
        let database = try Database()
        try database.run("CREATE TABLE t (a TEXT NOT NULL)")
        try database.run("INSERT INTO t VALUES (?)", rows: [[text]])
        let found = try #require(try database.rows("SELECT a FROM t").first?.first)
        #expect(Array(found.utf8) == Array(text.utf8))
    }

    @Test(
        "has real tables: nothing that runs when it is read",
        arguments: [
            "CREATE VIEW units AS SELECT 'mm' AS term, 'mm' AS unit, '1' AS millimetres",
            "CREATE VIRTUAL TABLE units USING fts5(term, unit, millimetres)", "SELECT 1",
        ])
    func foreignTables(sql: String) throws {
        let tables = try TableReader(folder: repositoryTables).tables()
        let database = try Database()
        for table in tables where table.schema.name != "units" {
            try database.run(
                "CREATE TABLE \(table.schema.name) (\(table.schema.columns.map { "\"\($0)\"" }.joined(separator: ", ")))")
        }
        if sql.hasPrefix("CREATE") { try database.run(sql) }
        let bytes = try database.serialized()
        let error = try #require(throws: OntologyError.self) { try open(bytes) }
        guard case .invalidStore(let file, "it has no table 'units'") = error else {
            Issue.record("another error: \(error)")
            return
        }
        #expect(file.hasSuffix(".sqlite"))
        #expect(error.description.contains("hilum ontology build"))
    }

    /// The error of opening the repository's tables, changed.
    private func error(_ change: (Table) -> (columns: [String], rows: [[String]])) throws -> OntologyError {
        let database = try Database()
        for table in try TableReader(folder: repositoryTables).tables() {
            let (columns, rows) = change(table)
            let places = columns.map { _ in "?" }.joined(separator: ", ")
            try database.run(
                "CREATE TABLE \(table.schema.name) (\(columns.map { "\"\($0)\"" }.joined(separator: ", ")))")
            try database.run("INSERT INTO \(table.schema.name) VALUES (\(places))", rows: rows)
        }
        let bytes = try database.serialized()
        return try #require(throws: OntologyError.self) { try open(bytes) }
    }

    @Test("has every column: one that another version made lacks some")
    func columns() throws {
        let error = try error { table in
            guard table.schema.name == "cues" else { return (table.schema.columns, table.rows.map(\.cells)) }
            return (Array(table.schema.columns.dropLast()), table.rows.map { Array($0.cells.dropLast()) })
        }
        guard case .invalidStore(_, "its table 'cues' has no 'example': it was made by another version; build it again") = error
        else {
            Issue.record("another error: \(error)")
            return
        }
    }

    @Test("has terms, and cues of negation", arguments: ["concepts", "cues"])
    func language(empty: String) throws {
        let tied =
            [
                "concepts": [
                    "terms", "states", "related", "frames", "placements", "levels", "senses", "wordings", "labels",
                    "report_parts",
                ]
            ][empty] ?? []
        let error = try error { table in
            (table.schema.columns, ([empty] + tied).contains(table.schema.name) ? [] : table.rows.map(\.cells))
        }
        guard case .invalidStore(_, "it has no terms, or no cues of negation") = error else {
            Issue.record("another error: \(error)")
            return
        }
    }
}
