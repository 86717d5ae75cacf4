import HilumOntology

extension Ontology {
    /// An ontology of a few rows, read as any ontology is read.
    /// - Parameter rows: by file, cells separated by `|`; files that are not named are empty.
    package convenience init(rows: [String: [String]]) throws {
        let folder = try TemporaryFolder()
        for file in TableSchema.all.flatMap(\.files) {
            let lines = [file.columns.joined(separator: "\t")] + (rows[file.path] ?? []).map { $0.replacing("|", with: "\t") }
            try folder.file(file.path, lines.map { $0 + "\n" }.joined())
        }
        try self.init(tables: folder.path)
    }
}
