import ArgumentParser
import Hilum
import HilumGeneration
import HilumModel

/// `findings`: does a report say the findings that it was made of?
@main
struct FindingBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Writes reports of random findings, reads them again, and tells how much of the findings is there.",
        discussion: "Exits with 1 where the mean F1 of the graphs is below --at-least.")

    @Option(help: "How many lists of findings.")
    var sets = 500

    @Option(help: "Of the random findings.")
    var seed: UInt64 = 7

    @Option(help: "The least mean F1.")
    var atLeast = 0.97

    @Option(help: "How many reports that fail are printed.")
    var failures = 20

    func run() throws {
        BLASKernels.choose()
        let hilum = try Hilum()
        let summary = try RoundTrip(hilum: hilum, generator: .bundled(for: hilum)).summary(sets: sets, seed: seed)
        print(summary.text(failures: failures))
        if summary.meanF1 < atLeast { throw ExitCode(1) }
    }
}
