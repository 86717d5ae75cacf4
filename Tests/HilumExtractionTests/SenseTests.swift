import HilumExtraction
import Testing

@Suite("An abbreviation with several senses")
struct SenseTests {
    private func concepts(_ text: String) throws -> [String] {
        let graph = try extractor.get().graph(of: text)
        return graph.observations.map { graph.concept($0.concept).name }
    }

    @Test("is read by the nearest of its words in the sentence")
    func nearest() throws {
        #expect(try concepts("Small PE; the CTA is older.") == ["pleural effusion"])
        #expect(try concepts("CTA: PE, none of it small.") == ["pulmonary embolism"])
    }

    @Test("is not decided by another sentence, and says nothing without its words")
    func undecided() throws {
        let graph = try extractor.get().graph(of: "PE is seen. Small heart.")
        #expect(!graph.observations.contains { graph.words(at: $0.span) == "PE" })
        #expect(graph.unrecognised.map(graph.words).contains("PE"))
    }

    @Test("means what its term says where none of its words is near")
    func term() throws {
        #expect(try concepts("There is TB.") == ["tuberculosis"])
        #expect(try concepts("The TB tree is seen.") == [])
    }

    @Test("that the table writes in capitals is read in capitals only, among words that are not")
    func capitals() throws {
        #expect(try concepts("There is severe AS.") == ["aortic stenosis"])
        #expect(try concepts("The aortic valve is as before.") == [])
        #expect(try concepts("THE AORTIC VALVE IS AS BEFORE.") == [])
        #expect(try concepts("small pe") == ["pleural effusion"])
    }
}
