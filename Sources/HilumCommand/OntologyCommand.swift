import ArgumentParser
import Hilum

struct OntologyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ontology", abstract: "Builds, describes and searches what Hilum knows.",
        subcommands: [OntologyBuildCommand.self, OntologyInfoCommand.self, OntologyLookupCommand.self])
}

struct OntologyBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Checks the tables of a folder and compiles them into one file.")

    @Argument(help: "The folder with concepts/, terms/ and language/.")
    var folder: String

    @Option(name: .shortAndLong, help: "The file to write; the old one stays if a row does not hold.")
    var output: String

    @OptionGroup var overlays: OverlayChoice

    @Flag(help: "Print nothing.")
    var quiet = false

    func run() throws {
        let compiled = try Ontology.compile(tables: folder, with: overlays.folders).preparedForExtraction()
        let file = try OutputFile(path: output, mustBeRegular: true)
        Interruption.removesTemporaryFiles(of: [file])
        try file.write(compiled.bytes)
        try file.finish()
        if !quiet { StandardError.write("\(file.name): \(OntologyDescription(compiled.ontology).summary)\n") }
    }
}

struct OntologyInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Says how much an ontology holds, and its hash.")

    @OptionGroup var ontology: OntologyChoice

    func run() throws {
        let output = try OutputFile(path: nil)
        try output.write(Array(OntologyDescription(ontology.open()).table.utf8))
    }
}

struct OntologyLookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup", abstract: "Explains a term, an identifier or a code: what it is, and what rules it out.")

    @Argument(help: "Such as 'pleural effusion', finding.pleural-effusion, RID34539 or 'cannot exclude'; words need no quotes.")
    var term: [String]

    @OptionGroup var ontology: OntologyChoice

    func run() throws {
        let lookup = OntologyLookup(ontology: try ontology.open())
        let words = OntologyLookup.term(of: term.joined(separator: " "))
        guard let text = lookup.text(of: words) else {
            guard words.contains(where: { $0.isLetter || $0.isNumber }) else { throw UsageError(description: "name a term") }
            let near = lookup.nearTerms(to: words).map { "'\($0)'" }.joined(separator: ", ")
            throw UsageError(
                description: "there is no term \(ShortLine.quoted(words))" + (near.isEmpty ? "" : "; there is \(near)"))
        }
        try OutputFile(path: nil).write(Array(text.utf8))
    }
}
