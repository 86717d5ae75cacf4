import Foundation
import HilumModel
import HilumTestSupport
import Testing

/// Against what the Python library `tokenizers` makes of the same texts (Training/fixtures/tokenizer.py).
struct TokenizerTests {
    struct Encoding: Codable, CustomTestStringConvertible {
        var text: String
        var tokens: [Int32]
        var testDescription: String { text.debugDescription }
    }

    static let folder = ModelFixture.path("checkpoints/tokenizer")
    static let tokenizer: Result<Tokenizer, ModelError> = Result { () throws(ModelError) in
        try Tokenizer(CheckpointFile(contentsOf: "\(folder)/tokenizer.json"))
    }
    static let encodings: [Encoding] =
        (try? String(contentsOfFile: "\(folder)/encodings.jsonl", encoding: .utf8))?.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Encoding.self, from: Data($0.utf8))
        } ?? []

    @Test("The expectations are all read")
    func expectations() throws {
        let lines = try String(contentsOfFile: "\(Self.folder)/encodings.jsonl", encoding: .utf8).split(separator: "\n")
        #expect(Self.encodings.count == lines.count && lines.count > 40)
    }

    @Test("A text has the tokens that the reference implementation gives it", arguments: encodings)
    func encodes(_ expected: Encoding) throws {
        #expect(try Self.tokenizer.get().encode(expected.text) == expected.tokens)
    }

    @Test("The tokens of a text give it back, whatever it holds")
    func givesBack() throws {
        let tokenizer = try Self.tokenizer.get()
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let text = RandomText.text(&generator)
            #expect(tokenizer.decode(tokenizer.encode(text)) == text)
        }
    }

    // In steps that grow with its square, this would take hours.
    @Test("A word of 300,000 letters is encoded as any other")
    func longWord() throws {
        let tokenizer = try Self.tokenizer.get()
        let text = String(repeating: "thepneumothorax", count: 20_000)
        let tokens = tokenizer.encode(text)
        #expect(tokenizer.decode(tokens) == text)
        #expect(tokens.count < text.count / 2)
    }

    @Test("Special tokens are known by name, have no text, and are not read out of a text")
    func specialTokens() throws {
        let tokenizer = try Self.tokenizer.get()
        #expect(tokenizer.count == 400)
        #expect(tokenizer.specialTokens == ["<end>": 0, "<find>": 1, "<report>": 2])
        #expect(try tokenizer.specialToken("<report>") == 2)
        #expect(throws: ModelError.self) { try tokenizer.specialToken("<image>") }
        let tokens = tokenizer.encode("a <end> b")
        #expect(tokens.allSatisfy { $0 > 2 })
        #expect(tokenizer.decode([1] + tokens + [0]) == "a <end> b")
    }

    @Test("What no tokenizer would write is left out or shown as such")
    func strangeTokens() throws {
        let tokenizer = try Self.tokenizer.get()
        #expect(tokenizer.decode([-1, 400, .max, .min]).isEmpty)
        // The first byte of é alone.
        let first = try #require(tokenizer.encode("é").first)
        #expect(tokenizer.decode([first]) == "\u{FFFD}")
    }
}

/// Texts that leave nothing out: letters of several scripts, marks, blanks, controls and signs.
enum RandomText {
    private static let ranges: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0x61...0x7A, 0x20...0x20, 0x09...0x0D, 0x00...0x1F, 0x27...0x27, 0x80...0x17F, 0x300...0x370, 0x370...0x600,
        0x900...0x980, 0x2000...0x2200, 0x3000...0x3100, 0x4E00...0x4F00, 0xAC00...0xAD00, 0xFE00...0xFFFF, 0x1F300...0x1F700,
    ]

    static func text(_ generator: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...60, using: &generator) {
            let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
        }
        return String(text)
    }
}
