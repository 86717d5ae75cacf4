import Hilum

/// Scores files of report pairs, so that their scores can be compared.
struct PairFileScorer {
    let reference: String
    let candidate: String
    let rows: RowOptions
    /// Of a score: those that are compared.
    let parts: Set<ScorePart>
    let work: WorkOptions
    let output: OutputFile

    /// - Throws: also where a file pairs another reference with an id than the first has.
    func scores(of files: [String]) async throws -> [ScoredReports] {
        let hilum = Hilum(ontology: try work.ontology.open())
        var references: [[UInt8]: [UInt8]] = [:]
        var systems: [ScoredReports] = []
        var warning = CoverageWarning()
        for file in files {
            var system = ScoredReports(file: Self.name(of: file))
            system.add(signature: ScoreSignature.text(ontology: hilum.ontology))
            try await score(file, with: hilum, &warning) { row, score in
                if references[row.id, default: row.cells[1]] != row.cells[1] {
                    throw ComparisonError.differentReferences(
                        id: String(decoding: row.id, as: UTF8.self), file: system.file, otherFile: systems[0].file)
                }
                if systems.isEmpty { references[row.id] = row.cells[1] }
                system.append(score, id: row.id)
            }
            systems.append(system)
        }
        show(warning)
        return systems
    }

    /// What messages call a file.
    static func name(of file: String) -> String { file == "-" ? "standard input" : file }

    /// Scores the pairs of a file.
    /// - Parameters:
    ///   - warning: is told what was not understood.
    ///   - each: called in the order of the rows; the cells of a row are candidate and reference.
    func score(
        _ file: String, with hilum: Hilum, _ warning: inout CoverageWarning, each: (Row, PairScore) throws -> Void
    ) async throws {
        let reader = try rows.open(file)
        try reader.select([candidate, reference], id: rows.idColumn(of: reader))
        try await RowPipeline(reader: reader, output: output, options: work).run(
            work: { [parts] rows in
                var warning = CoverageWarning()
                let scored = rows.map { row in
                    let candidate = hilum.extract(Report(text: row.cells[0]))
                    let reference = hilum.extract(Report(text: row.cells[1]))
                    let score = hilum.score(candidate: candidate, reference: reference, parts: parts)
                    warning.add(score.coverage, id: row.id, graphs: [reference, candidate])
                    return (row: row, score: score)
                }
                return (scored, warning)
            },
            deliver: { scored, part in
                warning.merge(part)
                for (row, score) in scored { try each(row, score) }
            })
    }

    /// Says on standard error of which reports too much was not understood.
    func show(_ warning: CoverageWarning) {
        if !work.quiet, let text = warning.text { StandardError.write(text) }
    }
}
