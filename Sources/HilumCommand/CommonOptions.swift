import ArgumentParser
import Hilum

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Which rows to read.
struct InputOptions: ParsableArguments {
    @Argument(help: "A CSV, TSV or JSONL file; - for standard input.")
    var input: String

    @OptionGroup var rows: RowOptions

    @OptionGroup var repeats: RepeatedIDs

    /// Opens the input and reads its header.
    func open() throws -> RowReader {
        try rows.open(input)
    }

    /// Chooses the columns to read, and the ids.
    /// - Parameters:
    ///   - structured: columns whose cells may be JSON arrays and objects.
    ///   - passing: columns that rows bring along as they are.
    func select(
        _ columns: [String], structured: Set<String> = [], passing: PassedColumns = .named([]), of reader: RowReader
    ) throws {
        try reader.select(
            columns, id: idColumn(of: reader), allowsRepeatedIDs: repeats.areAllowed, structured: structured, passing: passing)
    }

    /// Whether the input is a file that can be read twice, rather than standard input, a pipe or the like.
    var isFile: Bool {
        var status = stat()
        return input != "-" && stat(input, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    var id: String? { rows.id }

    /// The column of the ids; nil where rows are numbered.
    func idColumn(of reader: RowReader) -> String? { rows.idColumn(of: reader) }
}

/// Whether two rows may have the same id.
struct RepeatedIDs: ParsableArguments {
    @Flag(
        name: .customLong("allow-duplicate-ids"),
        help: "Let two rows have the same id. Without it ids are remembered: 35 bytes a row.")
    var areAllowed = false
}

/// How to read the rows of a file.
struct RowOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Column of the ids. (default: id, if there is such a column; else the row number)", valueName: "col"))
    var id: String?

    @Option(help: "csv, tsv or jsonl. (default: by the extension, or by the first bytes)")
    var inputFormat: InputFormat?

    /// Opens an input and reads its header.
    func open(_ path: String) throws -> RowReader {
        try RowReader(path: path, format: inputFormat)
    }

    /// The column of the ids; nil where rows are numbered.
    func idColumn(of reader: RowReader) -> String? { id ?? (reader.columns.contains("id") ? "id" : nil) }
}

extension InputFormat: ExpressibleByArgument {}

/// The value of an option that names columns: `a,b`.
struct ColumnList: ExpressibleByArgument, Sendable {
    let names: [String]

    init?(argument: String) {
        names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if names.contains("") { return nil }
    }
}

/// How to work, and where the result goes.
struct WorkOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: """
            Write to a file, which appears when it is complete. (default: standard output, where a stopped run \
            leaves whole rows)
            """)
    var output: String?

    @Option(help: ArgumentHelp("How many reports to work on at a time. (default: as many as there are cores)", valueName: "n"))
    var threads: Int?

    @OptionGroup var ontology: OntologyChoice

    @Flag(help: "Show no progress and no warnings.")
    var quiet = false

    var threadCount: Int { threads ?? Hilum.coreCount }

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads has to be 1 or more") }
    }
}

/// Which ontology to use.
struct OntologyChoice: ParsableArguments {
    @Option(
        name: .customLong("ontology"),
        help: ArgumentHelp("Use another compiled ontology than the built-in one.", valueName: "file"))
    var path: String?

    @OptionGroup var overlays: OverlayChoice

    func open() throws -> Ontology { try Self.open(path, with: overlays.folders) }

    static func open(_ path: String?, with overlays: [String]) throws -> Ontology {
        if let path { return try Ontology(contentsOf: path, with: overlays) }
        return overlays.isEmpty ? try builtIn { () throws(OntologyError) in try .bundled() } : try .bundled(with: overlays)
    }

    /// The hash of an ontology, as cheaply as it is to be had.
    static func hash(of path: String?, with overlays: [String]) throws -> String {
        guard path == nil, overlays.isEmpty else { return try open(path, with: overlays).hash }
        return try builtIn(Ontology.bundledHash)
    }

    private static func builtIn<Value>(_ get: () throws(OntologyError) -> Value) throws -> Value {
        do {
            return try get()
        } catch {
            throw Defect(description: "the built-in ontology cannot be used: \(error)")
        }
    }
}

/// Tables of the user's own.
struct OverlayChoice: ParsableArguments {
    @Option(
        name: .customLong("with"),
        help: ArgumentHelp(
            "Add the rows of your own tables, or put them in place of the ontology's; may be given more than once.",
            valueName: "folder"))
    var folders: [String] = []
}
