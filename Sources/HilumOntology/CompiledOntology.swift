/// An ontology out of tables, with the bytes of the file that `Ontology(contentsOf:)` opens.
///
///     let compiled = try Ontology.compile(tables: "Ontology")
///     try compiled.write(to: "ontology.sqlite")   // import Hilum
public struct CompiledOntology: Sendable {
    public let ontology: Ontology
    /// A SQLite file; the same tables give the same bytes.
    public let bytes: [UInt8]
    private let tables: [Table]
    private let parts: [PreparedPart]

    init(_ ontology: Ontology, tables: [Table], parts: [PreparedPart]) throws(OntologyError) {
        self.ontology = ontology
        self.tables = tables
        self.parts = parts
        bytes = try OntologyStore.bytes(of: tables, prepared: parts)
    }

    /// The same with bytes that `Ontology.prepared(_:)` will give where this is the ontology that is embedded in the library.
    package func adding(_ name: String, _ bytes: [UInt8]) throws(OntologyError) -> CompiledOntology {
        let part = PreparedPart(name: name, hash: ontology.hash, bytes: bytes)
        return try CompiledOntology(ontology, tables: tables, parts: parts + [part])
    }
}

extension Ontology {
    /// Reads and checks the tables of a folder and compiles them. Writes nothing.
    /// - Parameters:
    ///   - folder: holds `concepts/`, `terms/` and `language/`, as Ontology/README.md says.
    ///   - overlays: folders whose rows add to these or take their place, as of `bundled(with:)`.
    /// - Throws: `OntologyError` with file, line and column of the first row that does not hold.
    public static func compile(tables folder: String, with overlays: [String] = []) throws(OntologyError) -> CompiledOntology {
        let tables = try TableOverlay.lay(overlays, over: TableReader(folder: folder).tables())
        let ontology = try Ontology(tables: tables)
        guard !ontology.lacksLanguage else { throw .invalidFile(path: folder, problem: Ontology.lackOfLanguage) }
        let contents = PreparedPart(name: PreparedPart.contents, hash: ontology.hash, bytes: ontology.contents.prepared())
        return try CompiledOntology(ontology, tables: tables, parts: [contents])
    }
}
