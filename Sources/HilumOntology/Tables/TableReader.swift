#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the tables of an ontology folder.
struct TableReader {
    /// The folder that holds `concepts/`, `terms/` and `language/`.
    let folder: String

    /// Every table; a file that is not there is an error.
    func tables() throws(OntologyError) -> [Table] {
        try tables(allowsPartialHeaders: false) { _ in true }
    }

    /// The tables of an overlay: whichever files there are, the others without rows. A file that no table is named after would be
    /// passed over in silence, and is an error, as is a folder without any table.
    func overlay() throws(OntologyError) -> [Table] {
        if isFolder(folder) == false { throw .unreadable(path: folder, reason: "it is a file; name the folder") }
        guard let found = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw .unreadable(path: folder, reason: "no such folder, or no permission")
        }
        let names = TableSchema.all.flatMap(\.files).map(\.path)
        for file in found.sorted() where !names.contains(file) && Self.looksLikeTable(file) && isFolder(path(file)) != true {
            throw .invalidFile(path: path(file), problem: "no table is called so; there are \(names.joined(separator: ", "))")
        }
        let files = Set(found).intersection(names)
        guard !files.isEmpty else {
            throw .invalidFile(path: folder, problem: "it holds no table; there may be \(names.joined(separator: ", "))")
        }
        return try tables(allowsPartialHeaders: true, where: files.contains)
    }

    /// Whether who put a file there must have meant it for a table: it lies where tables do, or is called as they are.
    private static func looksLikeTable(_ file: String) -> Bool {
        let parts = file.lowercased().split(separator: "/")
        guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") }), !name.hasSuffix(".md") else { return false }
        return name.hasSuffix(".tsv") || (parts.count > 1 && ["concepts", "terms", "language"].contains(parts[0]))
    }

    /// Nil where there is nothing.
    private func isFolder(_ path: String) -> Bool? {
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        return type.map { $0 == .typeDirectory }
    }

    private func tables(
        allowsPartialHeaders: Bool, where isRead: (String) -> Bool
    ) throws(OntologyError) -> [Table] {
        var tables: [Table] = []
        for schema in TableSchema.all {
            var rows: [Table.Row] = []
            for file in schema.files where isRead(file.path) {
                rows += try self.rows(
                    of: path(file.path), columns: file.columns, schema: schema, allowsPartialHeader: allowsPartialHeaders)
            }
            tables.append(Table(schema: schema, rows: rows))
        }
        return tables
    }

    /// - Parameter allowsPartialHeader: whether columns may be missing, but for the key's, and stand in another order, so that a user's
    ///   table outlives a column that is added.
    private func rows(
        of path: String, columns: [String], schema: TableSchema, allowsPartialHeader: Bool
    ) throws(OntologyError) -> [Table.Row] {
        // In bytes: a Character swallows the accent that follows it, and CRLF is one.
        let lines = try bytes(of: path).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var header: [String]?
        var unstated: [Int] = []
        var rows: [Table.Row] = []
        for (index, line) in lines.enumerated() {
            let line = line.last == Self.carriageReturn ? line.dropLast() : line
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Self.text)
            guard let columns = header else {
                let fits =
                    allowsPartialHeader
                    ? Set(cells).isSubset(of: columns) && Set(cells).count == cells.count && Set(schema.key).isSubset(of: cells)
                    : cells == columns
                guard fits else { throw .invalidHeader(file: path, expected: columns, found: cells) }
                header = cells
                unstated = schema.columns.indices.filter { !cells.contains(schema.columns[$0]) }
                continue
            }
            if line.first == UInt8(ascii: "#") || line.allSatisfy({ $0 == UInt8(ascii: " ") }) { continue }
            guard cells.count <= columns.count else {
                let problem = "\(cells.count) cells under \(columns.count) columns"
                throw .invalidRow(file: path, line: index + 1, column: columns[columns.count - 1], problem: problem)
            }
            let byColumn = Dictionary(uniqueKeysWithValues: zip(columns, cells))
            rows.append(
                Table.Row(
                    cells: schema.columns.map { byColumn[$0] ?? "" }, file: path, line: index + 1, unstated: unstated))
        }
        return rows
    }

    /// The bytes of a file, UTF-8 without byte order mark, NUL, or carriage return but before a line feed.
    private func bytes(of path: String) throws(OntologyError) -> [UInt8] {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw .unreadable(path: path, reason: "no such file, or no permission")
        }
        var bytes = [UInt8](data)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard !bytes.isEmpty else { throw .invalidFile(path: path, problem: "the file is empty; a header line is expected") }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw invalid(bytes, at: Self.validPrefix(of: bytes), path, "this is no UTF-8; save the file as UTF-8")
        }
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0: throw invalid(bytes, at: index, path, "a NUL byte; save the file as UTF-8")
            case Self.carriageReturn where index + 1 < bytes.count && bytes[index + 1] != UInt8(ascii: "\n"):
                throw invalid(bytes, at: index, path, "a carriage return without a line feed; end lines with LF")
            default: break
            }
        }
        return bytes
    }

    private func invalid(_ bytes: [UInt8], at index: Int, _ path: String, _ problem: String) -> OntologyError {
        let start = bytes[..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1
        return .invalidBytes(file: path, line: line, byte: index - start + 1, problem: problem)
    }

    /// How many bytes there are before the first that is no UTF-8.
    private static func validPrefix(of bytes: [UInt8]) -> Int {
        var count = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { count += UTF8.width(scalar) }
        return count
    }

    private func path(_ file: String) -> String { folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)" }

    /// A cell without the blanks around it.
    private static func text(_ cell: ArraySlice<UInt8>) -> String {
        var cell = cell.drop { $0 == UInt8(ascii: " ") }
        while cell.last == UInt8(ascii: " ") { cell.removeLast() }
        return String(decoding: cell, as: UTF8.self)
    }

    private static let carriageReturn = UInt8(ascii: "\r")
}
