import ArgumentParser
import Foundation

@main
struct Throughput: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "throughput",
        abstract: "Measures how many reports a second of CPU extracts, and what rewards cost beside it.",
        discussion: """
            The reports are repeated until they make the asked number of megabytes. `graph` and `JSON lines` are the \
            library alone, in memory; `hilum extract` is the whole command, with its start, the reading of JSONL and the writing \
            of JSONL. Then the reward of eight candidates against one reference, on one thread, as a multiple of the extraction of the \
            nine texts. The best of several runs is printed.
            """)

    @Argument(help: "JSONL with id and text, as openi export writes it.")
    var reports: String

    @Option(help: "The hilum command; without it only the library is measured.")
    var hilum: String?

    @Option(help: "Megabytes of report text.")
    var megabytes = 50

    @Option(help: "Runs of each measurement.")
    var runs = 3

    @Option(help: "Threads of the second measurement; the first has one.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard megabytes > 0, runs > 0, threads > 0 else { throw ValidationError("megabytes, runs and threads must be positive") }
    }

    func run() async throws {
        let corpus = try Corpus(jsonl: reports, megabytes: megabytes)
        print("\(corpus.texts.count) reports, \(corpus.bytes / 1_000_000) MB of text, best of \(runs)")
        print(Measurement.header)
        let library = try LibraryBenchmark()
        for output in LibraryBenchmark.Output.allCases {
            for threads in Set([1, threads]).sorted() {
                let best = try await fastest { try await library.measure(corpus, to: output, threads: threads) }
                print(best.row(output.rawValue, threads: threads, of: corpus))
            }
        }
        let rewards = try RewardBenchmark()
        print("\n" + RewardBenchmark.header)
        for candidates in RewardBenchmark.Candidates.allCases {
            print(try rewards.row(candidates, of: corpus, runs: runs))
        }
        guard let hilum else { return }
        print("\n" + Measurement.header)
        let command = try CommandBenchmark(hilum: hilum, corpus: corpus)
        defer { command.removeInput() }
        for threads in Set([1, threads]).sorted() {
            let best = try await fastest { try command.measure(threads: threads) }
            print(best.row("hilum extract", threads: threads, of: corpus))
        }
    }

    /// The run that took the least CPU: what is slower was disturbed.
    private func fastest(_ measure: () async throws -> Measurement) async throws -> Measurement {
        var best = try await measure()
        for _ in 1..<max(runs, 1) {
            let next = try await measure()
            if next.cpu < best.cpu { best = next }
        }
        return best
    }
}
