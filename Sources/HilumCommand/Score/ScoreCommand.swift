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

    @Option(
        help: """
            What the rows are: report; vqa, answers to questions; grounding, boxes; classification, truths and probabilities of labels; \
            radgraph, annotations; crimson, evaluations.
            """)
    var task = ScoreTask.report

    @Option(
        help: ArgumentHelp(
            "Column of the references; of classification also the start of their columns' names.", valueName: "col"))
    var reference: String?

    @Option(help: ArgumentHelp("Column of the candidates; likewise.", valueName: "col"))
    var candidate: String?

    @Option(help: ArgumentHelp("Column of the evaluations that CRIMSON's judge wrote, as JSON.", valueName: "col"))
    var evaluation: String?

    @Option(
        help: ArgumentHelp(
            "What to write of reports, by commas: \(ScoreParts.allValueStrings.joined(separator: ", ")). (default: all)",
            valueName: "names"))
    var metrics: ScoreParts?

    @Option(
        help: ArgumentHelp(
            "What a label of -1 counts as: positive, negative or ignore. (default: positive; classification has none)",
            valueName: "word"))
    var uncertain: UncertainPolicy?

    @Option(
        help: ArgumentHelp(
            "Take the CheXpert labels of reference or candidate from a file such as CheXbert's; may be given for both.",
            valueName: "side=file"))
    var labels: [LabelFileChoice] = []

    @Option(
        help: ArgumentHelp(
            "Put the counts of a language model beside Hilum's, from what hilum judge run or parse has written.",
            valueName: "file"))
    var judge: String?

    @Option(
        help: ArgumentHelp(
            "Column of the types of questions. (default: closed where the answer is yes or no, else open)", valueName: "col"))
    var type: String?

    @Option(help: ArgumentHelp("What the four numbers of a box are: xyxy or xywh. (default: xyxy)", valueName: "word"))
    var boxFormat: Box.Format?

    @OptionGroup var references: ReferenceOptions

    @Option(help: "jsonl, csv or table, which is for people. (default: table on a terminal, else jsonl)")
    var format: Format?

    @Option(help: ArgumentHelp("Write means, spreads and intervals over all rows to a JSON file.", valueName: "file"))
    var summary: String?

    @Option(
        help: ArgumentHelp(
            "Write a page to read to an HTML file: summary, plots, and each pair with its errors in both texts and graphs.",
            valueName: "file"))
    var html: String?

    @OptionGroup var work: WorkOptions

    func validate() throws {
        try task.check(given)
        try references.check()
        guard judge != "-" else { throw ValidationError("--judge is a file, not standard input") }
        if judge != nil, let metrics, !metrics.parts.contains(.factuality) {
            throw ValidationError("--judge compares errors: add factuality to --metrics")
        }
        try OutputNames.check(["--summary": summary, "--html": html, "--output": work.output ?? "-"])
    }

    /// The columns of a task that needs both.
    var sides: (reference: String, candidate: String) {
        get throws {
            guard let reference, let candidate else {
                throw Defect(description: "--task \(task.rawValue) lets a column be missing")
            }
            return (reference, candidate)
        }
    }

    /// The options that depend on the task and were given.
    private var given: Set<TaskOption> {
        var given: Set<TaskOption> = []
        if reference != nil { given.insert(.reference) }
        if candidate != nil { given.insert(.candidate) }
        if metrics != nil { given.insert(.metrics) }
        if uncertain != nil { given.insert(.uncertain) }
        if !labels.isEmpty { given.insert(.labels) }
        if judge != nil { given.insert(.judge) }
        if html != nil { given.insert(.html) }
        if type != nil { given.insert(.type) }
        if boxFormat != nil { given.insert(.boxFormat) }
        if references.areGenerated { given.insert(.generateReferences) }
        if evaluation != nil { given.insert(.evaluation) }
        return given
    }

    func run() async throws {
        switch task {
        case .report: try await ReportTask.run(self)
        case .vqa: try await VQATask.run(self)
        case .grounding: try await GroundingTask.run(self)
        case .classification: try await ClassificationTask.run(self)
        case .radgraph: try await RadGraphTask.run(self)
        case .crimson: try await CRIMSONTask.run(self)
        }
    }
}

extension UncertainPolicy: ExpressibleByArgument {}
extension Box.Format: ExpressibleByArgument {}
