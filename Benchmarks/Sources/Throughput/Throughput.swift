import ArgumentParser

@main
struct Throughput: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "throughput",
        abstract: "Does what Hilum's libraries do, for measurements: speed/bench.py asks it for one pass after another.",
        subcommands: [ServeCommand.self, WorkCommand.self, PairsCommand.self, ModelCommand.self])
}

/// Which reports to work on.
struct CorpusOptions: ParsableArguments {
    @Argument(help: "JSONL with text, as openi export writes it.")
    var reports: String

    func corpus(megabytes: Int) throws -> Corpus { try Corpus(jsonl: reports, size: megabytes * 1_000_000) }
}
