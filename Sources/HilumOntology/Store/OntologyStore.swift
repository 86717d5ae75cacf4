#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The compiled form: one SQLite table for each of the ontology's, rows in the order written.
enum OntologyStore {
    /// Writes beside the file and renames, so that a failure leaves the old one.
    static func write(_ tables: [Table], replacing path: String) throws(OntologyError) {
        let temporary = "\(path).new"
        unlink(temporary)
        try write(tables, to: temporary)
        guard rename(temporary, path) == 0 else {
            throw .unwritable(path: path, reason: String(cString: strerror(errno)))
        }
    }

    private static func write(_ tables: [Table], to path: String) throws(OntologyError) {
        let database = try Database(path: path, readOnly: false)
        try database.run("PRAGMA page_size = 4096")
        try database.run("BEGIN")
        for table in tables {
            let columns = table.schema.columns
            try database.run(
                "CREATE TABLE \(table.schema.name) (\(columns.map { "\"\($0)\" TEXT NOT NULL" }.joined(separator: ", ")))")
            let places = columns.map { _ in "?" }.joined(separator: ", ")
            try database.run("INSERT INTO \(table.schema.name) VALUES (\(places))", rows: table.rows.map(\.cells))
        }
        try database.run("COMMIT")
    }

    /// - Parameter name: what messages call the store.
    static func read(_ database: Database, name: String) throws(OntologyError) -> [Table] {
        var tables: [Table] = []
        for schema in TableSchema.all {
            let columns = schema.columns.map { "\"\($0)\"" }.joined(separator: ", ")
            let rows = try database.rows("SELECT \(columns) FROM \(schema.name) ORDER BY rowid")
            tables.append(
                Table(
                    schema: schema,
                    rows: rows.enumerated().map {
                        Table.Row(cells: $1, file: "\(name) (\(schema.name))", line: $0 + 1)
                    }))
        }
        return tables
    }
}
