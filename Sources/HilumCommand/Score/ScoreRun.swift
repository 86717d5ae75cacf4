import Hilum

/// Scores rows and writes them in one format: what the tasks of `hilum score` differ in.
protocol ScoreWriting: Sendable {
    /// What is kept of many rows.
    associatedtype Corpus: Sendable

    /// Of no rows.
    var emptyCorpus: Corpus { get }

    /// What stands before the first row.
    var header: [UInt8] { get }

    /// What stands behind the last row.
    /// - Throws: if the rows together are not what they have to be.
    func footer(_ corpus: Corpus) throws -> [UInt8]

    /// Called from several threads.
    func score(_ rows: [Row]) -> ScoredPiece<Corpus>

    /// Adds the corpus of the rows that follow.
    func merge(_ part: Corpus, into corpus: inout Corpus)

    /// Appends the object of `--summary`.
    func appendSummary(_ corpus: Corpus, to writer: inout JSONWriter)

    /// Writes the page of `--html`, which `--task report` alone has.
    func writePage(_ corpus: Corpus, to file: OutputFile) throws
}

extension ScoreWriting {
    func writePage(_ corpus: Corpus, to file: OutputFile) throws {
        throw Defect(description: "a task without a page was asked for one")
    }
}

/// What some rows that follow one another come to.
struct ScoredPiece<Corpus: Sendable>: Sendable {
    /// As they are to be written.
    var bytes: [UInt8]
    var corpus: Corpus
    /// Met behind the rows that were scored.
    var failure: (any Error)?
}

/// The files of a run of `hilum score`, and its course.
struct ScoreRun {
    let format: ScoreCommand.Format
    private let reader: RowReader
    private let output: OutputFile
    private let summary: OutputFile?
    private let page: OutputFile?
    private let work: WorkOptions

    /// Opens the files to write.
    /// - Parameters:
    ///   - reader: whose rows have not been asked for.
    ///   - columns: those to read, whose cells a row has in this order.
    ///   - passing: those that a row brings along.
    init(
        _ command: ScoreCommand, reader: RowReader, columns: [TaskColumn], passing: PassedColumns = .named([])
    ) throws {
        self.reader = reader
        try command.input.select(columns, passing: passing, of: reader)
        let input = command.input.input
        let beside = command.labels.map(\.path) + [command.judge].compactMap(\.self)
        for path in [command.work.output, command.summary, command.html].compactMap(\.self) where path != "-" {
            guard !beside.contains(where: { OutputFile.isSame($0, path) }) else {
                throw OutputError.isInput(path: path)
            }
        }
        output = try OutputFile(path: command.work.output, input: input)
        summary = try command.summary.map { try OutputFile(path: $0, input: input) }
        page = try command.html.map { try OutputFile(path: $0, input: input) }
        output.outlivesReader = summary != nil || page != nil
        work = command.work
        format = command.format ?? (output.isTerminal ? .table : .jsonl)
        Interruption.removesTemporaryFiles(of: [output, summary, page].compactMap(\.self))
    }

    /// Scores all rows and completes the files.
    /// - Parameters:
    ///   - next: the next row, if it is not the reader's as it is.
    ///   - rowsPerPiece: how many rows are scored together, where one takes long.
    /// - Returns: what is kept of all rows.
    @discardableResult
    func run<Writer: ScoreWriting>(
        _ writer: Writer, next: (() throws -> Row?)? = nil, rowsPerPiece: Int? = nil
    ) async throws -> Writer.Corpus {
        var corpus = writer.emptyCorpus
        try output.write(writer.header)
        try await RowPipeline(reader: reader, output: output, options: work, rowsPerPiece: rowsPerPiece).run(
            next: next, work: { writer.score($0) },
            deliver: { piece in
                try output.write(piece.bytes)
                if let failure = piece.failure { throw failure }
                writer.merge(piece.corpus, into: &corpus)
            })
        try output.write(try writer.footer(corpus))
        if let summary {
            var json = JSONWriter()
            writer.appendSummary(corpus, to: &json)
            json.newline()
            try summary.write(json.bytes)
        }
        if let page { try writer.writePage(corpus, to: page) }
        try output.finish()
        try summary?.finish()
        try page?.finish()
        return corpus
    }
}
