import OntologyData

/// The compiled form: one SQLite table for each of the ontology's, rows in the order written; beside them what they come to, prepared.
struct OntologyStore {
    let database: Database
    private let name: String

    /// A file, which may be anybody's.
    init(path: String) throws(OntologyError) {
        database = try Database(path: path)
        name = path
    }

    /// - Parameter bytes: of a file; they must outlive the store.
    init(bytes: UnsafeRawBufferPointer, name: String) throws(OntologyError) {
        database = try Database(bytes: bytes, name: name)
        self.name = name
    }

    /// What is embedded in the library.
    static func bundled() throws(OntologyError) -> OntologyStore {
        try OntologyStore(
            bytes: UnsafeRawBufferPointer(start: hilum_ontology_bytes(), count: hilum_ontology_count()), name: "bundled ontology")
    }

    /// The bytes of a file that holds tables and what they come to; the same give the same bytes.
    static func bytes(of tables: [Table], prepared: [PreparedPart]) throws(OntologyError) -> [UInt8] {
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
        try PreparedPart.write(prepared, to: database)
        try database.run("COMMIT")
        return try database.serialized()
    }

    func tables() throws(OntologyError) -> [Table] {
        var tables: [Table] = []
        for schema in TableSchema.all {
            guard try database.hasTable(schema.name) else { throw database.invalid("it has no table '\(schema.name)'") }
            let found = try database.columns(of: schema.name)
            guard let missing = schema.columns.first(where: { !found.contains($0) }) else {
                tables.append(try table(schema))
                continue
            }
            throw database.invalid(
                "its table '\(schema.name)' has no '\(missing)': it was made by another version; build it again")
        }
        return tables
    }

    private func table(_ schema: TableSchema) throws(OntologyError) -> Table {
        let columns = schema.columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let rows = try database.rows("SELECT \(columns) FROM \(schema.name) ORDER BY rowid")
        return Table(
            schema: schema,
            rows: rows.enumerated().map { Table.Row(cells: $1, file: "\(name) (\(schema.name))", line: $0 + 1) })
    }
}
