import ArgumentParser
import Hilum
import ReportEdits

struct DropsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drops", abstract: "How far each score drops at each kind of edit: which score sees which error?",
        discussion: """
            A drop is the score of a report against itself less that of the edited report against the original. Rows below a kind \
            are its pairs by the significance of the finding that was edited; `seen` is the share of pairs in which the reward \
            drops. Exit status 1 if the reward does not see every kind of error, does not rank errors by danger, or charges for \
            other wordings.
            """)

    @Argument(help: "JSONL with id, findings and impression, as openi export writes it.")
    var reports: String

    func run() throws {
        let hilum = try Hilum()
        let measurement = DropMeasurement(hilum)
        var edits = DropTable()
        var planted = DropTable()
        for editor in try ReportFile(path: reports).editors {
            measurement.add(EditKind.allCases.flatMap(editor.edits), to: &edits)
            for finding in PlantedFinding.allCases {
                guard let report = PlantedReport(finding, in: editor) else { continue }
                measurement.add(PlantedReport.kinds.flatMap(report.edits), to: &planted)
            }
        }
        let verdicts = MeasuredScore.allCases.map { DropVerdict(of: $0, edits: edits, planted: planted) }
        print(
            """
            Reports as they are, edited

            \(edits.text(of: EditKind.allCases))

            The same findings put into reports that do not speak of them, then edited

            \(planted.text(of: PlantedReport.kinds))

            \(DropTable.heading(""))
            \(DropVerdict.text(verdicts))
            """)
        guard DropVerdict(of: .reward, edits: edits, planted: planted).isGood else {
            print("\nThe reward does not see every kind of error, rank them by danger, and leave other wordings alone.")
            throw ExitCode(1)
        }
    }
}

/// Scores reports and their edits.
private struct DropMeasurement {
    private let hilum: Hilum

    init(_ hilum: Hilum) {
        self.hilum = hilum
    }

    /// - Parameter pairs: most of them of the same original, which is read once.
    func add(_ pairs: [EditedReport], to table: inout DropTable) {
        var originals: [String: (report: ReadReport, scores: MeasuredScores)] = [:]
        for pair in pairs {
            let original = originals[pair.original] ?? read(pair.original)
            originals[pair.original] = original
            let edited = ReadReport(pair.edited, hilum)
            table.add(
                pair.kind, touching: edited.gravestDifference(from: original.report),
                MeasuredScores(candidate: edited, reference: original.report, hilum), original: original.scores)
        }
    }

    private func read(_ text: String) -> (report: ReadReport, scores: MeasuredScores) {
        let report = ReadReport(text, hilum)
        return (report, MeasuredScores(candidate: report, reference: report, hilum))
    }
}
