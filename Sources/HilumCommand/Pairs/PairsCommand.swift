import ArgumentParser
import Hilum

struct PairsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pairs", abstract: "Makes preference pairs for DPO from several candidates a prompt.",
        discussion: """
            Candidates stand as a JSON list in one column (--candidates), or in a row each with the prompt's name in common (--group and \
            --candidate); such rows have to follow one another, or all of them are kept in memory (--unsorted). Each is scored against the \
            reference by kg.reward, 0 to 1. Candidates that say the same, in words or as a graph, count once; so does the same pair for \
            the same prompt and images. One JSON object a pair: prompt, chosen, rejected, image_ids, task_name, the rewards and the reason.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var source: PairSource

    @Option(help: "The least difference of reward within a pair.")
    var margin = 0.1

    // Given scores may be below 0: `--min-quality -5`.
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The least reward of the chosen candidate.", valueName: "reward"))
    var minQuality = 0.5

    @Option(
        help: ArgumentHelp("The most pairs of a prompt: best against worst first, then the next widest margins.", valueName: "n"))
    var perPrompt = 1

    @Option(help: "trl or chexpo, where the prompt is called question.")
    var format = PreferenceJSON.Dialect.trl

    @Option(help: ArgumentHelp("Columns to repeat in the output, as they are.", valueName: "col,…"))
    var keep: ColumnList?

    @Option(help: ArgumentHelp("Write the prompts that give no pair to a JSONL file, with the reason.", valueName: "file"))
    var skipped: String?

    @OptionGroup var work: WorkOptions

    func validate() throws {
        guard margin.isFinite, margin >= 0 else { throw ValidationError("--margin has to be 0 or more") }
        guard minQuality.isFinite else { throw ValidationError("--min-quality has to be a number") }
        guard perPrompt >= 1 else { throw ValidationError("--per-prompt has to be 1 or more") }
        if source.group != nil, input.id != nil { throw ValidationError("give either --id or --group, which names the prompts") }
        let own = PreferenceJSON(dialect: format).keys
        if let taken = keep?.names.first(where: own.contains) {
            throw ValidationError("--keep \(taken): the output has a value of that name of its own")
        }
        if let skipped, skipped == "-" || work.output.map({ OutputFile.isSame(skipped, $0) }) ?? false {
            throw ValidationError("--skipped and --output name the same file")
        }
    }

    func run() async throws {
        let reader = try input.open()
        let columns = try source.columns(among: reader.columns)
        let kept = PassedColumns.named(keep?.names ?? [])
        if source.group == nil {
            try input.select(columns.names, structured: columns.structured, passing: kept, of: reader)
        } else {
            try reader.select(columns.names, structured: columns.structured, passing: kept)
        }
        let hilum = Hilum(ontology: try work.ontology.open())
        let output = try OutputFile(path: work.output, input: input.input)
        let skippedFile = try skipped.map { try OutputFile(path: $0, input: input.input) }
        output.outlivesReader = skippedFile != nil
        Interruption.removesTemporaryFiles(of: [output, skippedFile].compactMap(\.self))

        let selection = PairSelection(margin: margin, minimumQuality: minQuality, most: perPrompt)
        let maker = PairMaker(hilum: hilum, selection: selection)
        var prompts = try PromptReader(reader: reader, columns: columns, isUnsorted: source.unsorted)
        var ledger = PairLedger(json: PreferenceJSON(dialect: format))
        try await RowPipeline(reader: reader, output: output, options: work).run(
            next: { try prompts.next() }, size: \.size, work: { maker.pairs(of: $0) },
            deliver: { piece in
                let lines = ledger.add(piece)
                try skippedFile?.write(lines.skipped)
                try output.write(lines.pairs)
            })
        try output.finish()
        try skippedFile?.finish()
        if !work.quiet { StandardError.write(ledger.account) }
    }
}

extension PreferenceJSON.Dialect: ExpressibleByArgument {}

/// Which columns hold what pairs are made of.
struct PairSource: ParsableArguments {
    @Option(help: ArgumentHelp("Column with a JSON list of the candidates. (default: candidates)", valueName: "col"))
    var candidates: String?

    @Option(help: ArgumentHelp("Column that names the prompt, where it has several rows.", valueName: "col"))
    var group: String?

    @Option(help: ArgumentHelp("Column of the candidate, where each has a row.", valueName: "col"))
    var candidate: String?

    @Flag(help: "Let the rows of a prompt stand anywhere; keeps the whole input in memory.")
    var unsorted = false

    @Option(help: ArgumentHelp("Column of the reference. (default: solution, or reference)", valueName: "col"))
    var reference: String?

    @Option(
        help: ArgumentHelp(
            "Column of scores to use instead, a JSON list or one a row; without a reference there is no reason.", valueName: "col"
        ))
    var scores: String?

    @Option(
        help: ArgumentHelp(
            "Column of the prompt, a text or a chat. (default: prompt, or question, if there is one)", valueName: "col"))
    var prompt: String?

    @Option(
        help: ArgumentHelp(
            "Column of the image ids, a JSON list or one id. (default: image_ids, if there is one)", valueName: "col"))
    var images: String?

    @Option(help: ArgumentHelp("Column of the task's name. (default: task_name, if there is one)", valueName: "col"))
    var task: String?

    func validate() throws {
        if candidates != nil, group != nil || candidate != nil {
            throw ValidationError("give either --candidates, or --group and --candidate")
        }
        if (group == nil) != (candidate == nil) { throw ValidationError("--group and --candidate go together") }
        if unsorted, group == nil { throw ValidationError("--unsorted goes with --group") }
    }

    /// - Parameter available: the columns of the input.
    func columns(among available: [String]) throws -> PromptColumns {
        func standard(_ names: String...) -> String? { names.first(where: available.contains) }
        let layout: PromptColumns.Layout
        if let group, let candidate {
            layout = .rows(group: group, candidate: candidate)
        } else {
            layout = .list(column: candidates ?? "candidates")
        }
        let reference = reference ?? standard("solution", "reference")
        if reference == nil, scores == nil {
            throw UsageError(
                description: "name the column of the reference with --reference, or that of given scores with --scores; "
                    + NameList(available).columns)
        }
        return PromptColumns(
            layout: layout, reference: reference, scores: scores, prompt: prompt ?? standard("prompt", "question"),
            images: images ?? standard("image_ids"), task: task ?? standard("task_name"))
    }
}
