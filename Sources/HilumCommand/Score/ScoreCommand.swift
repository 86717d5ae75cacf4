import ArgumentParser
import Hilum

struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Scores candidates against references: reports, or what --task names.",
        discussion: """
            kg.reward, green and crimson are better the higher they are (up to 1); of errors fewer are better. A blank report is scored \
            like any other. Where much of a text was not understood (its coverage is low), a warning says so.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case jsonl, csv, table
    }

    @OptionGroup var input: InputOptions

    @Option(help: "What the rows are.")
    var task = ScoreTask.report

    @Option(help: ArgumentHelp("Column of the references.", valueName: "col"))
    var reference: String?

    @Option(help: ArgumentHelp("Column of the candidates.", valueName: "col"))
    var candidate: String?

    @Option(
        help: ArgumentHelp(
            "What to write of reports, by commas: \(ScoreParts.allValueStrings.joined(separator: ", ")). (default: all)",
            valueName: "names"))
    var metrics: ScoreParts?

    @Option(help: "jsonl, csv or table, which is for people. (default: table on a terminal, else jsonl)")
    var format: Format?

    @Option(help: ArgumentHelp("Write means, spreads and intervals over all rows to a JSON file.", valueName: "file"))
    var summary: String?

    @OptionGroup var work: WorkOptions

    func validate() throws {
        try task.check(given)
        let output = work.output ?? "-"
        if let summary, summary == "-" ? output == "-" : output != "-" && OutputFile.isSame(summary, output) {
            throw ValidationError("--summary and --output name the same file")
        }
    }

    /// The options that depend on the task and were given.
    private var given: Set<TaskOption> {
        var given: Set<TaskOption> = []
        if reference != nil { given.insert(.reference) }
        if candidate != nil { given.insert(.candidate) }
        if metrics != nil { given.insert(.metrics) }
        return given
    }

    func run() async throws {
        switch task {
        case .report: try await ReportTask.run(self)
        }
    }
}
