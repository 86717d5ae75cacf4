import ArgumentParser
import ReportEdits

@main
struct EditBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edits", abstract: "Edits reports one step at a time and looks at what the scores make of it.",
        subcommands: [ChargesCommand.self, DropsCommand.self], defaultSubcommand: ChargesCommand.self)
}

extension EditKind: ExpressibleByArgument {}
