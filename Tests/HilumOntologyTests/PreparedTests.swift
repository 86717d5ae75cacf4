import Foundation
import Testing

@testable import HilumOntology

@Suite("The prepared form of an ontology")
struct PreparedTests {
    private let tables: [Table]
    private let built: OntologyContents

    init() throws {
        tables = try TableReader(folder: repositoryTables).tables()
        built = try OntologyContents(tables: tables, areChecked: true)
    }

    private var part: PreparedPart {
        PreparedPart(name: PreparedPart.contents, hash: Fingerprint(of: tables).hexadecimal, bytes: built.prepared())
    }

    /// The concepts, and of all else little: thousands of rows of the same sort would only take time.
    private var short: OntologyContents {
        var short = built
        short.terms.removeLast(short.terms.count - 50)
        short.plainWords.removeLast(short.plainWords.count - 50)
        short.cues.removeLast(short.cues.count - 50)
        short.frames.removeLast(short.frames.count - 50)
        short.modifiers.removeLast(short.modifiers.count - 50)
        return short
    }

    /// What a store that nobody has changed opens as.
    private func open(_ tables: [Table], _ parts: [PreparedPart]) throws -> Ontology {
        try OntologyStore.bytes(of: tables, prepared: parts).withUnsafeBytes {
            try Ontology(trusting: OntologyStore(bytes: $0, name: "test"))
        }
    }

    @Test("of the embedded ontology holds just what its tables come to, and their hash")
    func embedded() throws {
        let store = try OntologyStore.bundled()
        let part = try #require(store.preparedPart(PreparedPart.contents), "run `make ontology`")
        #expect(try part.hash == Fingerprint(of: store.tables()).hexadecimal)
        #expect(try OntologyContents(prepared: part.bytes) == OntologyContents(tables: store.tables(), areChecked: true))
        #expect(try Ontology.bundled().hash == part.hash)
        #expect(try Ontology.bundledHash() == part.hash)
    }

    @Test("reads every list as it was written, and the tables fill each")
    func everyList() throws {
        #expect(try OntologyContents(prepared: built.prepared()) == built)
        for (name, list) in Mirror(reflecting: built).children {
            #expect(try #require(list as? [Any]).isEmpty == false, "\(name ?? "")")
        }
    }

    @Test("is what a store that nobody has changed opens as")
    func isUsed() throws {
        var other = built
        other.lookalikes = ["marked"]
        let ontology = try open(tables, [PreparedPart(name: PreparedPart.contents, hash: "marked", bytes: other.prepared())])
        #expect(ontology.lookalikes == ["marked"])
        #expect(ontology.hash == "marked")
    }

    @Test("is made anew of the tables where it is missing, of another version, or damaged", arguments: 0..<5)
    func fallsBack(damage: Int) throws {
        var part = part
        switch damage {
        case 0: part.name = "other"
        case 1: part.format += 1
        // Each flipped bit, wherever it is, changes the sum.
        case 2: part.bytes[part.bytes.count / 2] ^= 0x10
        case 3: part.bytes.removeLast()
        // Damage that the sum does not show.
        default: part = PreparedPart(name: part.name, hash: part.hash, bytes: Array(part.bytes.dropLast(1_000)))
        }
        let ontology = try open(tables, [part])
        #expect(ontology.contents == built)
        #expect(ontology.hash == Fingerprint(of: tables).hexadecimal)
    }

    @Test("of a file is left alone: what its tables say now is what it opens as")
    func stale() throws {
        var changed = tables
        let plain = try #require(changed.firstIndex { $0.schema.name == "plain" })
        let word = changed[plain].rows.removeLast().cells[0]
        let url = FileManager.default.temporaryDirectory.appending(path: "hilum-\(UUID().uuidString).sqlite")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(OntologyStore.bytes(of: changed, prepared: [part])).write(to: url)
        let ontology = try Ontology(contentsOf: url.path)
        #expect(built.plainWords.contains(word) && !ontology.plainWords.contains(word))
        #expect(ontology.hash == Fingerprint(of: changed).hexadecimal)
        #expect(ontology.hash != part.hash)
    }

    @Test("that is cut off anywhere is an error")
    func truncated() {
        let bytes = short.prepared()
        for count in stride(from: 0, to: bytes.count, by: 1_000) {
            #expect(throws: PreparedReader.Damage.self) { try OntologyContents(prepared: Array(bytes[..<count])) }
        }
        #expect(throws: PreparedReader.Damage.self) { try OntologyContents(prepared: bytes + [0]) }
    }

    @Test("with any byte changed is an error or an ontology, never a crash, and its checksum tells")
    func flipped() {
        let bytes = short.prepared()
        let sum = Fingerprint(of: bytes).hexadecimal
        var damaged = 0
        for index in stride(from: 0, to: bytes.count, by: 1_009) {
            var changed = bytes
            changed[index] ^= UInt8(1 << (index % 8))
            #expect(Fingerprint(of: changed).hexadecimal != sum)
            if let contents = try? OntologyContents(prepared: changed) {
                _ = Ontology(contents: contents, hash: sum)
            } else {
                damaged += 1
            }
        }
        #expect(damaged > 10)
    }
}
