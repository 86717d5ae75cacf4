import Foundation
import Hilum
import Testing

/// A report written for this project, with what a radiologist reads in it: one line of Fixtures/reports/*.jsonl.
struct ReportFixture: Decodable, Sendable, CustomTestStringConvertible {
    struct Expectation: Decodable, Sendable {
        var concept: String
        var status: Status
        var laterality: Laterality?
        var sites: [String]?
        var severity: Severity?
        var size: Size?
        var change: Change?
        var measurement: String?
        var count: Int?
        var tip: [String]?
        var placement: Placement?
    }

    struct Mention: Decodable, Hashable, Sendable {
        var concept: String
        var reason: UnassertedReason
    }

    var id: String
    var style: String
    var text: String
    var observations: [Expectation]
    var unasserted: [Mention]?
    /// Why the present extractor cannot read the report rightly; the fixture is then a known issue.
    var beyond: String?

    var testDescription: String { id }
}

/// The folders and files of fixtures, found from the place of this source file.
enum Fixtures {
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = repository.appending(path: "Fixtures")

    /// All reports, by file name and line. Empty if the folder cannot be read, which a test of its own reports.
    static let reports: [ReportFixture] = reportFiles.flatMap { lines(of: $0, as: ReportFixture.self) }

    static var reportFiles: [URL] {
        let reports = folder.appending(path: "reports")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: reports.path)) ?? []
        return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { reports.appending(path: $0) }
    }

    /// The lines of a file that hold; `lineCount` tells whether all did.
    static func lines<Line: Decodable>(of file: URL, as type: Line.Type) -> [Line] {
        rawLines(of: file).compactMap { try? JSONDecoder().decode(type, from: $0) }
    }

    static func rawLines(of file: URL) -> [Data] {
        ((try? Data(contentsOf: file)) ?? Data()).split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }

    /// With the tables of the source tree, so that an edited row is tested before it is compiled.
    static let hilum: Result<Hilum, any Error> = Result {
        Hilum(ontology: try Ontology(tables: repository.appending(path: "Ontology").path))
    }
}
