import ArgumentParser
import Hilum
import HilumModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@main
struct HilumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hilum",
        abstract: "Turns chest X-ray reports into knowledge graphs and scores one report against another.",
        version: (try? Version.text.get()) ?? "",
        subcommands: [
            ExtractCommand.self, ScoreCommand.self, CompareCommand.self, CheckCommand.self, RewardCommand.self, PairsCommand.self,
            MineCommand.self, GenerateCommand.self, JudgeCommand.self, OntologyCommand.self,
        ])

    /// Runs a subcommand and ends with the exit code that `ExitStatus` gives its outcome.
    static func main() async {
        BLASKernels.choose()
        // A closed pipe is an error of `write`, which ends quietly.
        signal(SIGPIPE, SIG_IGN)
        do {
            _ = try Version.text.get()
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus(of: error).end(with: error)
        }
    }
}
