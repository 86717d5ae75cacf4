import ArgumentParser

@main
struct OpenI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openi",
        abstract: "Measures extraction against the manual coding of Open-i.",
        subcommands: [Export.self, Score.self, Disagreements.self])
}

/// A file that cannot be read or written, or that is not what a command needs.
struct FileError: Error, CustomStringConvertible {
    var description: String
}

/// Where the reports are.
struct CollectionOptions: ParsableArguments {
    @Option(help: "The folder into which fetch-openi unpacked the reports.")
    var xml = "Benchmarks/.data/xml"
}
