import ArgumentParser
import HilumJudge

struct JudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge", abstract: "Asks a language model what candidates get wrong, by CheXprompt or GREEN.",
        subcommands: [
            JudgeRunCommand.self
        ])
}

extension JudgeProtocol: ExpressibleByArgument {}
