import ArgumentParser
import HilumJudge

struct JudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract: "Has a language model count the errors of candidates, by the protocols CheXprompt and GREEN.",
        discussion: """
            Both count six kinds of error, clinically significant or not; GREEN counts matched findings too. A completion that \
            cannot be read is null with its reason, never a score. hilum score --judge FILE puts the counts beside Hilum's.
            """,
        subcommands: [JudgeRunCommand.self, JudgeParseCommand.self])
}

extension JudgeProtocol: ExpressibleByArgument {}
