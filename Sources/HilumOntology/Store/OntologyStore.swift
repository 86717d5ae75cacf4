/// The compiled form: one SQLite table for each of the ontology's, rows in the order written.
enum OntologyStore {
    /// The bytes of a file that `read` reads; the same tables give the same bytes.
    static func bytes(of tables: [Table]) throws(OntologyError) -> [UInt8] {
        let database = try Database()
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
        return try database.serialized()
    }

    /// - Parameter name: what messages call the store.
    static func read(_ database: Database, name: String) throws(OntologyError) -> [Table] {
        var tables: [Table] = []
        for schema in TableSchema.all {
            guard try database.hasTable(schema.name) else { throw database.invalid("it has no table '\(schema.name)'") }
            let found = try database.columns(of: schema.name)
            guard let missing = schema.columns.first(where: { !found.contains($0) }) else {
                tables.append(try read(schema, database, name: name))
                continue
            }
            throw database.invalid(
                "its table '\(schema.name)' has no '\(missing)': it was made by another version; build it again")
        }
        return tables
    }

    private static func read(_ schema: TableSchema, _ database: Database, name: String) throws(OntologyError) -> Table {
        let columns = schema.columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let rows = try database.rows("SELECT \(columns) FROM \(schema.name) ORDER BY rowid")
        return Table(
            schema: schema,
            rows: rows.enumerated().map { Table.Row(cells: $1, file: "\(name) (\(schema.name))", line: $0 + 1) })
    }
}
