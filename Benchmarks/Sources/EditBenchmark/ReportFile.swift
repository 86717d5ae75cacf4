import ArgumentParser
import Foundation
import ReportEdits

/// The reports of a file, each text once: many normal reports are word for word the same.
struct ReportFile {
    private struct Row: Decodable {
        var id: String
        var findings: String?
        var impression: String?
    }

    private let distinct: [Row]

    /// What edits its reports.
    var editors: [Editor] {
        distinct.map { Editor(id: $0.id, findings: $0.findings ?? "", impression: $0.impression ?? "") }
    }

    init(path: String) throws {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw ValidationError("\(path): no such file, or no permission")
        }
        var seen: Set<String> = []
        var rows: [Row] = []
        for (number, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            guard let row = try? JSONDecoder().decode(Row.self, from: Data(line)) else {
                throw ValidationError("\(path):\(number + 1): not a JSON object with id, findings and impression")
            }
            if seen.insert("\(row.findings ?? "")\n\(row.impression ?? "")").inserted { rows.append(row) }
        }
        distinct = rows
    }
}
