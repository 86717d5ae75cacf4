#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the tables of an ontology folder.
struct TableReader {
    /// The folder that holds `concepts/`, `terms/` and `language/`.
    let folder: String

    func tables() throws(OntologyError) -> [Table] {
        var tables: [Table] = []
        for schema in TableSchema.all {
            var rows: [Table.Row] = []
            for file in schema.files {
                rows += try self.rows(of: file.path, columns: file.columns, schema: schema)
            }
            tables.append(Table(schema: schema, rows: rows))
        }
        return tables
    }

    private func rows(of path: String, columns: [String], schema: TableSchema) throws(OntologyError) -> [Table.Row] {
        let lines = try text(of: "\(folder)/\(path)").split(separator: "\n", omittingEmptySubsequences: false)
        let header = lines.first.map(cells) ?? []
        guard header == columns else { throw .invalidHeader(file: path, expected: columns, found: header) }
        var rows: [Table.Row] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.trimmingSpaces.isEmpty && !line.hasPrefix("#") {
            let cells = cells(of: line)
            guard cells.count <= columns.count else {
                let problem = "\(cells.count) cells under \(columns.count) columns"
                throw .invalidRow(file: path, line: index + 1, column: columns[columns.count - 1], problem: problem)
            }
            let byColumn = Dictionary(uniqueKeysWithValues: zip(columns, cells))
            rows.append(Table.Row(cells: schema.columns.map { byColumn[$0] ?? "" }, file: path, line: index + 1))
        }
        return rows
    }

    private func cells(of line: Substring) -> [String] {
        line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0.trimmingSpaces) }
    }

    private func text(of path: String) throws(OntologyError) -> String {
        do {
            let data = try Data(contentsOf: URL(filePath: path))
            guard let text = String(validating: data, as: UTF8.self) else {
                throw OntologyError.unreadable(path: path, reason: "it is not UTF-8")
            }
            return text.replacing("\r\n", with: "\n")
        } catch let error as OntologyError {
            throw error
        } catch {
            throw .unreadable(path: path, reason: "no such file, or no permission")
        }
    }
}
