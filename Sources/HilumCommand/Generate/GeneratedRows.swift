import Hilum
import HilumGeneration

/// Some rows have no report; the output says why.
struct RowsWithoutReport: Error, CustomStringConvertible {
    var count: Int
    var n: Int

    var description: String { "\(count) of \(n) rows \(count == 1 ? "has" : "have") no report; the output says why" }
}

/// The reports of the rows of a file.
enum GeneratedRows {
    /// Writes them as a call asks for it.
    /// - Throws: also `RowsWithoutReport`, when all others are written.
    static func write(of input: String, as command: GenerateCommand) async throws {
        let reader = try command.rows.open(input)
        let generator = try command.model.generator(for: Hilum(ontology: command.work.ontology.open()))
        let source = try command.source.source(
            of: input, columns: reader.columns, labels: command.labels, phrases: generator.phrases)
        try reader.select(
            source.columns.map(\.name), id: command.rows.idColumn(of: reader), allowsRepeatedIDs: command.repeats.areAllowed,
            structured: Set(source.columns.filter(\.isStructured).map(\.name)))
        let output = try OutputFile(path: command.work.output, input: input)
        let heatMaps = try HeatMapFiles(command.heatMaps, input: input)
        output.outlivesReader = !command.heatMaps.given.isEmpty
        Interruption.removesTemporaryFiles(of: [output] + heatMaps.outputs)
        let writer = GeneratedRowWriter(
            rows: RowGenerator(
                source: source, generator: generator, options: command.options,
                outputs: [command.work.output, command.heatMaps.maps].compactMap(\.self)),
            isCSV: command.format == .csv, heatMaps: command.heatMaps, input: reader.name)
        try output.write(writer.header)
        var (written, failed) = (0, 0)
        try await RowPipeline(reader: reader, output: output, options: command.work, rowsPerPiece: source.isSlow ? 1 : nil).run(
            work: { writer.piece($0) },
            bytes: { piece in
                if let failure = piece.failure {
                    try output.write(piece.bytes)
                    throw failure
                }
                written += piece.written
                failed += piece.failed
                for (id, places) in piece.places { try heatMaps.write(places, id: id) }
                return piece.bytes
            })
        try output.finish()
        try heatMaps.finish()
        command.say("\(written) \(written == 1 ? "report" : "reports") written of \(source.name) by \(generator.signature)")
        if failed > 0 { throw RowsWithoutReport(count: failed, n: written + failed) }
    }
}
