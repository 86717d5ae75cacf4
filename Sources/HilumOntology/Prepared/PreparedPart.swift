/// What is made of an ontology's tables at every start, made once instead, when they are compiled: the table `prepared` of the compiled
/// form, a row a part.
///
/// Each part names the tables that it was made of by their hash. It is no part of that hash, and read only where the compiled form is the
/// one that is embedded in the library: the rows of a file may have been changed behind its back. Without it, or with one of another
/// version, everything is made of the tables.
package struct PreparedPart: Sendable {
    var name: String
    /// The version of what the bytes mean. Another one than `currentFormat` is as good as none.
    var format = Self.currentFormat
    /// Of the ontology.
    var hash: String
    var bytes: [UInt8]
    /// Of the bytes.
    var checksum: String

    /// The part that holds `OntologyContents`.
    static let contents = "contents"
    /// The part that holds what HilumExtraction makes of the words.
    package static let lexicon = "lexicon"
    static let currentFormat = 2

    init(name: String, hash: String, bytes: [UInt8]) {
        self.name = name
        self.hash = hash
        self.bytes = bytes
        checksum = Fingerprint(of: bytes).hexadecimal
    }

    static func write(_ parts: [PreparedPart], to database: Database) throws(OntologyError) {
        try database.run(
            """
            CREATE TABLE prepared (part TEXT NOT NULL, format INTEGER NOT NULL, hash TEXT NOT NULL, checksum TEXT NOT NULL, \
            bytes BLOB NOT NULL)
            """)
        for part in parts {
            try database.run(
                "INSERT INTO prepared VALUES ('\(part.name)', \(part.format), '\(part.hash)', '\(part.checksum)', ?)",
                bytes: part.bytes)
        }
    }
}

extension OntologyStore {
    /// A part that this version made; nil where there is none, or one that is damaged.
    func preparedPart(_ name: String) -> PreparedPart? {
        guard let row = preparedRow(name),
            let bytes = try? database.bytes(table: "prepared", column: "bytes", row: row.number)
        else { return nil }
        let part = PreparedPart(name: name, hash: row.hash, bytes: bytes)
        return part.checksum == row.checksum ? part : nil
    }

    /// The hash of the tables that a part was made of, without reading it; nil as for the part.
    func preparedHash(of name: String) -> String? { preparedRow(name)?.hash }

    private func preparedRow(_ name: String) -> (number: Int64, hash: String, checksum: String)? {
        let query = """
            SELECT rowid, hash, checksum FROM prepared WHERE part = '\(name)' AND format = \(PreparedPart.currentFormat)
            """
        guard let cells = try? database.rows(query).first, cells.count == 3, let number = Int64(cells[0]) else { return nil }
        return (number, cells[1], cells[2])
    }
}
