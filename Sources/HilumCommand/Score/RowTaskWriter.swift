import Hilum

/// Scores the rows of a task and writes them as JSON lines, CSV or a table.
struct RowTaskWriter<Task: RowTask>: ScoreWriting {
    struct Corpus: Sendable {
        var n = 0
        /// One a measure.
        var moments: [Moments]
        var figures: Task.Figures
    }

    private let name: String
    private let task: Task
    private let format: ScoreCommand.Format
    /// What messages call the input.
    private let input: String
    private let layout: TableLayout

    /// Carries a task out as a call asks for it.
    static func run(_ task: Task, over reader: RowReader, as command: ScoreCommand) async throws {
        let run = try ScoreRun(command, reader: reader, columns: task.columns)
        try await run.run(RowTaskWriter(task, name: command.task.rawValue, format: run.format, input: reader.name))
    }

    private init(_ task: Task, name: String, format: ScoreCommand.Format, input: String) {
        self.name = name
        self.task = task
        self.format = format
        self.input = input
        layout = TableLayout(titles: task.measures)
    }

    var emptyCorpus: Corpus {
        Corpus(moments: task.measures.map { _ in Moments() }, figures: task.noFigures)
    }

    var header: [UInt8] {
        switch format {
        case .jsonl: return []
        case .csv:
            var writer = CSVWriter()
            writer.row(["id"] + task.measures + ["signature"])
            return writer.bytes
        case .table: return Array(layout.header.utf8)
        }
    }

    func footer(_ corpus: Corpus) -> [UInt8] {
        guard format == .table else { return [] }
        guard corpus.n > 0 else { return Array("no rows\n".utf8) }
        let means = layout.line("mean of \(corpus.n)", corpus.moments.map { Self.cell($0.mean) })
        return Array((means + corpus.figures.lines.map { $0 + "\n" }.joined()).utf8)
    }

    func merge(_ part: Corpus, into corpus: inout Corpus) {
        corpus.n += part.n
        for (index, moments) in part.moments.enumerated() { corpus.moments[index].merge(moments) }
        corpus.figures.merge(part.figures)
    }

    func appendSummary(_ corpus: Corpus, to writer: inout JSONWriter) {
        writer.object {
            $0.key("n")
            $0.integer(corpus.n)
            $0.key("signature")
            $0.string(task.signature)
            $0.key("task")
            $0.string(name)
            $0.key("metrics")
            $0.object {
                for (measure, moments) in zip(task.measures, corpus.moments) {
                    $0.key(measure)
                    $0.moments(moments, withCount: true)
                }
            }
            corpus.figures.appendMembers(to: &$0)
        }
    }

    func score(_ rows: [Row]) -> ScoredPiece<Corpus> {
        var corpus = emptyCorpus
        var bytes: [UInt8] = []
        for row in rows {
            let score: RowScore<Task.Figures.Evidence>
            do throws(CellError) {
                score = try task.score(row.cells)
            } catch {
                let problem = InputError.Problem.invalidCell(line: row.line, column: error.column, reason: error.reason)
                return ScoredPiece(bytes: bytes, corpus: corpus, failure: InputError(file: input, problem: problem))
            }
            corpus.n += 1
            for (index, value) in score.values.enumerated() {
                if let value { corpus.moments[index].add(value) }
            }
            corpus.figures.add(score.evidence)
            bytes += written(score, of: row)
        }
        return ScoredPiece(bytes: bytes, corpus: corpus)
    }

    private func written(_ score: RowScore<Task.Figures.Evidence>, of row: Row) -> [UInt8] {
        switch format {
        case .jsonl:
            var writer = JSONWriter()
            writer.object {
                $0.key("id")
                $0.string(utf8: row.id)
                for (measure, value) in zip(task.measures, score.values) {
                    $0.key(measure)
                    $0.number(value)
                }
                if !score.members.isEmpty { $0.fragment(score.members) }
                $0.key("signature")
                $0.string(task.signature)
            }
            writer.newline()
            return writer.bytes
        case .csv:
            var writer = CSVWriter()
            writer.cell(utf8: row.id)
            for value in score.values { writer.cell(value) }
            writer.cell(task.signature)
            writer.endRow()
            return writer.bytes
        case .table:
            let id = ShortLine.of(String(decoding: row.id, as: UTF8.self))
            let line = layout.line(id, score.values.map(Self.cell))
            return Array((line + score.remarks.map { "    \($0)\n" }.joined()).utf8)
        }
    }

    private static func cell(_ value: Double?) -> String {
        value.map { $0.fixed(decimals: 3) } ?? "-"
    }
}
