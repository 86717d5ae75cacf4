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
        var edits = DropTable()
        var planted = DropTable()
        var orders = MeasuredScore.allCases.map(DangerOrder.init)
        for editor in try ReportFile(path: reports).editors {
            for edit in ScoredEdit.score(EditKind.allCases.flatMap(editor.edits), hilum) { edits.add(edit) }
            for finding in PlantedFinding.allCases {
                guard let report = PlantedReport(finding, in: editor) else { continue }
                let scored = ScoredEdit.score(PlantedReport.kinds.flatMap(report.edits), hilum)
                for edit in scored { planted.add(edit) }
                guard finding.isUrgent else { continue }
                for index in orders.indices { orders[index].add(scored) }
            }
        }
        let verdicts = zip(MeasuredScore.allCases, orders).map { score, order in
            (score, DropVerdict(of: score, edits: edits, planted: planted, order: order))
        }
        print(
            """
            Reports as they are, edited

            \(edits.text(of: EditKind.allCases))

            The same findings put into reports that do not speak of them, then edited

            \(planted.text(of: PlantedReport.kinds))

            \(DropTable.heading(""))
            \(DropVerdict.text(verdicts.map(\.1)))
            """)
        guard verdicts.allSatisfy({ $0 != .reward || $1.isGood }) else {
            print("\nThe reward does not see every kind of error, rank them by danger, and leave other wordings alone.")
            throw ExitCode(1)
        }
    }
}
