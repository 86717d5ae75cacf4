import Foundation
import Hilum
import Testing

/// A line of Fixtures/pairs.jsonl: two reports written for this project, and the errors that a radiologist finds in the second.
struct PairFixture: Decodable, Sendable, CustomTestStringConvertible {
    struct ExpectedError: Decodable, Sendable {
        var category: ErrorCategory
        var significant: Bool
        /// The identifier of its concept.
        var finding: String
    }

    var id: String
    var reference: String
    var candidate: String
    var errors: [ExpectedError]
    var note: String
    /// What a reward for training must do here, and its lowest and highest value.
    var behaviour: String?
    var reward: [Double]?
    /// Why the present scorer cannot judge the pair rightly; the fixture is then a known issue.
    var beyond: String?

    var testDescription: String { behaviour.map { "\(id) (\($0))" } ?? id }
}

@Suite("Pairs written for this project are judged as a radiologist judges them")
struct PairFixtureTests {
    static let file = Fixtures.folder.appending(path: "pairs.jsonl")
    static let pairs = Fixtures.lines(of: file, as: PairFixture.self)

    let hilum: Hilum

    init() throws {
        hilum = try Fixtures.hilum.get()
    }

    @Test("A candidate has just the errors that it has, significant where they matter", arguments: pairs)
    func errors(_ pair: PairFixture) {
        let expected = pair.errors.map { error in
            ErrorLine(
                category: error.category, isSignificant: error.significant,
                finding: hilum.ontology.concept(error.finding)?.name ?? error.finding)
        }
        let found = hilum.score(candidate: pair.candidate, reference: pair.reference).factuality.errors.map { error in
            ErrorLine(category: error.category, isSignificant: error.isSignificant, finding: error.finding)
        }
        if let reason = pair.beyond {
            withKnownIssue(Comment(rawValue: reason)) { #expect(found.sorted() == expected.sorted()) }
        } else {
            #expect(found.sorted() == expected.sorted(), "\(pair.note)")
        }
    }

    @Test("A reward for training does what it must", arguments: pairs.filter { $0.reward != nil })
    func reward(_ pair: PairFixture) throws {
        let bounds = try #require(pair.reward)
        try #require(bounds.count == 2 && bounds[0] <= bounds[1])
        let reward = hilum.score(candidate: pair.candidate, reference: pair.reference).kg.reward
        #expect((bounds[0]...bounds[1]).contains(reward))
    }

    @Test("A report compared with itself has no error and full marks", arguments: Fixtures.reports)
    func identity(_ fixture: ReportFixture) {
        let score = hilum.score(candidate: fixture.text, reference: fixture.text)
        #expect(score.factuality.errors.isEmpty)
        #expect(score.kg.reward == 1 && score.kg.f1 == 1 && score.green == 1)
    }

    @Test("There are at least 30 pairs, all readable, over all six categories and six behaviours")
    func extent() {
        #expect(Self.pairs.count >= 30 && Self.pairs.count == Fixtures.rawLines(of: Self.file).count)
        #expect(Set(Self.pairs.map(\.id)).count == Self.pairs.count)
        #expect(Set(Self.pairs.flatMap(\.errors).map(\.category)) == Set(ErrorCategory.allCases))
        #expect(Set(Self.pairs.compactMap(\.behaviour)).count == 6)
        for error in Self.pairs.flatMap(\.errors) { #expect(hilum.ontology.concept(error.finding) != nil, "\(error.finding)") }
    }
}

/// What an error is about, without its words.
struct ErrorLine: Hashable, Comparable, CustomStringConvertible {
    var category: ErrorCategory
    var isSignificant: Bool
    var finding: String?

    static func < (left: ErrorLine, right: ErrorLine) -> Bool { left.description < right.description }

    var description: String {
        "\(isSignificant ? "significant" : "insignificant") \(category.rawValue) of \(finding ?? "the report")"
    }
}
