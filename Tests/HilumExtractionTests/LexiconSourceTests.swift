import HilumOntology
import HilumTestSupport
import Testing

@testable import HilumExtraction

@Suite("What a lexicon is laid out of")
struct LexiconSourceTests {
    @Test("is stored with the embedded ontology just as it is gathered from it; after a change, run `make ontology`")
    func embedded() throws {
        let ontology = try Ontology.bundled()
        let stored = try LexiconSource(prepared: #require(ontology.prepared(PreparedPart.lexicon), "run `make ontology`"))
        #expect(stored == LexiconSource(gatheredFrom: ontology))
        #expect(stored == LexiconSource(of: ontology))
        #expect(stored.forms.words.count > 10_000 && stored.rows.count > 10_000)
    }

    @Test("names each row's phrase as a search for its words does, and the last row of a phrase says what it is")
    func rows() throws {
        let ontology = try Ontology.bundled()
        let lexicon = Lexicon(ontology: ontology)
        let rows = zip(ontology.terms, LexiconSource(of: ontology).rows)
        #expect(rows.filter { lexicon.entry(named: $0.text) != Int32($1) }.map(\.0.text) == [])
        let named = rows.filter { term, _ in ontology.kind(of: term.concept) != .state }
        let last = Dictionary(named.map { ($1, $0) }) { $1 }
        #expect(last.filter { lexicon.entries[Int($0)].concept != $1.concept }.map(\.value.text) == [])
        #expect(last.count > 5_000)
    }

    @Test("is gathered anew where words of one's own are laid over the ontology")
    func overlaid() throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("terms/findings.tsv", "term\tconcept\tlaterality\nghostly veil\tfinding.lung-opacity\t\n")
        let ontology = try Ontology.bundled(with: [folder.path])
        #expect(ontology.prepared(PreparedPart.lexicon) == nil)
        #expect(Lexicon(ontology: ontology).entry(named: "ghostly veils") != nil)
        #expect(try Lexicon(ontology: .bundled()).entry(named: "ghostly veils") == nil)
    }

    @Test("that is cut off anywhere is an error")
    func truncated() throws {
        let bytes = try LexiconSource(of: Ontology.bundled()).prepared()
        for count in stride(from: 0, to: bytes.count, by: 1_000) {
            #expect(throws: PreparedReader.Damage.self) { try LexiconSource(prepared: Array(bytes[..<count])) }
        }
        #expect(throws: PreparedReader.Damage.self) { try LexiconSource(prepared: bytes + [0]) }
    }
}
