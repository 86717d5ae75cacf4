import ArgumentParser
import Hilum

/// The check has found what it was asked to look for; the output says what.
struct CheckFailure: Error {}

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Fails if reports have become worse than a baseline, or are not good enough.",
        discussion: """
            Scores the reports and compares them by id with the scores in a baseline that --update has made. A metric fails if its mean got worse by \
            more than --max-drop allows and paired randomisation shows that it got worse (see 'hilum compare'), so that noise fails no build; or if it \
            lies below --min, or above --max. Without any of them neither kg_reward nor clinically_significant_errors may get worse. \
            The output names the reports that got worse, with the errors that are new and the words that they come from. It ends with 1 if \
            the check fails.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, github, json
    }

    @Argument(help: "A CSV, TSV or JSONL file; - for standard input.")
    var input: String

    @Option(help: ArgumentHelp("Column of the reference reports.", valueName: "col"))
    var reference: String

    @Option(help: ArgumentHelp("Column of the candidate reports.", valueName: "col"))
    var candidate: String

    @Option(
        help: ArgumentHelp("The baseline, a JSON file to keep with the code: scores, and no text of a report.", valueName: "file")
    )
    var baseline: String

    @OptionGroup var rows: RowOptions

    @Option(
        help: ArgumentHelp(
            "How much worse than in the baseline the mean of a metric may be, such as kg_reward=0.01; may be given for several.",
            valueName: "metric=n"))
    var maxDrop: [String] = []

    @Option(
        help: ArgumentHelp("The least mean of a metric of which more is better; may be given for several.", valueName: "metric=n")
    )
    var min: [String] = []

    @Option(
        help: ArgumentHelp(
            "The greatest mean of a metric of which less is better; may be given for several.", valueName: "metric=n"))
    var max: [String] = []

    @Option(
        help: ArgumentHelp(
            "The level at which a drop has to be shown, after Holm's correction over --max-drop; 1 goes by the drop alone.",
            valueName: "share"))
    var alpha = CheckPlan.standardAlpha

    @Flag(help: "Take these scores as the baseline, after showing what they change; the check does not fail.")
    var update = false

    @Flag(help: "Let reports of the baseline be missing.")
    var allowMissing = false

    @Option(help: ArgumentHelp("How many of the reports that got worse to show, the worst first.", valueName: "n"))
    var worst = 10

    @Option(help: ArgumentHelp("Write the result as JUnit's XML too, a test case a gate.", valueName: "file"))
    var junit: String?

    @Option(help: "table; github, which adds annotations for a workflow of GitHub's; or json.")
    var format = Format.table

    @OptionGroup var work: WorkOptions

    func validate() throws {
        guard alpha > 0, alpha <= 1 else { throw ValidationError("--alpha has to be above 0, and 1 at the most") }
        guard worst >= 0 else { throw ValidationError("--worst has to be 0 or more") }
        guard baseline != "-" else { throw ValidationError("--baseline is a file, not standard input") }
        guard !update || junit == nil else { throw ValidationError("--update judges nothing: leave --junit out") }
        guard junit != "-" else { throw ValidationError("--junit is a file; standard output has the result") }
        let files = [baseline, work.output, junit].compactMap(\.self).filter { $0 != "-" }
        for (index, file) in files.enumerated() where files[..<index].contains(where: { OutputFile.isSame($0, file) }) {
            throw ValidationError("--baseline, --junit and --output have to name different files")
        }
        _ = try gates
    }

    /// In the order of the kinds.
    private var gates: [Gate] {
        get throws {
            var gates: [Gate] = []
            let given: [(option: String, kind: Gate.Kind, texts: [String])] = [
                ("--max-drop", .maxDrop, maxDrop), ("--min", .min, min), ("--max", .max, max),
            ]
            for (option, kind, texts) in given {
                for text in texts {
                    let gate: Gate
                    do throws(Gate.Unusable) {
                        gate = try Gate(kind, text)
                    } catch {
                        throw ValidationError("\(option): \(error.description)")
                    }
                    guard !gates.contains(where: { $0.kind == kind && $0.metric == gate.metric }) else {
                        throw ValidationError("\(option): \(gate.metric.name) is given twice")
                    }
                    gates.append(gate)
                }
            }
            return gates.isEmpty ? Gate.standard : gates
        }
    }

    func run() async throws {
        let gates = try gates
        let output = try OutputFile(path: work.output, input: input)
        // The exit code is what counts, whoever reads the output.
        output.outlivesReader = true
        let junitFile = try junit.map { try OutputFile(path: $0, input: input) }
        let baselineFile = update ? try OutputFile(path: baseline, input: input, mustBeRegular: true) : nil
        Interruption.removesTemporaryFiles(of: [output, junitFile, baselineFile].compactMap(\.self))

        let (checked, outcome) = try await scored(by: CheckRun(command: self, gates: gates, output: output), output)
        // Before the output says that the baseline holds them: the disk may be full.
        if let baselineFile {
            var json = JSONWriter()
            BaselineJSON.append(checked, to: &json)
            try baselineFile.write(json.bytes)
        }
        try output.write(Array(text(of: outcome, checked).utf8))
        if case .compared(let result) = outcome { try junitFile?.write(Array(result.junit(most: worst).text.utf8)) }
        try output.finish()
        try junitFile?.finish()
        try baselineFile?.finish()
        if !update, case .compared(let result) = outcome, !result.hasPassed { throw CheckFailure() }
    }

    /// The outcome of a run; why there is none is annotated too, as a page of GitHub's shows no standard error.
    private func scored(
        by run: CheckRun, _ output: OutputFile
    ) async throws -> (checked: CheckedReports, outcome: CheckRun.Outcome) {
        do {
            return try await run.run()
        } catch  where format == .github {
            let annotation = GitHubAnnotation(.error, title: "hilum check could not be made", message: "\(error)")
            try output.write(Array(GitHubAnnotation.commands([annotation]).utf8))
            try output.finish()
            throw error
        }
    }

    private func text(of outcome: CheckRun.Outcome, _ checked: CheckedReports) -> String {
        if format == .json {
            var json = JSONWriter()
            switch outcome {
            case .compared(let result): CheckJSON.append(result, most: worst, updated: update, to: &json)
            case .made(let reason): CheckJSON.append(made: checked, baseline: baseline, reason: reason, to: &json)
            }
            json.newline()
            return json.text
        }
        var text =
            switch outcome {
            case .compared(let result): CheckTable(result, worst: worst).text(isUpdate: update)
            case .made(let reason): reason.map { "not compared: \($0)\n" } ?? ""
            }
        if update { text += "\(baseline) now holds the scores of \(CheckResult.count(checked.count))\n" }
        guard format == .github else { return text }
        guard case .compared(let result) = outcome, !update else { return GitHubAnnotation.inert(text) }
        return GitHubAnnotation.inert(text) + GitHubAnnotation.commands(result.annotations(most: worst))
    }
}
