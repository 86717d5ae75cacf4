import HilumOntology
import HilumTestSupport
import Testing

@testable import HilumExtraction

@Suite("A long word with one wrong letter")
struct SpellingTests {
    @Test(
        "is read as the word that it was meant to be",
        arguments: [
            ("cardiomeggaly", "cardiomegaly"), ("pneumohtorax", "pneumothorax"), ("efusion", "effusion"),
            ("atelectosis", "atelectasis"), ("EMPHSYEMA", "emphysema"), ("Consollidation", "consolidation"),
            ("nodulles", "nodule"),
            ("opaciity", "opacity"), ("osteophtyes", "osteophyte"), ("bronchiectsais", "bronchiectasis"),
        ])
    func misspelling(word: String, meant: String) throws {
        let vocabulary = try Self.lexicon.get().vocabulary
        let number = vocabulary.number(of: meant)
        #expect(number != Vocabulary.unknown)
        #expect(vocabulary.number(of: word) == Vocabulary.unknown)
        #expect(try Self.read(word)?.word == number)
    }

    @Test("is read in a report, with the words as they stand")
    func inReport() throws {
        let graph = try extractor.get().graph(of: "Small left plueral efusion. No pneumothroax.")
        let found = graph.observations.map {
            "\(graph.concept($0.concept).name) \($0.status.rawValue): \(graph.words(at: $0.span))"
        }
        #expect(found == ["pleural effusion present: plueral efusion", "pneumothorax absent: pneumothroax"])
        #expect(graph.coverage == 1)
    }

    @Test("keeps its plural")
    func plural() throws {
        #expect(try Self.read("noddules")?.isPlural == true)
        #expect(try Self.read("effuson")?.isPlural == false)
    }

    @Test(
        "stays unknown where it is another word: an opposite, a relative, an English word of its own",
        arguments: [
            "antecubital", "adduction", "confusion", "deceased", "injection", "expensive", "dilution", "branchial", "rejection",
        ])
    func anotherWord(_ word: String) throws {
        let lexicon = try Self.lexicon.get()
        let number = lexicon.vocabulary.number(of: word)
        let form = number == Vocabulary.unknown ? try Self.read(word) : Vocabulary.Form(word: number, isPlural: false)
        // A word that is known for what it is begins no phrase.
        #expect(form.flatMap { lexicon.trie.first($0.word) } == nil, "\(word)")
    }

    @Test(
        "stays unknown where it begins as its opposite does",
        arguments: [("micronodular", "macronodular"), ("infrahilar", "intrahilar"), ("adduction", "abduction")])
    func opposite(word: String, opposite: String) throws {
        let vocabulary = Vocabulary(WordForms(words: [opposite], inflections: []))
        let prefixes = try Ontology.bundled().lookalikes.filter { $0.hasSuffix("-") }.map { String($0.dropLast()) }
        #expect(Self.form(of: word, Spelling(vocabulary: vocabulary, prefixes: prefixes)) == nil)
        #expect(Self.form(of: word, Spelling(vocabulary: vocabulary, prefixes: [])) != nil)
    }

    @Test("stays unknown where it is short, holds a digit or a letter beyond ASCII, or differs in its first or last letter")
    func untouched() throws {
        for word in ["efusin", "noduel", "effus1on", "éffusion", "neumothorax", "ffusion", "atelectasi", "effusiom"] {
            #expect(try Self.read(word) == nil, "\(word)")
        }
    }

    @Test("is read as it would be if every word were compared, and stays unknown between two")
    func sameAsComparingAll() throws {
        let words = [
            "interstitial", "interstitium", "opacity", "density", "densely", "capping", "cupping", "thickening", "pneumonia",
        ]
        let vocabulary = Vocabulary(WordForms(words: Set(words), inflections: []))
        let spelling = Spelling(vocabulary: vocabulary, prefixes: [])
        var generator = SeededGenerator(seed: 7)
        var read = 0
        for _ in 0..<20_000 {
            var word = Array(words.randomElement(using: &generator) ?? "")
            for _ in 0..<Int.random(in: 1...2, using: &generator) { Self.slip(&word, &generator) }
            let text = String(word)
            guard vocabulary.number(of: text) == Vocabulary.unknown else { continue }
            var near: Set<UInt16> = []
            vocabulary.forEachForm { form, value in
                if Self.isOneSlip(word, Array(String(decoding: form, as: UTF8.self))) { near.insert(value.word) }
            }
            let expected = near.count == 1 && word.count >= 7 ? near.first : nil
            #expect(Self.form(of: text, spelling)?.word == expected, "\(text)")
            if expected != nil { read += 1 }
        }
        #expect(read > 1_000)
    }

    // MARK: Support

    private static let lexicon: Result<Lexicon, any Error> = Result { Lexicon(ontology: try Ontology.bundled()) }

    private static func read(_ word: String) throws -> Vocabulary.Form? {
        form(of: word, try lexicon.get().spelling)
    }

    private static func form(of word: String, _ spelling: Spelling) -> Vocabulary.Form? {
        var word = word
        return word.withUTF8 { spelling.form(of: $0, 0, $0.count) }
    }

    private static func slip(_ word: inout [Character], _ generator: inout SeededGenerator) {
        let index = Int.random(in: 0..<word.count - 1, using: &generator)
        let letter = "acdeilnopstuy".randomElement(using: &generator) ?? "a"
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: word.remove(at: index)
        case 1: word.insert(letter, at: index)
        case 2: word[index] = letter
        default: word.swapAt(index, index + 1)
        }
    }

    /// The rule as it is written, letter by letter.
    private static func isOneSlip(_ word: [Character], _ known: [Character]) -> Bool {
        guard known.count >= 7, word.first == known.first, word.last == known.last else { return false }
        for index in known.indices {
            var slipped = known
            if word.count == known.count {
                slipped[index] = word[index]
                if slipped == word { return known.count >= 8 }
                guard index + 1 < known.count else { continue }
                slipped = known
                slipped.swapAt(index, index + 1)
                if slipped == word { return true }
            } else if word.count == known.count - 1 {
                slipped.remove(at: index)
                if slipped == word { return true }
            }
        }
        guard word.count == known.count + 1 else { return false }
        return word.indices.contains { index in
            var slipped = word
            slipped.remove(at: index)
            return slipped == known
        }
    }
}
