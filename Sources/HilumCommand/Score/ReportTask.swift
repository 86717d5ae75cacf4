import Hilum
import HilumJudge

/// `--task report`: reports against reports.
enum ReportTask {
    static func run(_ command: ScoreCommand) async throws {
        let reader = try command.input.open()
        let generation = try command.references.areGenerated ? ReferenceGeneration(command, reader: reader) : nil
        let rows = generation?.rows
        let run: ScoreRun
        if let rows {
            run = try ScoreRun(command, reader: reader, columns: rows.columns, passing: rows.passing)
        } else {
            let (reference, candidate) = try command.sides
            run = try ScoreRun(command, reader: reader, columns: [candidate, reference].map { TaskColumn(name: $0) })
        }
        let hilum = try generation?.hilum ?? Hilum(ontology: command.work.ontology.open())
        let filling = try generation?.filling()
        let judge = try command.judge.map { try GivenJudge(path: $0) }
        let writer = ReportScoreWriter(
            format: run.format, page: command.html.map { _ in ScorePage(source: reader.name) },
            parts: (command.metrics ?? .all).parts, hilum: hilum, uncertain: command.uncertain ?? .positive,
            labels: try GivenLabels(command.labels, id: command.input.idColumn(of: reader)),
            judge: judge, filling: filling)
        let corpus = try await run.run(
            writer, next: rows.map { rows in { try rows.next() } }, rowsPerPiece: filling?.isSlow == true ? 1 : nil)
        guard !command.work.quiet else { return }
        if let filling, let means = corpus.references { StandardError.write(filling.account(means)) }
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
        /// Nil where no reference may be generated.
        var references: ReferenceMeans?
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
    /// Nil where no reference may be generated.
    private let filling: ReferenceFilling?
    private let json: ScoreJSON
    private let csv: ScoreCSV
    private let table: ScoreTable

    init(
        format: ScoreCommand.Format, page: ScorePage?, parts: Set<ScorePart>, hilum: Hilum, uncertain: UncertainPolicy,
        labels: GivenLabels, judge: GivenJudge?, filling: ReferenceFilling?
    ) {
        self.format = format
        self.page = page
        self.hilum = hilum
        self.parts = parts
        self.uncertain = uncertain
        self.labels = labels
        self.judge = judge
        self.filling = filling
        signature = ScoreSignature.text(
            ontology: hilum.ontology, uncertain: uncertain, givenLabels: labels.sides, references: filling?.signature)
        json = ScoreJSON(parts: parts, signature: signature)
        csv = ScoreCSV(parts: parts, signature: signature)
        table = ScoreTable(parts: parts, further: judge == nil ? [] : GivenJudge.titles)
    }

    var emptyCorpus: Corpus {
        let summary = CorpusSummary(signature: signature, parts: parts, uncertain: uncertain)
        return Corpus(
            summary: summary, references: filling.map { _ in ReferenceMeans(empty: summary) },
            page: page.map { _ in PageCorpus(parts: parts, isJudged: judge != nil) })
    }

    var header: [UInt8] {
        switch format {
        case .jsonl: return []
        case .csv:
            var writer = CSVWriter()
            writer.row(
                csv.header + (judge == nil ? [] : GivenJudge.csvHeader) + (filling == nil ? [] : ReferenceMark.csvHeader))
            return writer.bytes
        case .table: return Array(table.header.utf8)
        }
    }

    func footer(_ corpus: Corpus) throws -> [UInt8] {
        try labels.check(count: corpus.summary.n)
        guard format == .table else { return [] }
        let comparison = judge == nil ? "" : JudgeTable.text(corpus.judge)
        let references = corpus.references.map { ReferenceMark.footer($0, in: table, model: filling?.model) } ?? ""
        return Array((table.footer(corpus.summary) + references + comparison).utf8)
    }

    func merge(_ part: Corpus, into corpus: inout Corpus) {
        corpus.summary.merge(part.summary)
        corpus.warning.merge(part.warning)
        corpus.judge.merge(part.judge)
        if let references = part.references { corpus.references?.merge(references) }
        if let page = part.page { corpus.page?.merge(page) }
    }

    func appendSummary(_ corpus: Corpus, to writer: inout JSONWriter) {
        writer.object {
            ScoreSummaryJSON.appendMembers(of: corpus.summary, to: &$0)
            if let references = corpus.references {
                $0.key("references")
                references.append(model: filling?.model, to: &$0)
            }
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
            let mark: ReferenceMark?
            do {
                mark = try filling.map { ReferenceMark(try $0.reference(of: row)) }
            } catch {
                return ScoredPiece(bytes: bytes(), corpus: corpus, failure: error)
            }
            let candidate = hilum.extract(Report(text: row.cells[0]))
            let reference = hilum.extract(Report(text: mark?.text ?? row.cells[1]))
            var score = hilum.score(candidate: candidate, reference: reference, parts: parts)
            let verdict: JudgeVerdict?
            do throws(InputError) {
                try labels.replace(&score.chexpert, of: row)
                verdict = try judge?.verdict(of: row)
            } catch {
                return ScoredPiece(bytes: bytes(), corpus: corpus, failure: error)
            }
            corpus.summary.add(score)
            if let mark { corpus.references?.add(score, isGenerated: mark.isGenerated) }
            corpus.warning.add(score.coverage, id: row.id, graphs: [reference, candidate])
            if let verdict {
                corpus.judge.add(verdict, beside: score.factuality, green: score.green, number: row.number, id: row.id)
            }
            corpus.page?.add(
                score, id: row.id, candidate: candidate, reference: reference,
                findings: hilum.comparedFindings(candidate: candidate, reference: reference),
                judge: verdict?.answer?.factuality, isReferenceGenerated: mark?.isGenerated ?? false)
            switch format {
            case .jsonl:
                lines.object {
                    $0.key("id")
                    $0.string(utf8: row.id)
                    json.appendMembers(of: score, to: &$0)
                    if let verdict { JudgeComparisonJSON.append(verdict, beside: score.factuality, to: &$0) }
                    mark?.appendMembers(to: &$0)
                }
                lines.newline()
            case .csv:
                csv.appendCells(of: score, id: row.id, to: &cells)
                if let verdict { GivenJudge.appendCells(of: verdict, to: &cells) }
                mark?.appendCells(to: &cells)
                cells.endRow()
            case .table:
                text += table.rows(
                    score, id: String(decoding: row.id, as: UTF8.self), mark: mark?.sign ?? "",
                    further: verdict.map(GivenJudge.cells) ?? [],
                    remark: verdict.flatMap(GivenJudge.remark))
            }
        }
        return ScoredPiece(bytes: bytes(), corpus: corpus)
    }
}
