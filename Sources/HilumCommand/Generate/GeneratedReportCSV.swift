import Hilum
import HilumGeneration

/// Writes generated reports as CSV, a row each; several sentences stand in one cell.
enum GeneratedReportCSV {
    static let header = [
        "id", "report", "generated", "model", "findings", "dropped", "added", "leftovers", "radiograph", "reason",
    ]

    static func append(_ report: GeneratedReport, id: [UInt8], to writer: inout CSVWriter) {
        writer.cell(utf8: id)
        writer.cell(report.text)
        writer.cell("true")
        writer.cell(report.modelSignature)
        writer.cell(report.findings)
        for sentences in [report.dropped.map(\.sentence), report.added, report.leftovers] {
            writer.cell(sentences.joined(separator: " "))
        }
        writer.cell(report.radiographScore)
        writer.cell(nil as String?)
        writer.endRow()
    }

    static func append(_ failure: NoReport, id: [UInt8], to writer: inout CSVWriter) {
        writer.cell(utf8: id)
        writer.cell(nil as String?)
        writer.cell("false")
        for _ in 0..<5 { writer.cell(nil as String?) }
        writer.cell(failure.radiographScore)
        writer.cell(failure.description)
        writer.endRow()
    }
}
