import HilumOpenI

/// A row of an exported file; in a blind one all but id and text is left out.
struct ExportedReport: Encodable {
    var id: String
    var indication: String?
    var comparison: String?
    var findings: String?
    var impression: String?
    var text: String
    var mesh: [String]?

    init(_ report: OpenIReport) {
        id = report.id
        indication = report.indication
        comparison = report.comparison
        findings = report.findings
        impression = report.impression
        text = report.text
        mesh = report.mesh
    }

    init(blind report: OpenIReport) {
        id = report.id
        text = report.text
    }
}

/// CSV after RFC 4180.
enum CSVTable {
    static func text(of rows: [ExportedReport]) -> String {
        let columns: [(name: String, cell: (ExportedReport) -> String?)] = [
            ("id", \.id), ("indication", \.indication), ("comparison", \.comparison), ("findings", \.findings),
            ("impression", \.impression), ("text", \.text), ("mesh", { $0.mesh?.joined(separator: ";") }),
        ]
        let used = columns.filter { column in rows.contains { column.cell($0) != nil } }
        let lines = [used.map(\.name)] + rows.map { row in used.map { quoted($0.cell(row) ?? "") } }
        return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return cell }
        return "\"\(cell.replacing("\"", with: "\"\""))\""
    }
}
