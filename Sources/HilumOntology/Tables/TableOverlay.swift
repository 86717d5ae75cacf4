/// Lays a user's own tables over an ontology's: a row whose key exists takes its place, any other is added, and one marked with `!`
/// takes away. What comes of it is checked as any tables are.
enum TableOverlay {
    /// - Parameters:
    ///   - folders: each with any of the files of an ontology; the later ones over the earlier.
    static func lay(_ folders: [String], over base: [Table]) throws(OntologyError) -> [Table] {
        var tables = base
        for folder in folders {
            let overlay = try TableReader(folder: folder).overlay()
            var removed: [(id: String, row: TableRow)] = []
            for index in tables.indices {
                let rows = overlay[index].rows.map { row in
                    Table.Row(cells: row.cells, file: row.file, line: row.line, isOverlaid: true, unstated: row.unstated)
                }
                removed += try merge(rows, into: &tables[index])
            }
            for concept in removed { try dropMentions(of: concept.id, removedBy: concept.row, in: &tables) }
        }
        return tables
    }

    /// - Returns: the concepts that are taken away, with the rows that say so.
    private static func merge(_ rows: [Table.Row], into table: inout Table) throws(OntologyError) -> [(id: String, row: TableRow)]
    {
        guard !rows.isEmpty else { return [] }
        let schema = table.schema
        var replacements: [RowKey: [Table.Row]] = [:]
        var order: [RowKey] = []
        var removals: [RowKey: Table.Row] = [:]
        for row in rows {
            let key = RowKey(row, of: schema)
            if row.isRemoval {
                removals[key] = row
            } else {
                if replacements[key] == nil { order.append(key) }
                replacements[key, default: []].append(row)
            }
        }
        let replaced = Dictionary(grouping: table.rows.filter { replacements[RowKey($0, of: schema)] != nil }) {
            RowKey($0, of: schema)
        }
        var merged: [Table.Row] = []
        var found: Set<RowKey> = []
        for row in table.rows {
            let key = RowKey(row, of: schema)
            if let replacement = replacements[key] {
                if found.insert(key).inserted { merged += complete(replacement, from: replaced[key] ?? []) }
            } else if removals[key] != nil {
                found.insert(key)
            } else {
                merged.append(row)
            }
        }
        for key in order where !found.contains(key) { merged += replacements[key] ?? [] }
        table.rows = merged
        for row in rows where row.isRemoval && !found.contains(RowKey(row, of: schema)) {
            let key = RowKey(row, of: schema)
            throw TableRow(schema: schema, row: row).problem(schema.key[0], "there is no row '\(key.name)' to take away")
        }
        guard schema.name == TableSchema.concepts.name else { return [] }
        return removals.filter { replacements[$0.key] == nil }.map { ($0.key.name, TableRow(schema: schema, row: $0.value)) }
            .sorted { $0.1.row.line < $1.1.row.line }
    }

    /// The rows of an overlay for one key, with the cells that its file has no columns for; of several old rows none would be the one to
    /// take them from. A row that says what is there already is the old one still.
    private static func complete(_ rows: [Table.Row], from old: [Table.Row]) -> [Table.Row] {
        guard old.count == 1 else { return rows }
        return rows.map { row in
            let row = row.completed(from: old[0])
            return rows.count == 1 && row.cells == old[0].cells ? old[0] : row
        }
    }

    /// What a concept that is gone was called, what made it, what it was near to, where its tip belonged and its place in a series go
    /// with it; that another concept is a kind or a part of it, or lies there, is for the user to settle.
    private static func dropMentions(of id: String, removedBy removal: TableRow, in tables: inout [Table]) throws(OntologyError) {
        for index in tables.indices {
            let schema = tables[index].schema
            switch schema.name {
            case TableSchema.concepts.name:
                for row in tables[index].typedRows {
                    for column in ["parents", "sites", "part_of", "excludes"] where row.list(column).contains(id) {
                        throw removal.problem("id", "'\(id)' cannot go: '\(row["id"])' has it among its \(column)")
                    }
                }
            case TableSchema.terms.name, TableSchema.related.name, TableSchema.frames.name, TableSchema.senses.name,
                TableSchema.placements.name, TableSchema.levels.name, TableSchema.wordings.name,
                TableSchema.labels.name, TableSchema.reportParts.name:
                tables[index].rows.removeAll { row in
                    let row = TableRow(schema: schema, row: row)
                    return schema.columns.contains { column in
                        column != "term" && column != "example" && row.mentions(id, in: column)
                    }
                }
            default: break
            }
        }
    }
}

extension TableRow {
    /// Whether a cell names a concept, alone, in a list or as the subject of a frame.
    fileprivate func mentions(_ id: String, in column: String) -> Bool {
        self[column] == id || self[column] == id + "+" || list(column).contains(id)
    }
}
