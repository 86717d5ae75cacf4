import ArgumentParser
import Hilum
import HilumJudge

struct JudgeParseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Reads completions that a language model has given elsewhere.",
        discussion: """
            A completion is text, a chat or the whole answer of a chat-completions endpoint. One line a completion, in the order \
            of the input: {"id", "factuality"}, of GREEN also "green" and "matched_findings"; what cannot be read has \
            "factuality": null and a "reason", and is counted on standard error.
            """)

    @OptionGroup var input: InputOptions

    @Option(name: .customLong("protocol"), help: "The form that the completions were asked for: chexprompt or green.")
    var judgeProtocol: JudgeProtocol

    @Option(help: ArgumentHelp("Column of the completions.", valueName: "col"))
    var completion = "completion"

    @OptionGroup var work: WorkOptions

    func validate() throws {
        guard work.ontology.path == nil, work.ontology.overlays.folders.isEmpty else {
            throw ValidationError("--ontology and --with go with reports; completions are read without an ontology")
        }
    }

    func run() async throws {
        let reader = try input.open()
        try input.select([completion], structured: [completion], of: reader)
        let output = try OutputFile(path: work.output, input: input.input)
        Interruption.removesTemporaryFiles(of: [output])
        let judgeProtocol = judgeProtocol
        var account = UnreadableAnswers()
        try await RowPipeline(reader: reader, output: output, options: work).run(
            work: { rows in Self.parsed(rows, judgeProtocol) },
            bytes: { bytes, part in
                account.merge(part)
                return bytes
            })
        try output.finish()
        if !work.quiet, let text = account.text { StandardError.write(text) }
    }

    private static func parsed(_ rows: [Row], _ judgeProtocol: JudgeProtocol) -> (bytes: [UInt8], account: UnreadableAnswers) {
        var account = UnreadableAnswers()
        var lines = JSONWriter()
        for row in rows {
            let completion = Completion(cell: row.cells[0])
            let judgement = Judgement(outcome: judgeProtocol.outcome(of: completion), completion: completion, isCached: false)
            account.add(judgement)
            lines.object {
                $0.key("id")
                $0.string(utf8: row.id)
                JudgeJSON.append(judgement.answer, reason: judgement.reason, to: &$0)
            }
            lines.newline()
        }
        return (lines.bytes, account)
    }
}

/// How many completions could not be read, and why.
struct UnreadableAnswers: Sendable {
    private(set) var n = 0
    private var reasons = ReasonCounts()
    /// Answers of which a section counts as zeros.
    private var incomplete = 0

    mutating func add(_ judgement: Judgement) {
        n += 1
        if let reason = judgement.reason { reasons.add(reason) }
        if judgement.answer?.missing.isEmpty == false { incomplete += 1 }
    }

    mutating func merge(_ other: UnreadableAnswers) {
        n += other.n
        incomplete += other.incomplete
        reasons.merge(other.reasons)
    }

    /// Nil where all could be read and were whole.
    var text: String? {
        var text = ""
        if reasons.total > 0 {
            text += "hilum: \(reasons.total) of \(n) completions could not be read:\n"
            for (reason, count) in reasons.sorted { text += "  \(count)  \(reason)\n" }
        }
        if incomplete > 0 {
            text += "hilum: \(incomplete) of \(n) completions lack a section, which counts as zeros (missing_sections)\n"
        }
        return text.isEmpty ? nil : text
    }
}
