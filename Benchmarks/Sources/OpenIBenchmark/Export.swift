import ArgumentParser
import Foundation
import HilumOpenI

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the development reports as JSONL or CSV.",
        discussion: """
            Columns: id, indication, comparison, findings, impression, text (findings and impression), mesh (the manual codes; in CSV
            separated by semicolons). The reports that are held out for the last measurement are left out.
            """)

    @Argument(help: "The file to write; .csv gives CSV, anything else JSONL.")
    var output: String

    @OptionGroup var collection: CollectionOptions

    @Flag(help: "Every report, held-out ones too, as id and text without codes: to look for crashes, not for results.")
    var allBlind = false

    func run() throws {
        let reports = try OpenIReport.reports(in: collection.xml)
        let rows = allBlind ? reports.map(ExportedReport.init(blind:)) : reports.forDevelopment.map(ExportedReport.init(_:))
        let text = try output.hasSuffix(".csv") ? CSVTable.text(of: rows) : lines(of: rows)
        do {
            try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw FileError(description: "\(output): cannot be written: no such folder, or no permission")
        }
        FileHandle.standardError.write(Data("\(rows.count) reports -> \(output)\n".utf8))
    }

    private func lines(of rows: [ExportedReport]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try rows.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
    }
}
