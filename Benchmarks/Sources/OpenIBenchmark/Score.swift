import ArgumentParser
import Foundation
import HilumOpenI

struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Scores coded reports against the manual coding of the development reports.",
        discussion: """
            Prints precision, recall and F1 of 26 labels, micro and macro F1, how often side, severity and site agree on \
            the labels that both have, and F1 over (label, site, side).
            """)

    @Argument(help: #"JSONL with {"id": "CXR1", "mesh": ["Cardiomegaly/mild"]} a line, as hilum extract --format mesh gives."#)
    var coded: String

    @OptionGroup var collection: CollectionOptions

    @Flag(help: "Print one JSON object with unrounded figures.")
    var json = false

    func run() throws {
        let gold = try OpenIReport.reports(in: collection.xml).forDevelopment
        let predicted = try CodedReports(file: coded).codes
        let missing = gold.count { predicted[$0.id] == nil }
        if missing > 0 {
            let warning = "\(coded): \(missing) of \(gold.count) reports are not there and count as having no code\n"
            FileHandle.standardError.write(Data(warning.utf8))
        }
        let figures = Figures(Evaluation(gold: gold, predicted: predicted))
        print(try json ? figures.json() : figures.table)
    }
}
