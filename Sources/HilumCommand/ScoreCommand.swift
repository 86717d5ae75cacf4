import ArgumentParser
import Hilum

struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Scores candidate reports against reference reports.",
        discussion: """
            kg.reward, green and crimson are better the higher they are (up to 1); of errors fewer are better. A blank report is scored \
            like any other. Where much of a text was not understood (its coverage is low), a warning says so.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case jsonl, csv, table
    }

    @OptionGroup var input: InputOptions

    @Option(help: ArgumentHelp("Column of the reference reports.", valueName: "col"))
    var reference: String

    @Option(help: ArgumentHelp("Column of the candidate reports.", valueName: "col"))
    var candidate: String

    @Option(help: ArgumentHelp("What to write, by commas: kg, factuality, green, crimson, chexpert, all.", valueName: "names"))
    var metrics = ScoreParts.all

    @Option(help: "jsonl, csv or table, which is for people. (default: table on a terminal, else jsonl)")
    var format: Format?

    @Option(help: ArgumentHelp("Write means, spreads and intervals over all pairs to a JSON file.", valueName: "file"))
    var summary: String?

    @OptionGroup var work: WorkOptions

    func validate() throws {
        let output = work.output ?? "-"
        if let summary, summary == "-" ? output == "-" : output != "-" && OutputFile.isSame(summary, output) {
            throw ValidationError("--summary and --output name the same file")
        }
    }

    func run() async throws {
        let reader = try input.open()
        try input.select([candidate, reference], of: reader)
        let hilum = Hilum(ontology: try work.ontology.open())
        let output = try OutputFile(path: work.output, input: input.input)
        let summaryFile = try summary.map { try OutputFile(path: $0, input: input.input) }
        output.outlivesReader = summaryFile != nil
        Interruption.removesTemporaryFiles(of: [output, summaryFile].compactMap(\.self))

        let signature = ScoreSignature.text(ontology: hilum.ontology)
        let writer = ScoreWriter(
            format: format ?? (output.isTerminal ? .table : .jsonl), parts: metrics.parts, hilum: hilum, signature: signature)
        var corpus = CorpusSummary(signature: signature)
        var warning = CoverageWarning()
        try output.write(writer.header)
        try await RowPipeline(reader: reader, output: output, options: work).run(
            work: { writer.score($0) },
            bytes: { piece in
                corpus.merge(piece.summary)
                warning.merge(piece.warning)
                return piece.bytes
            })
        try output.write(writer.footer(corpus))
        if let summaryFile {
            var json = JSONWriter()
            ScoreSummaryJSON.append(corpus, to: &json)
            json.newline()
            try summaryFile.write(json.bytes)
        }
        try output.finish()
        try summaryFile?.finish()
        if !work.quiet, let text = warning.text { StandardError.write(text) }
    }
}

/// The value of `--metrics`.
struct ScoreParts: ExpressibleByArgument {
    var parts: Set<ScorePart>

    static let all = ScoreParts(parts: Set(ScorePart.allCases))

    init(parts: Set<ScorePart>) {
        self.parts = parts
    }

    init?(argument: String) {
        parts = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            if name == "all" {
                parts.formUnion(Self.all.parts)
            } else if let part = ScorePart(rawValue: String(name)) {
                parts.insert(part)
            } else {
                return nil
            }
        }
    }

    var defaultValueDescription: String { "all" }

    static var allValueStrings: [String] { ScorePart.allCases.map(\.rawValue) + ["all"] }
}

/// Scores the pairs of rows and writes them in one format.
private struct ScoreWriter: Sendable {
    let format: ScoreCommand.Format
    let hilum: Hilum
    let signature: String
    private let json: ScoreJSON
    private let csv: ScoreCSV
    private let table: ScoreTable

    init(format: ScoreCommand.Format, parts: Set<ScorePart>, hilum: Hilum, signature: String) {
        self.format = format
        self.hilum = hilum
        self.signature = signature
        json = ScoreJSON(parts: parts)
        csv = ScoreCSV(parts: parts)
        table = ScoreTable(parts: parts)
    }

    /// What stands before the first pair.
    var header: [UInt8] {
        switch format {
        case .jsonl: return []
        case .csv:
            var writer = CSVWriter()
            writer.row(csv.header)
            return writer.bytes
        case .table: return Array(table.header.utf8)
        }
    }

    /// What stands behind the last pair.
    func footer(_ summary: CorpusSummary) -> [UInt8] {
        format == .table ? Array(table.footer(summary).utf8) : []
    }

    /// - Parameter rows: whose cells are candidate and reference.
    func score(_ rows: [Row]) -> (bytes: [UInt8], summary: CorpusSummary, warning: CoverageWarning) {
        var summary = CorpusSummary(signature: signature)
        var warning = CoverageWarning()
        var lines = JSONWriter()
        var cells = CSVWriter()
        var text = ""
        for row in rows {
            let candidate = hilum.extract(Report(text: row.cells[0]))
            let reference = hilum.extract(Report(text: row.cells[1]))
            let score = hilum.score(candidate: candidate, reference: reference)
            summary.add(score)
            warning.add(score.coverage, id: row.id, graphs: [reference, candidate])
            switch format {
            case .jsonl:
                json.append(score, id: row.id, to: &lines)
                lines.newline()
            case .csv: csv.append(score, id: row.id, to: &cells)
            case .table: text += table.rows(score, id: String(decoding: row.id, as: UTF8.self))
            }
        }
        let bytes =
            switch format {
            case .jsonl: lines.bytes
            case .csv: cells.bytes
            case .table: Array(text.utf8)
            }
        return (bytes, summary, warning)
    }
}
