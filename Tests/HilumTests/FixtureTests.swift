import Foundation
import Hilum
import Testing

@Suite("Reports written for this project are read as a radiologist reads them")
struct FixtureTests {
    let hilum: Hilum

    init() throws {
        hilum = try Fixtures.hilum.get()
    }

    @Test("What is stated in a report, and nothing else, is extracted", arguments: Fixtures.reports)
    func extraction(_ fixture: ReportFixture) throws {
        let reading = try FixtureReading(of: fixture, hilum: hilum)
        if let reason = fixture.beyond {
            withKnownIssue(Comment(rawValue: reason)) { reading.check() }
        } else {
            reading.check()
        }
    }

    @Test("Over all reports, those beyond the extractor included, nearly all findings and attributes are right")
    func corpus() throws {
        var findings = Agreement()
        var attributes = Agreement()
        for fixture in Fixtures.reports {
            let reading = try FixtureReading(of: fixture, hilum: hilum)
            findings.add(reading.findings)
            attributes.add(reading.attributes)
        }
        #expect(findings.precision >= 0.95 && findings.recall >= 0.95, "findings: \(findings)")
        #expect(attributes.precision >= 0.9 && attributes.recall >= 0.9, "attributes: \(attributes)")
    }

    @Test("Every line of every file can be read", arguments: Fixtures.reportFiles)
    func format(_ file: URL) throws {
        let lines = Fixtures.rawLines(of: file)
        #expect(!lines.isEmpty)
        for (index, line) in lines.enumerated() {
            #expect(throws: Never.self, "\(file.lastPathComponent):\(index + 1)") {
                try JSONDecoder().decode(ReportFixture.self, from: line)
            }
        }
    }

    @Test("There are at least 48 reports, each with an identifier of its own")
    func identifiers() {
        #expect(Fixtures.reports.count >= 48)
        #expect(Set(Fixtures.reports.map(\.id)).count == Fixtures.reports.count)
    }

    @Test("The README says how many reports there are, and how many are beyond the extractor")
    func readme() throws {
        let readme = try String(contentsOf: Fixtures.repository.appending(path: "README.md"), encoding: .utf8)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let beyond = Fixtures.reports.count { $0.beyond != nil }
        #expect(readme.contains("Of the \(Fixtures.reports.count) reports in Fixtures/, \(beyond) are read otherwise"))
    }

    @Test("A fixture names only concepts and sites that the ontology has", arguments: Fixtures.reports)
    func concepts(_ fixture: ReportFixture) {
        for concept in fixture.observations.map(\.concept) + (fixture.unasserted ?? []).map(\.concept) {
            #expect(hilum.ontology.concept(concept)?.kind.isObservable == true, "\(concept)")
        }
        for site in fixture.observations.flatMap({ ($0.sites ?? []) + ($0.tip ?? []) }) {
            let name = site.split(separator: " ").last.map(String.init) ?? ""
            #expect(hilum.ontology.concept(name)?.kind == .anatomy, "\(site)")
        }
    }
}

/// What was extracted from a fixture's report beside what was expected.
struct FixtureReading {
    let fixture: ReportFixture
    let expected: Set<FixtureStatement>
    let found: Set<FixtureStatement>
    let mentions: Set<ReportFixture.Mention>

    init(of fixture: ReportFixture, hilum: Hilum) throws {
        let ontology = hilum.ontology
        let graph = hilum.extract(fixture.text)
        self.fixture = fixture
        expected = FixtureStatement.merge(try fixture.observations.map { try FixtureStatement($0, ontology: ontology) })
        found = FixtureStatement.merge(graph.observations.map { FixtureStatement($0, ontology: ontology) })
        mentions = Set(graph.unasserted.map { .init(concept: ontology[$0.concept].identifier, reason: $0.reason) })
    }

    /// Agreement on which findings are stated, and how.
    var findings: Agreement {
        Agreement(expected: Set(expected.map(\.finding)), found: Set(found.map(\.finding)))
    }

    /// Agreement on the attributes of the findings.
    var attributes: Agreement {
        func facts(_ statements: Set<FixtureStatement>) -> Set<String> {
            Set(statements.flatMap { statement in statement.attributes.map { "\(statement.finding) \($0)" } })
        }
        return Agreement(expected: facts(expected), found: facts(found))
    }

    func check() {
        let missing = expected.subtracting(found).map(\.description).sorted()
        let surplus = found.subtracting(expected).map(\.description).sorted()
        #expect(
            missing.isEmpty && surplus.isEmpty,
            "missing \(missing), surplus \(surplus); findings \(findings), attributes \(attributes)")
        let unheeded = Set(fixture.unasserted ?? []).subtracting(mentions)
        #expect(unheeded.isEmpty, "mentioned, not asserted")
    }
}

/// How far what was found agrees with what was expected.
struct Agreement: CustomStringConvertible {
    private(set) var common = 0, expected = 0, found = 0

    init() {}

    init(expected: Set<String>, found: Set<String>) {
        common = expected.intersection(found).count
        self.expected = expected.count
        self.found = found.count
    }

    mutating func add(_ other: Agreement) {
        common += other.common
        expected += other.expected
        found += other.found
    }

    var precision: Double { found == 0 ? 1 : Double(common) / Double(found) }
    var recall: Double { expected == 0 ? 1 : Double(common) / Double(expected) }

    var description: String {
        "precision \((precision * 1000).rounded() / 1000), recall \((recall * 1000).rounded() / 1000)"
    }
}
