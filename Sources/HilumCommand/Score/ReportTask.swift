import Hilum

/// `--task report`: reports against reports.
enum ReportTask {
    static func run(_ command: ScoreCommand) async throws {
        let columns = [command.candidate, command.reference].compactMap(\.self).map { TaskColumn(name: $0) }
        let run = try ScoreRun(command, columns: columns)
        let hilum = Hilum(ontology: try command.work.ontology.open())
        let parts = command.metrics ?? .all
        let corpus = try await run.run(ReportScoreWriter(format: run.format, parts: parts.parts, hilum: hilum))
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
    private let signature: String
    private let json: ScoreJSON
    private let csv: ScoreCSV
    private let table: ScoreTable

    init(format: ScoreCommand.Format, parts: Set<ScorePart>, hilum: Hilum) {
        self.format = format
        self.hilum = hilum
        signature = ScoreSignature.text(ontology: hilum.ontology)
        json = ScoreJSON(parts: parts)
        csv = ScoreCSV(parts: parts)
        table = ScoreTable(parts: parts)
    }

    var emptyCorpus: Corpus { Corpus(summary: CorpusSummary(signature: signature)) }

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

    func footer(_ corpus: Corpus) -> [UInt8] {
        format == .table ? Array(table.footer(corpus.summary).utf8) : []
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
        var lines = JSONWriter()
        var cells = CSVWriter()
        var text = ""
        for row in rows {
            let candidate = hilum.extract(Report(text: row.cells[0]))
            let reference = hilum.extract(Report(text: row.cells[1]))
            let score = hilum.score(candidate: candidate, reference: reference)
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
        let bytes =
            switch format {
            case .jsonl: lines.bytes
            case .csv: cells.bytes
            case .table: Array(text.utf8)
            }
        return ScoredPiece(bytes: bytes, corpus: corpus)
    }
}
