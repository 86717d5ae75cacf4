import HilumTestSupport
import HilumText
import Testing

@testable import HilumExtraction

@Suite("A word of the vocabulary")
struct VocabularyTests {
    /// Around the eight bytes that are compared at a time.
    private static let words = [
        "a", "of", "lobe", "pleural", "effusion", "effusions2", "costophrenic", "pneumothoraxes16", "é", "œdème",
    ]

    @Test("is found wherever it stands, up to the end of the text, and whatever its case", arguments: words)
    func found(_ word: String) {
        let vocabulary = Vocabulary(WordForms(words: Set(Self.words), inflections: []))
        let number = vocabulary.number(of: word)
        #expect(number != Vocabulary.unknown)
        let capitals = String(decoding: word.utf8.map { ASCII.isLower($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
        for spelled in [word, capitals, capitals.prefix(1) + word.dropFirst()] {
            for rest in ["", " ", " and more of it"] {
                let text = Array("the \(spelled)\(rest)".utf8)
                #expect(Self.form(in: text, 4..<4 + word.utf8.count, vocabulary).word == number, "\(spelled)")
            }
        }
    }

    @Test("is not found in one that differs in a letter, is shorter or longer", arguments: words.filter { $0.utf8.count > 2 })
    func notFound(_ word: String) {
        let vocabulary = Vocabulary(WordForms(words: [word], inflections: []))
        for index in word.utf8.indices {
            let offset = word.utf8.distance(from: word.utf8.startIndex, to: index)
            var changed = Array(word.utf8)
            changed[offset] ^= 1
            #expect(Self.form(in: changed, changed.indices, vocabulary) == .unknown)
        }
        let whole = Array(word.utf8)
        #expect(Self.form(in: whole, 0..<whole.count - 1, vocabulary) == .unknown)
        #expect(Self.form(in: whole + [0x7A], 0..<whole.count + 1, vocabulary) == .unknown)
    }

    private static func form(in text: [UInt8], _ range: Range<Int>, _ vocabulary: Vocabulary) -> Vocabulary.Form {
        text.withUnsafeBufferPointer {
            vocabulary.form(of: $0, range.lowerBound, range.upperBound, WordHash(text[range]))
        }
    }
}
