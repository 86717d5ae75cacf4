import Hilum

/// `--task report`: reports against reports.
enum ReportTask {
    static func run(_ command: ScoreCommand) async throws {
        let (reference, candidate) = try command.sides
        let columns = [candidate, reference].map { TaskColumn(name: $0) }
        let reader = try command.input.open()
        let run = try ScoreRun(command, reader: reader, columns: columns)
        let hilum = Hilum(ontology: try command.work.ontology.open())
        let writer = ReportScoreWriter(
            format: run.format, parts: (command.metrics ?? .all).parts, hilum: hilum, uncertain: command.uncertain ?? .positive,
            labels: try GivenLabels(command.labels, id: command.input.idColumn(of: reader)))
        let corpus = try await run.run(writer)
        if !command.work.quiet, let text = corpus.warning.text { StandardError.write(text) }
    }
}

/// Scores pairs of reports, whose cells are candidate and reference, and writes them.
private struct ReportScoreWriter: ScoreWriting {
    struct Corpus: Sendable {
        var summary: CorpusSummary
        var warning = CoverageWarning()
    }

    let format: ScoreCommand.Format
    let hilum: Hilum
    private let parts: Set<ScorePart>
    private let signature: String
    private let uncertain: UncertainPolicy
    private let labels: GivenLabels
    private let json: ScoreJSON
    private let csv: ScoreCSV
    private let table: ScoreTable

    init(
        format: ScoreCommand.Format, parts: Set<ScorePart>, hilum: Hilum, uncertain: UncertainPolicy, labels: GivenLabels
    ) {
        self.format = format
        self.hilum = hilum
        self.parts = parts
        self.uncertain = uncertain
        self.labels = labels
        signature = ScoreSignature.text(ontology: hilum.ontology, uncertain: uncertain, givenLabels: labels.sides)
        json = ScoreJSON(parts: parts, signature: signature)
        csv = ScoreCSV(parts: parts, signature: signature)
        table = ScoreTable(parts: parts)
    }

    var emptyCorpus: Corpus {
        Corpus(summary: CorpusSummary(signature: signature, parts: parts, uncertain: uncertain))
    }

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

    func footer(_ corpus: Corpus) throws -> [UInt8] {
        try labels.check(count: corpus.summary.n)
        return format == .table ? Array(table.footer(corpus.summary).utf8) : []
    }

    func merge(_ part: Corpus, into corpus: inout Corpus) {
        corpus.summary.merge(part.summary)
        corpus.warning.merge(part.warning)
    }

    func appendSummary(_ corpus: Corpus, to writer: inout JSONWriter) {
        ScoreSummaryJSON.append(corpus.summary, to: &writer)
    }

    func score(_ rows: [Row]) -> ScoredPiece<Corpus> {
        var corpus = emptyCorpus
        var lines = JSONWriter(room: format == .jsonl ? 4 * rows.textSize : 0)
        var cells = CSVWriter()
        var text = ""
        func bytes() -> [UInt8] {
            switch format {
            case .jsonl: lines.bytes
            case .csv: cells.bytes
            case .table: Array(text.utf8)
            }
        }
        for row in rows {
            let candidate = hilum.extract(Report(text: row.cells[0]))
            let reference = hilum.extract(Report(text: row.cells[1]))
            var score = hilum.score(candidate: candidate, reference: reference, parts: parts)
            do throws(InputError) {
                try labels.replace(&score.chexpert, of: row)
            } catch {
                return ScoredPiece(bytes: bytes(), corpus: corpus, failure: error)
            }
            corpus.summary.add(score)
            corpus.warning.add(score.coverage, id: row.id, graphs: [reference, candidate])
            switch format {
            case .jsonl:
                json.append(score, id: row.id, to: &lines)
                lines.newline()
            case .csv: csv.append(score, id: row.id, to: &cells)
            case .table: text += table.rows(score, id: String(decoding: row.id, as: UTF8.self))
            }
        }
        return ScoredPiece(bytes: bytes(), corpus: corpus)
    }
}
