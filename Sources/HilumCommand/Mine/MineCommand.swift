import ArgumentParser
import Hilum

struct MineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mine", abstract: "Picks the hard examples out of scored candidates, stratified.",
        discussion: """
            A row is hard where its candidate is wrong: its reward (kg.reward, 0 to 1; of an answer 1 or 0) is below --below; of several \
            candidates, where any is. With --significant also where a candidate makes a clinically significant error, with --confidence \
            where that is low. A sample has the strata in the proportions of the input, the hardest rows of each first; what a stratum \
            lacks is taken from the others. The hard rows come with all their columns, a reward and why; strata are counted on standard \
            error. The first rows of a sample are a sample, so that those of several sizes lie within one another.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var source: MineSource

    @Option(help: ArgumentHelp("A reward below it is wrong.", valueName: "reward"))
    var below = 0.5

    @Flag(help: "Count a clinically significant error as hard, whatever the reward. Reports only.")
    var significant = false

    @Option(help: ArgumentHelp("A confidence below it is low.", valueName: "value"))
    var belowConfidence = 0.5

    @Option(
        help: ArgumentHelp(
            "Columns whose values make the strata. (default: of reports the CheXpert label and the category of the gravest error)",
            valueName: "col,…"))
    var stratify: ColumnList?

    @Option(
        help: ArgumentHelp(
            "How many rows; several sizes make a file each, OUTPUT-SIZE. (default: all hard ones)", valueName: "n,…"))
    var size: SizeList?

    @Flag(help: "Take rows of a stratum by chance instead of the hardest first.")
    var random = false

    @Option(help: ArgumentHelp("Of --random: the same seed takes the same rows. (default: 0)", valueName: "n"))
    var seed: UInt64?

    @OptionGroup var work: WorkOptions

    func validate() throws {
        guard below.isFinite, belowConfidence.isFinite else {
            throw ValidationError("--below and --below-confidence have to be numbers")
        }
        if significant, !source.hasReports { throw ValidationError("--significant needs reports: a reference and candidates") }
        if seed != nil, !random { throw ValidationError("--seed goes with --random") }
        if random, size == nil { throw ValidationError("--random goes with --size; without, all hard rows are taken") }
        if let size, size.sizes.count > 1, work.output == nil || work.output == "-" {
            throw ValidationError("several sizes need --output FILE, which gives the files their names")
        }
    }

    func run() async throws {
        let reader = try input.open()
        let columns = source.columns(among: reader.columns, stratify: stratify?.names)
        try input.select(
            columns.names, structured: columns.structured, passing: .all(except: HardExampleJSON.keys), of: reader)
        let policy = HardnessPolicy(
            threshold: below, countsSignificantErrors: significant,
            leastConfidence: source.confidence == nil ? nil : belowConfidence)
        let hilum = Hilum(ontology: try work.ontology.open())
        let assessor = RowAssessor(hilum: hilum, columns: columns, policy: policy, input: reader.name)
        let outputs = try (size?.paths(beside: work.output) ?? [work.output]).map { try OutputFile(path: $0, input: input.input) }
        Interruption.removesTemporaryFiles(of: outputs)

        var collection = HardRowCollection(keepsLines: size != nil)
        try await RowPipeline(reader: reader, output: outputs[0], options: work).run(
            work: { assessor.assess($0) }, bytes: { try collection.add($0) })
        if let size {
            let order = collection.sample.order(random ? .random(seed: seed ?? 0) : .hardestFirst, count: size.sizes.last ?? 0)
            for (size, output) in zip(size.sizes, outputs) {
                for index in order.prefix(size) { try output.write(collection.lines[index]) }
            }
            if !work.quiet { StandardError.write(MineAccount.text(collection, sizes: size.sizes, order: order)) }
        } else if !work.quiet {
            StandardError.write(MineAccount.text(collection, sizes: [], order: []))
        }
        for output in outputs { try output.finish() }
        if !work.quiet, let text = collection.warning.text { StandardError.write(text) }
    }
}

/// What the rows hold.
struct MineSource: ParsableArguments {
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case report, vqa
    }

    @Option(help: "report, or vqa: answers, right if they name any item of the reference.")
    var task = Kind.report

    @Option(help: ArgumentHelp("Column of the reference. (default: solution, or reference)", valueName: "col"))
    var reference: String?

    @Option(help: ArgumentHelp("Column of the candidate.", valueName: "col"))
    var candidate: String?

    @Option(help: ArgumentHelp("Column with a JSON list of candidates.", valueName: "col"))
    var candidates: String?

    @Option(help: ArgumentHelp("Column of the model's confidence, a number.", valueName: "col"))
    var confidence: String?

    var hasCandidates: Bool { candidate != nil || candidates != nil }
    var hasReports: Bool { hasCandidates && task == .report }

    func validate() throws {
        if candidate != nil, candidates != nil { throw ValidationError("give either --candidate or --candidates") }
        guard hasCandidates || confidence != nil else {
            throw ValidationError("say what is hard: give --candidate, --candidates or --confidence")
        }
    }

    /// - Parameter available: the columns of the input.
    func columns(among available: [String], stratify: [String]?) -> MineColumns {
        let standard = ["solution", "reference"].first(where: available.contains) ?? "reference"
        return MineColumns(
            task: task, reference: hasCandidates ? reference ?? standard : nil, candidate: candidate ?? candidates,
            isList: candidates != nil, confidence: confidence, strata: stratify)
    }
}

/// The value of `--size`: `1000,2000`.
struct SizeList: ExpressibleByArgument, Sendable {
    /// The smallest first, each once.
    let sizes: [Int]

    init?(argument: String) {
        let sizes = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard sizes.allSatisfy({ $0 > 0 }) else { return nil }
        self.sizes = Set(sizes).sorted()
    }

    /// Where each sample goes: `hard.jsonl` makes `hard-1000.jsonl`, unless there is but one.
    func paths(beside output: String?) -> [String?] {
        guard sizes.count > 1, let output else { return [output] }
        let start = output.lastIndex(of: "/").map { output.index(after: $0) } ?? output.startIndex
        let dot = output[start...].lastIndex(of: ".").flatMap { $0 > start ? $0 : nil } ?? output.endIndex
        return sizes.map { "\(output[..<dot])-\($0)\(output[dot...])" }
    }
}
