import Testing

@testable import Hilum
@testable import HilumScoring

@Suite("Words of change")
struct ChangeWordsTests {
    private static let hilum = Result { try Hilum() }

    @Test(
        "They are found in any section, letter case and polarity, the longer way to say it as the shorter",
        arguments: [
            ("Effusion has increased, INCREASED edema.", ["increased"]),
            ("No significant interval change. No change.", ["no change"]),
            ("New opacity; stable nodule, unchanged wires.", ["new", "stable", "unchanged"]),
            ("No new effusion.", ["new"]),
            ("History: worsening cough.", ["worsening"]),
            ("The effusion is no longer seen.", ["no longer"]),
            ("Newspaper renewal.", []),
            ("Clear lungs.", []),
            ("", []),
        ])
    func words(text: String, expected: [String]) throws {
        let score = try Self.hilum.get().score(candidate: text, reference: "", parts: [.temporal])
        #expect(score.temporal?.candidate == expected)
    }

    @Test("A blank report against one with words of change has next to nothing, and against one without them all")
    func blank() throws {
        let hilum = try Self.hilum.get()
        for (text, expected) in [("New effusion.", 0.0), ("Effusion.", 1)] {
            for score in [
                hilum.score(candidate: "", reference: text, parts: [.temporal]),
                hilum.score(candidate: text, reference: "", parts: [.temporal]),
            ] {
                #expect(abs(try #require(score.temporal).f1 - expected) < 1e-9)
            }
        }
    }

    @Test("Every change modifier of the ontology is found where it stands alone")
    func all() throws {
        let ontology = try Self.hilum.get().ontology
        let words = ChangeWords(ontology: ontology)
        for modifier in ontology.modifiers {
            guard case .change = modifier.value else { continue }
            #expect(words.words(in: Array("Effusion \(modifier.text).".utf8)).count == 1, "\(modifier.text)")
        }
    }
}
