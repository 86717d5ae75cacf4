import ArgumentParser
import Hilum

struct RewardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reward", abstract: "Rewards completions against solutions, line by line, for a training loop.",
        discussion: """
            Reads {"completion", "solution"} a line and answers with {"reward", "answer", "kg", "format", …} at once, so that a training \
            loop may keep it running. {"completions": […], "solution"} is a group, which is answered with {"rewards", "results"}. Texts \
            may reason and answer: <think>…</think><answer>…</answer>. A line that cannot be served is answered with {"error", "line"}.
            """)

    @Argument(help: "A JSONL file; - for standard input.")
    var input = "-"

    @Option(help: "hilum, by concept and danger; chexpo or chexpo-f1, by the words. (default: hilum; with --graphs chexpo)")
    var mode: RewardMode?

    @Flag(help: "Read {\"prediction\": graph, \"reference\": graph} instead of texts.")
    var graphs = false

    @Option(help: ArgumentHelp("How much each part counts.", valueName: "answer=X,kg=X,format=X"))
    var weights = PartWeightsOption(weights: RewardPartWeights())

    @Flag(help: "Add the advantages of GRPO to the answer to a group: (reward - mean) / (sd + 1e-4).")
    var advantages = false

    @Option(help: ArgumentHelp("How many completions of a line are one group. (default: all of it)", valueName: "n"))
    var groupSize: Int?

    @Flag(help: "Write numbers alone, without the reasons.")
    var brief = false

    @OptionGroup var work: WorkOptions

    func validate() throws {
        if graphs, mode == .hilum { throw ValidationError("--graphs are compared by --mode chexpo or chexpo-f1") }
        if graphs, advantages { throw ValidationError("--advantages are of groups of texts, which --graphs does not read") }
        if let groupSize, groupSize < 2 { throw ValidationError("--group-size has to be 2 or more") }
        if groupSize != nil, !advantages { throw ValidationError("--group-size is of --advantages") }
    }

    func run() async throws {
        let lines = try LineReader(path: input)
        let hilum = Hilum(ontology: try work.ontology.open())
        let service = RewardService(
            scorer: hilum.completionScorer(mode: mode ?? (graphs ? .chexpo : .hilum), weights: weights.weights),
            ontology: hilum.ontology, isOfGraphs: graphs, explains: !brief,
            groups: advantages ? .init(size: groupSize) : nil, threads: work.threadCount)
        let output = try OutputFile(path: work.output, input: input)
        Interruption.removesTemporaryFiles(of: [output])
        while let line = try lines.next() {
            try output.write(await service.answer(line))
        }
        try output.finish()
    }
}

extension RewardMode: ExpressibleByArgument {}

/// The value of `--weights`.
struct PartWeightsOption: ExpressibleByArgument, Sendable {
    var weights: RewardPartWeights

    init(weights: RewardPartWeights) {
        self.weights = weights
    }

    /// What is not named keeps its default.
    init?(argument: String) {
        weights = RewardPartWeights()
        var named: Set<Substring> = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, named.insert(sides[0]).inserted, let weight = Double(sides[1]),
                (0...Self.greatest).contains(weight)
            else { return nil }
            switch sides[0] {
            case "answer": weights.answer = weight
            case "kg": weights.kg = weight
            case "format": weights.format = weight
            default: return nil
            }
        }
        guard weights.answer + weights.kg + weights.format > 0 else { return nil }
    }

    /// Products of greater ones would overflow.
    private static let greatest = 1e100

    var defaultValueDescription: String { weights.text }

    static var allValueStrings: [String] { ["answer=X,kg=X,format=X, each 0 or more and not all 0"] }
}

extension RewardPartWeights {
    /// As `--weights` takes it.
    var text: String { "answer=\(answer),kg=\(kg),format=\(format)" }
}
