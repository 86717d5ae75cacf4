import ArgumentParser
import Hilum
import ReportEdits

struct DropsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drops", abstract: "How far each score drops at each kind of edit: which score sees which error?",
        discussion: """
            A drop is the score of a report against itself less that of the edited report against the original. Rows below a kind \
            are its pairs by the significance of the finding that was edited.
            """)

    @Argument(help: "JSONL with id, findings and impression, as openi export writes it.")
    var reports: String

    func run() throws {
        let hilum = try Hilum()
        var table = DropTable()
        for editor in try ReportFile(path: reports).editors {
            var readings: [String: (report: ReadReport, scores: MeasuredScores)] = [:]
            for pair in EditKind.allCases.flatMap(editor.edits) {
                let edited = ReadReport(pair.edited, hilum)
                let original =
                    readings[pair.original]
                    ?? {
                        let report = ReadReport(pair.original, hilum)
                        return (report, MeasuredScores(candidate: report, reference: report, hilum))
                    }()
                readings[pair.original] = original
                table.add(
                    pair.kind, touching: edited.gravestDifference(from: original.report),
                    MeasuredScores(candidate: edited, reference: original.report, hilum), original: original.scores)
            }
        }
        print(table.text)
    }
}
