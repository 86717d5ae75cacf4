import ArgumentParser
import Foundation
import Hilum

/// `throughput serve`: a measurement for each line that asks for one.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Answers each line of standard input with the measurement that it asks for.",
        discussion: """
            The first line of output describes the reports. A line of input is a measure and a number of threads, such as \
            `extract.graph 2`; the answer is an object with seconds. Measures: \
            \((Measure.allCases.map(\.rawValue) + Candidates.allCases.map { "reward." + $0.rawValue }).joined(separator: ", ")).
            """)

    @OptionGroup var input: CorpusOptions

    @Option(help: "Megabytes of report text, to which the reports are repeated.")
    var megabytes = 50

    @Option(help: "Pairs of reports in a measurement of scores.")
    var pairs = 20_000

    @Option(help: "Groups of nine reports in a measurement of rewards.")
    var groups = 1000

    func validate() throws {
        guard megabytes > 0, pairs > 0, groups > 0 else { throw ValidationError("megabytes, pairs and groups must be positive") }
    }

    func run() async throws {
        let corpus = try input.corpus(megabytes: megabytes)
        let library = try LibraryBenchmark(corpus, pairs: pairs)
        let rewards = try RewardBenchmark(corpus, groups: groups)
        write {
            $0.object {
                $0.key("items")
                $0.integer(corpus.texts.count)
                $0.key("bytes")
                $0.integer(corpus.bytes)
            }
        }
        while let line = readLine() {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 2, let threads = Int(words[1]), threads > 0 else {
                throw ValidationError("expected a measure and a number of threads")
            }
            if let measure = Measure(rawValue: words[0]) {
                let measurement = try await library.measure(measure, threads: threads)
                write { measurement.append(to: &$0) }
            } else if words[0].hasPrefix("reward."), let candidates = Candidates(rawValue: String(words[0].dropFirst(7))) {
                let measurement = try rewards.measure(candidates)
                write { measurement.append(to: &$0) }
            } else {
                throw ValidationError("no measure is called \(words[0])")
            }
        }
    }

    private func write(_ line: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        line(&writer)
        writer.newline()
        FileHandle.standardOutput.write(Data(writer.bytes))
    }
}
