import HilumOntology
import HilumTestSupport
import Testing

@testable import HilumExtraction

@Suite("The traits of a sentence, by which steps of its reading are skipped")
struct TraitTests {
    @Test("tell of every item that such a step looks for, whatever becomes of the phrases")
    func items() throws {
        let extractor = try extractor.get()
        let grammar = extractor.grammar
        let texts = RandomTexts(extractor.ontology)
        var generator = SeededGenerator(seed: 77)
        var found: PhraseTraits = []
        for _ in 0..<4_000 {
            let text = Array(texts.text(using: &generator).utf8)
            var tokens: [Token] = []
            var sentences: [Sentence] = []
            text.withUnsafeBufferPointer {
                grammar.splitter.split($0, text.indices, tokens: &tokens, sentences: &sentences)
            }
            tokens.withUnsafeBufferPointer { tokens in
                var reading = SentenceReading()
                for sentence in sentences {
                    reading.read(Tokens(tokens, sentence.first..<sentence.end), after: Topic(), grammar, text)
                    for item in reading.items {
                        guard let trait = Self.trait(of: item.kind) else { continue }
                        #expect(!reading.traits.isDisjoint(with: trait), "\(item.kind): \(String(decoding: text, as: UTF8.self))")
                        found.formUnion(trait)
                    }
                }
            }
        }
        // All of them came up.
        #expect(found.isSuperset(of: [.site, .state, .cue, .coordinator, .side, .modifier, .number]))
    }

    /// What a sentence with an item of a kind must have, one of several.
    private static func trait(of kind: ItemKind) -> PhraseTraits? {
        switch kind {
        case .site: .site
        case .state: .state
        case .cue: .cue
        case .laterality: .side
        case .severity, .size, .change, .placement, .descriptor: .modifier
        case .number: .number
        // Levels bring coordinators of their own.
        case .coordinator: [.coordinator, .level]
        default: nil
        }
    }

    @Test("hold for a side inside the name of a site")
    func sideInsideSite() throws {
        let graph = try extractor.get().graph(of: "Effusion in the lower left lobe but none in the lower right lobe.")
        #expect(
            graph.lines == [
                "present left pleural effusion at left lower lobe", "absent right pleural effusion at right lower lobe",
            ])
    }
}
