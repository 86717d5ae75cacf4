import ArgumentParser

/// `throughput work`: what a tool that counts instructions is to watch.
struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "Does the work of a measure once, on one thread, and prints how much it found.",
        discussion: "All that it prepares is the same for any --items, so that the difference of two runs is that of the items.")

    @Argument(help: "One of \(Measure.allCases.map(\.rawValue).joined(separator: ", ")).")
    var measure: Measure

    @OptionGroup var input: CorpusOptions

    @Option(help: "How many reports, or pairs, to work on.")
    var items: Int

    @Option(help: "How many reports, or pairs, to prepare.")
    var prepared = 1000

    func validate() throws {
        guard items > 0, items <= prepared else { throw ValidationError("--items has to be 1 to \(prepared)") }
    }

    func run() async throws {
        let corpus = try input.corpus(megabytes: 1)
        let library = try LibraryBenchmark(corpus, pairs: measure.isOfPairs ? prepared : 0, keepsGraphs: measure == .scoreGraphs)
        print(library.work(measure, first: items))
    }
}
