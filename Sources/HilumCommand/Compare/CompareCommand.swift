import ArgumentParser
import Hilum

struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Compares systems by the scores of the same reports.",
        discussion: """
            Each file holds one system's scores, as 'hilum score' wrote them or in any table with columns of numbers; with --reference and \
            --candidate it holds reports, which are scored first. Rows pair by id. Of each metric you get both means and their difference \
            with bootstrap intervals, p by paired randomisation (exact where 16 reports or fewer differ), and p after Holm's correction over \
            all tests of the run, by which the verdict goes.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json
    }

    @Argument(help: "The baseline, then one or more others: CSV, TSV or JSONL files; - for standard input.")
    var files: [String]

    @OptionGroup var rows: RowOptions

    @Option(help: ArgumentHelp("Column of the reference reports, to score first.", valueName: "col"))
    var reference: String?

    @Option(help: ArgumentHelp("Column of the candidate reports, to score first.", valueName: "col"))
    var candidate: String?

    @Option(
        help: ArgumentHelp(
            """
            Which columns to compare, by commas, or parts of a score, such as kg; chexpert_f1_micro_14 and the like are read off the labels; all for every \
            column of numbers. (default: the scores of 'hilum score', else all)
            """,
            valueName: "names"))
    var metrics: String?

    @Option(
        name: .customLong("lower-is-better"),
        help: ArgumentHelp("Columns of your own of which less is better, by commas.", valueName: "names"))
    var lowerIsBetter: String?

    @Option(help: ArgumentHelp("How many resamples to draw.", valueName: "n"))
    var resamples = PairedResampling.standardResamples

    @Option(help: ArgumentHelp("The level of the tests; the intervals have 1 − alpha.", valueName: "share"))
    var alpha = 0.05

    @Option(help: ArgumentHelp("Of the random numbers; the same seed gives the same result.", valueName: "n"))
    var seed = PairedResampling.standardSeed

    @Flag(help: "Compare the reports that all files have, and leave out the others.")
    var common = false

    @Flag(help: "Compare scores that were made with different versions, ontologies or policies.")
    var allowDifferentSignatures = false

    @Option(help: "table, which is for people, or json. (default: table on a terminal, else json)")
    var format: Format?

    @OptionGroup var work: WorkOptions

    private static let mostResamples = 1_000_000

    func validate() throws {
        guard files.count > 1 else { throw ValidationError("name two files or more: the baseline, and what to compare with it") }
        guard files.count(where: { $0 == "-" }) < 2 else { throw ValidationError("standard input can be read only once") }
        guard (reference == nil) == (candidate == nil) else { throw ValidationError("--reference and --candidate go together") }
        if let metrics, Self.names(metrics).isEmpty { throw ValidationError("--metrics names no column") }
        guard (1...Self.mostResamples).contains(resamples) else {
            throw ValidationError("--resamples has to be from 1 to \(Self.mostResamples)")
        }
        guard alpha > 0, alpha < 1 else { throw ValidationError("--alpha has to be above 0 and below 1") }
    }

    func run() async throws {
        if let path = work.output, path != "-", files.contains(where: { $0 != "-" && OutputFile.isSame($0, path) }) {
            throw OutputError.isInput(path: path)
        }
        let output = try OutputFile(path: work.output)
        Interruption.removesTemporaryFiles(of: [output])
        let plan = try ComparisonPlan(try await systems(for: output), options: options)
        let comparison = plan.comparison(from: try await plan.draws(threads: work.threadCount))
        if format ?? (output.isTerminal ? .table : .json) == .table {
            try output.write(Array(ComparisonTable(comparison).text.utf8))
        } else {
            var json = JSONWriter()
            ComparisonJSON.append(comparison, to: &json)
            json.newline()
            try output.write(json.bytes)
        }
        try output.finish()
    }

    private var options: ComparisonOptions {
        var options = ComparisonOptions()
        options.metrics =
            switch metrics.map(Self.names) {
            case nil: .standard
            case ["all"]: .all
            case .some(let names): ComparedMetric.Selection(names: names)
            }
        options.lowerIsBetter = Set(lowerIsBetter.map(Self.names) ?? [])
        options.resamples = resamples
        options.seed = seed
        options.alpha = alpha
        options.onlyCommon = common
        options.allowsDifferentSignatures = allowDifferentSignatures
        return options
    }

    /// The words between commas, each once.
    private static func names(_ list: String) -> [String] {
        list.split(separator: ",").map(String.init).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func systems(for output: OutputFile) async throws -> [ScoredReports] {
        guard let reference, let candidate else {
            return try files.map { try ScoredReports(path: $0, format: rows.inputFormat, id: rows.id) }
        }
        let scorer = PairFileScorer(
            reference: reference, candidate: candidate, rows: rows, parts: options.metrics.parts,
            work: work, output: output)
        return try await scorer.scores(of: files)
    }
}
