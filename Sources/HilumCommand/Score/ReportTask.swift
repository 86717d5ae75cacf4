import Hilum
import HilumJudge

/// `--task report`: reports against reports.
enum ReportTask {
    static func run(_ command: ScoreCommand) async throws {
        let (reference, candidate) = try command.sides
        let columns = [candidate, reference].map { TaskColumn(name: $0) }
        let reader = try command.input.open()
        let run = try ScoreRun(command, reader: reader, columns: columns)
        let hilum = Hilum(ontology: try command.work.ontology.open())
        let judge = try command.judge.map { try GivenJudge(path: $0) }
        let writer = ReportScoreWriter(
            format: run.format, page: command.html.map { _ in ScorePage(source: reader.name) },
            parts: (command.metrics ?? .all).parts, hilum: hilum, uncertain: command.uncertain ?? .positive,
            labels: try GivenLabels(command.labels, id: command.input.idColumn(of: reader)),
            judge: judge)
        let corpus = try await run.run(writer)
        guard !command.work.quiet else { return }
        if let text = corpus.warning.text { StandardError.write(text) }
        if let text = judge?.warning(reports: corpus.summary.n) { StandardError.write(text) }
    }
}

/// Scores pairs of reports, whose cells are candidate and reference, and writes them.
private struct ReportScoreWriter: ScoreWriting {
    struct Corpus: Sendable {
        var summary: CorpusSummary
        var warning = CoverageWarning()
        var judge = JudgeComparison()
        /// Nil where no page is asked for.
        var page: PageCorpus?
    }

    let format: ScoreCommand.Format
    let page: ScorePage?
    let hilum: Hilum
    private let parts: Set<ScorePart>
    private let signature: String
    private let uncertain: UncertainPolicy
    private let labels: GivenLabels
    private let judge: GivenJudge?
    private let json: ScoreJSON
    private let csv: ScoreCSV
    private let table: ScoreTable

    init(
        format: ScoreCommand.Format, page: ScorePage?, parts: Set<ScorePart>, hilum: Hilum, uncertain: UncertainPolicy,
        labels: GivenLabels, judge: GivenJudge?
    ) {
        self.format = format
        self.page = page
        self.hilum = hilum
        self.parts = parts
        self.uncertain = uncertain
        self.labels = labels
        self.judge = judge
        signature = ScoreSignature.text(ontology: hilum.ontology, uncertain: uncertain, givenLabels: labels.sides)
        json = ScoreJSON(parts: parts, signature: signature)
        csv = ScoreCSV(parts: parts, signature: signature)
        table = ScoreTable(parts: parts, further: judge == nil ? [] : GivenJudge.titles)
    }

    var emptyCorpus: Corpus {
        Corpus(
            summary: CorpusSummary(signature: signature, parts: parts, uncertain: uncertain),
            page: page.map { _ in PageCorpus(parts: parts, isJudged: judge != nil) })
    }

    var header: [UInt8] {
        switch format {
        case .jsonl: return []
        case .csv:
            var writer = CSVWriter()
            writer.row(csv.header + (judge == nil ? [] : GivenJudge.csvHeader))
            return writer.bytes
        case .table: return Array(table.header.utf8)
        }
    }

    func footer(_ corpus: Corpus) throws -> [UInt8] {
        try labels.check(count: corpus.summary.n)
        guard format == .table else { return [] }
        let comparison = judge == nil ? "" : JudgeTable.text(corpus.judge)
        return Array((table.footer(corpus.summary) + comparison).utf8)
    }

    func merge(_ part: Corpus, into corpus: inout Corpus) {
        corpus.summary.merge(part.summary)
        corpus.warning.merge(part.warning)
        corpus.judge.merge(part.judge)
        if let page = part.page { corpus.page?.merge(page) }
    }

    func appendSummary(_ corpus: Corpus, to writer: inout JSONWriter) {
        writer.object {
            ScoreSummaryJSON.appendMembers(of: corpus.summary, to: &$0)
            guard judge != nil else { return }
            $0.key("judge")
            JudgeComparisonJSON.append(corpus.judge, to: &$0)
        }
    }

    func writePage(_ corpus: Corpus, to file: OutputFile) throws {
        guard let page, let pairs = corpus.page else { throw Defect(description: "there is no page to write") }
        try page.write(pairs, summary: corpus.summary, to: file.write)
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
            let verdict: JudgeVerdict?
            do throws(InputError) {
                try labels.replace(&score.chexpert, of: row)
                verdict = try judge?.verdict(of: row)
            } catch {
                return ScoredPiece(bytes: bytes(), corpus: corpus, failure: error)
            }
            corpus.summary.add(score)
            corpus.warning.add(score.coverage, id: row.id, graphs: [reference, candidate])
            if let verdict {
                corpus.judge.add(verdict, beside: score.factuality, green: score.green, number: row.number, id: row.id)
            }
            corpus.page?.add(
                score, id: row.id, candidate: candidate, reference: reference,
                findings: hilum.comparedFindings(candidate: candidate, reference: reference),
                judge: verdict?.answer?.factuality)
            switch format {
            case .jsonl:
                lines.object {
                    $0.key("id")
                    $0.string(utf8: row.id)
                    json.appendMembers(of: score, to: &$0)
                    if let verdict { JudgeComparisonJSON.append(verdict, beside: score.factuality, to: &$0) }
                }
                lines.newline()
            case .csv:
                csv.appendCells(of: score, id: row.id, to: &cells)
                if let verdict { GivenJudge.appendCells(of: verdict, to: &cells) }
                cells.endRow()
            case .table:
                text += table.rows(
                    score, id: String(decoding: row.id, as: UTF8.self), further: verdict.map(GivenJudge.cells) ?? [],
                    remark: verdict.flatMap(GivenJudge.remark))
            }
        }
        return ScoredPiece(bytes: bytes(), corpus: corpus)
    }
}
