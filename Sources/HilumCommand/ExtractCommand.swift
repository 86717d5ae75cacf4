import ArgumentParser
import Hilum
import HilumGeneration

struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Reads reports into knowledge graphs.",
        discussion: """
            One line a report, in the order of the input. With several columns of text, the text is the columns joined by a line feed, \
            in the order given, and spans are bytes of that joined text.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case jsonl, csv, triples, mesh, chexpert, radgraph, findings
    }

    @OptionGroup var input: InputOptions

    @Option(help: ArgumentHelp("Column of the report; may be given more than once. (default: text, or report)", valueName: "col"))
    var text: [String] = []

    @Option(help: ArgumentHelp("Columns that hold one section each: findings=F,impression=I.", valueName: "section=col,…"))
    var sectionColumns: SectionColumns?

    @Option(
        help:
            "jsonl, csv (a row an observation), triples, mesh (Open-i's coding), chexpert (14 labels), radgraph or findings (in canonical phrases)."
    )
    var format = Format.jsonl

    @OptionGroup var work: WorkOptions

    func validate() throws {
        if !text.isEmpty, sectionColumns != nil { throw ValidationError("give either --text or --section-columns") }
    }

    func run() async throws {
        let reader = try input.open()
        let columns = try ReportColumns(text: text, sections: sectionColumns, available: reader.columns)
        try input.select(columns.names, of: reader)
        let ontology = try work.ontology.open()
        let output = try OutputFile(path: work.output, input: input.input)
        Interruption.removesTemporaryFiles(of: [output])
        if format == .csv {
            var header = CSVWriter()
            header.row(GraphCSV.header)
            try output.write(header.bytes)
        }
        let writer = ExtractWriter(format: format, columns: columns, ontology: ontology)
        try await RowPipeline(reader: reader, output: output, options: work)
            .run(work: { writer.bytes(for: $0) }, bytes: { $0 })
        try output.finish()
    }
}

/// Extracts the reports of rows and writes them in one format.
private struct ExtractWriter: Sendable {
    let columns: ReportColumns
    let extractor: Extractor
    let line: GraphLine
    /// Nil for CSV and findings.
    let format: GraphLine.Format?
    /// Of findings alone.
    let findings: FindingLine?

    init(format: ExtractCommand.Format, columns: ReportColumns, ontology: Ontology) {
        self.format = GraphLine.Format(rawValue: format.rawValue)
        self.columns = columns
        extractor = Extractor(ontology: ontology)
        line = GraphLine(ontology: ontology)
        findings = format == .findings ? FindingLine(ontology: ontology) : nil
    }

    func bytes(for rows: [Row]) -> [UInt8] {
        if let findings {
            var writer = JSONWriter()
            for row in rows {
                findings.append(extractor.graph(of: columns.report(of: row)), id: row.id, to: &writer)
                writer.newline()
            }
            return writer.bytes
        }
        guard let format else {
            var writer = CSVWriter()
            for row in rows { GraphCSV.append(extractor.graph(of: columns.report(of: row)), id: row.id, to: &writer) }
            return writer.bytes
        }
        var writer = JSONWriter(room: format == .jsonl ? 16 * rows.textSize : 0)
        for row in rows {
            line.append(extractor.graph(of: columns.report(of: row)), id: row.id, as: format, to: &writer)
            writer.newline()
        }
        return writer.bytes
    }
}
