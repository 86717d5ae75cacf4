import Foundation
import Testing

@testable import HilumOntology

@Suite("Ontology/README.md")
struct ReadmeTests {
    private let lines: [Substring]

    init() throws {
        let text = try String(contentsOfFile: repositoryTables + "/README.md", encoding: .utf8)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The line that begins so; of one that ends with a colon all that follows up to a blank line.
    private func passage(_ start: String) throws -> ArraySlice<Substring> {
        let first = try #require(lines.firstIndex { $0.hasPrefix(start) }, "no line begins with \(start)")
        let last = start.hasSuffix(":") ? lines[first...].firstIndex(of: "") ?? lines.endIndex : first + 1
        return lines[first..<last]
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private static func rawValues<Role: RawRepresentable<String> & CaseIterable>(_ role: Role.Type) -> [String] {
        role.allCases.map(\.rawValue)
    }

    /// Where each word that a column may hold is explained.
    private static let explanations: [(start: String, words: [String])] = [
        ("The first part of an id", rawValues(ConceptKind.self)),
        ("| significance |", rawValues(Significance.self)),
        ("| side | anatomy", rawValues(Sidedness.self)),
        ("| chexpert |", rawValues(CheXpertLabel.self)),
        ("| part |", rawValues(DevicePart.self)),
        ("| relation |", rawValues(TipRelation.self)),
        ("| placement |", rawValues(Placement.self)),
        ("| laterality |", rawValues(Laterality.self)),
        ("Kinds of cue:", rawValues(CueKind.self)),
        ("`direction`:", rawValues(CueDirection.self)),
        ("| modifiers.tsv |", rawValues(Laterality.self)),
        ("| modifiers.tsv |", rawValues(Severity.self)),
        ("| modifiers.tsv |", rawValues(Size.self)),
        ("| modifiers.tsv |", rawValues(Change.self)),
        ("| modifiers.tsv |", rawValues(Placement.self)),
        ("| frames.tsv |", rawValues(Status.self)),
        ("Roles of connectives; a preposition, verb or determiner needs no example:", rawValues(ConnectiveRole.self)),
        ("| discourse.tsv |", rawValues(DiscourseRole.self)),
        ("| sections.tsv |", rawValues(Section.self)),
        ("| sections.tsv |", rawValues(HeadingScope.self)),
        ("Roles of words of where a device ends:", rawValues(TipWordRole.self)),
        ("| numbers.tsv |", rawValues(NumberKind.self)),
        ("| times.tsv |", rawValues(TimeRole.self)),
    ]

    @Test("explains every word that a column may hold, where it explains the column", arguments: explanations)
    func words(start: String, words: [String]) throws {
        let text = try passage(start).joined(separator: "\n")
        for word in words { #expect(text.contains("`\(word)`"), "\(start) does not explain \(word)") }
    }

    private static let tables: [(start: String, words: [String])] = explanations.filter {
        ["Kinds", "Roles"].contains($0.start.prefix(5))
    }

    @Test("has a row for each role, and none for a role that there is not", arguments: tables)
    func roles(start: String, words: [String]) throws {
        let explained = try passage(start).dropFirst(3).flatMap { Self.cells($0)[0].split(separator: ", ") }
        #expect(explained.map { $0.trimmingCharacters(in: ["`"]) }.sorted() == words.sorted())
    }

    @Test("lists each file of language/ with its columns, and no other")
    func language() {
        let listed = lines.map(Self.cells).filter { $0.count == 3 && $0[0].hasSuffix(".tsv") }.map { "\($0[0]): \($0[1])" }
        let files = TableSchema.all.flatMap(\.files).filter { $0.path.hasPrefix("language/") }
        #expect(listed.sorted() == files.map { "\($0.path.dropFirst(9)): \($0.columns.joined(separator: ", "))" }.sorted())
    }

    @Test("explains each column of concepts/ and terms/, and no other")
    func columns() {
        let tables = lines.indices.filter { lines[$0].hasPrefix("| column |") }.map { header in
            lines[(header + 2)...].prefix { $0.hasPrefix("|") }.flatMap {
                Self.cells($0)[0].split(separator: ", ").map(String.init)
            }
        }
        let schemas = [TableSchema.concepts, .placements, .levels, .labels, .reportParts, .related, .terms]
        #expect(tables.map(Set.init) == schemas.map { Set($0.columns) })
    }

    @Test("names every file of concepts/")
    func files() {
        let text = lines.joined(separator: "\n")
        for file in TableSchema.all.flatMap(\.files) where file.path.hasPrefix("concepts/") {
            #expect(text.contains("`\(file.path.dropFirst(9))`"), "\(file.path)")
        }
    }
}
