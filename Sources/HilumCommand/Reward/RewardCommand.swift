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

    private var options: RewardOptions {
        var options = RewardOptions()
        options.mode = mode
        options.weights = weights.weights
        options.isOfGraphs = graphs
        options.explains = !brief
        options.givesAdvantages = advantages
        options.groupSize = groupSize
        return options
    }

    func validate() throws {
        if let conflict = options.conflict { throw ValidationError(conflict) }
    }

    func run() async throws {
        let lines = try LineReader(path: input)
        let service = RewardService(hilum: Hilum(ontology: try work.ontology.open()), options: options)
        let output = try OutputFile(path: work.output, input: input)
        Interruption.removesTemporaryFiles(of: [output])
        while let line = try lines.next() {
            let answer = await service.answer(line, threads: work.threadCount)
            try Interruption.whole { try output.write(answer) }
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

    init?(argument: String) {
        guard let weights = RewardPartWeights(text: argument) else { return nil }
        self.weights = weights
    }

    var defaultValueDescription: String { weights.text }

    static var allValueStrings: [String] { [RewardPartWeights.usage] }
}
