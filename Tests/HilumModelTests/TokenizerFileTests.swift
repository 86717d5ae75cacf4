import Foundation
import HilumModel
import HilumTestSupport
import Testing

/// What is refused in a `tokenizer.json`, and how that is said.
struct TokenizerFileTests {
    /// The smallest tokenizer there can be, and `the`.
    static func json(
        added: String = #"[{"id": 0, "content": "<end>", "special": true}]"#,
        preTokenizer: String = #"{"type": "ByteLevel", "add_prefix_space": false, "use_regex": true}"#,
        normalizer: String = "null", decoder: String = #"{"type": "ByteLevel"}"#, model: String = #""type": "BPE""#,
        words: [String] = ["th", "the"], merges: String = #"[["t", "h"], ["th", "e"]]"#, without byte: UInt8? = nil
    ) throws -> [UInt8] {
        let alphabet = UInt8.min...UInt8.max
        let tokens = ["<end>"] + alphabet.filter { $0 != byte }.map(character) + words
        let vocabulary = Dictionary(tokens.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let vocabularyText = String(decoding: try JSONEncoder().encode(vocabulary), as: UTF8.self)
        let text = """
            {"added_tokens": \(added), "normalizer": \(normalizer), "pre_tokenizer": \(preTokenizer), "decoder": \(decoder),
             "model": {\(model), "vocab": \(vocabularyText), "merges": \(merges)}}
            """
        return Array(text.utf8)
    }

    /// GPT-2's character for a byte.
    static func character(_ byte: UInt8) -> String {
        func isPrintable(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) || (0xA1...0xFF).contains(byte) && byte != 0xAD }
        if isPrintable(byte) { return String(Unicode.Scalar(byte)) }
        let before = (UInt8.min..<byte).count { !isPrintable($0) }
        return Unicode.Scalar(0x100 + UInt32(before)).map(String.init) ?? ""
    }

    static func tokenizer(_ bytes: [UInt8]) throws -> Tokenizer {
        try Tokenizer(CheckpointFile(bytes, named: "tokenizer.json"))
    }

    @Test("Merges may be pairs, or strings with a space, as older versions wrote them")
    func merges() throws {
        let pairs = try Self.tokenizer(Self.json())
        let strings = try Self.tokenizer(Self.json(merges: #"["t h", "th e"]"#))
        #expect(pairs.encode("the then").count == 4)  // the, space, the, n
        #expect(pairs.encode("the then") == strings.encode("the then"))
        #expect(pairs.encode("th").count == 1)
    }

    @Test("Of two merges that could be made, the sooner one goes first, and of two alike the one on the left")
    func order() throws {
        let tokenizer = try Self.tokenizer(
            Self.json(words: ["ab", "bc", "aa", "abc"], merges: #"[["b","c"],["a","b"],["a","a"],["a","bc"]]"#))
        func pieces(_ text: String) -> [String] { tokenizer.encode(text).map { tokenizer.decode([$0]) } }
        #expect(pieces("abc") == ["abc"])
        #expect(pieces("abab") == ["ab", "ab"])
        #expect(pieces("aaa") == ["aa", "a"])
        #expect(pieces("aabc") == ["aa", "bc"])
        #expect(pieces("ababc") == ["ab", "abc"])
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var says: String
        var json: @Sendable () throws -> [UInt8]
        var testDescription: String { says }
    }

    static let refusals: [Refusal] = [
        Refusal(says: "no JSON object") { Array("{".utf8) },
        Refusal(says: "no JSON object") { [0xFF, 0xFE, 0x00] },
        Refusal(says: "no JSON object") { [] },
        Refusal(says: #""model" is missing"#) { Array("{}".utf8) },
        Refusal(says: #""model.vocab" is"#) { Array(#"{"model": {"vocab": 1, "merges": []}}"#.utf8) },
        Refusal(says: #""model.merges.0" cannot be read"#) { try json(merges: #"["t h e"]"#) },
        Refusal(says: #""model.merges.0" cannot be read"#) { try json(merges: #"[["t"]]"#) },
        Refusal(says: #"its model is "WordPiece""#) { try json(model: #""type": "WordPiece""#) },
        Refusal(says: "it has a normalizer") { try json(normalizer: #"{"type": "NFC"}"#) },
        Refusal(says: "pre_tokenizer is not ByteLevel") { try json(preTokenizer: "null") },
        Refusal(says: "pre_tokenizer is not ByteLevel") { try json(preTokenizer: #"{"type": "Whitespace"}"#) },
        Refusal(says: "adds a space") { try json(preTokenizer: #"{"type": "ByteLevel", "add_prefix_space": true}"#) },
        Refusal(says: "adds a space") { try json(preTokenizer: #"{"type": "ByteLevel"}"#) },
        Refusal(says: "does not split") {
            try json(preTokenizer: #"{"type": "ByteLevel", "add_prefix_space": false, "use_regex": false}"#)
        },
        Refusal(says: "decoder is not ByteLevel") { try json(decoder: #"{"type": "WordPiece"}"#) },
        Refusal(says: "drops merges") { try json(model: #""dropout": 0.1"#) },
        Refusal(says: "marks parts of words") { try json(model: ###""continuing_subword_prefix": "##""###) },
        Refusal(says: "marks parts of words") { try json(model: #""end_of_word_suffix": "</w>""#) },
        Refusal(says: "ignores merges") { try json(model: #""ignore_merges": true"#) },
        Refusal(says: #"the added token "<end>" is not special"#) {
            try json(added: #"[{"id": 0, "content": "<end>", "special": false}]"#)
        },
        Refusal(says: #"the special token "<end>" has two numbers"#) {
            try json(added: #"[{"id": 1, "content": "<end>", "special": true}]"#)
        },
        Refusal(says: #"the token "<find>" has the number 9000000000, where 260 tokens"#) {
            try json(
                added:
                    #"[{"id": 0, "content": "<end>", "special": true}, {"id": 9000000000, "content": "<find>", "special": true}]"#
            )
        },
        Refusal(says: #"the token "<find>" has the number -1"#) {
            try json(
                added: #"[{"id": 0, "content": "<end>", "special": true}, {"id": -1, "content": "<find>", "special": true}]"#)
        },
        Refusal(says: #"the token "<end>" has the number 0"#) {
            try json(added: #"[{"id": 0, "content": "<end>", "special": true}, {"id": 0, "content": "<end>", "special": true}]"#)
        },
        Refusal(says: "no token for the byte 65") { try json(without: 65) },
        Refusal(says: "no token for the byte 97") { try json(added: #"[{"id": 98, "content": "a", "special": true}]"#) },
        Refusal(says: #"the token "th e" is not written"#) { try json(words: ["th", "the", "th e"]) },
        Refusal(says: #"the token "日" is not written"#) { try json(words: ["th", "the", "日"]) },
        Refusal(says: "the token 259 is empty") { try json(words: ["th", "the", ""]) },
        Refusal(says: "merge 2 is of tokens") { try json(merges: #"[["t", "h"], ["t", "e"]]"#) },
        Refusal(says: "merge 1 is of tokens") { try json(merges: #"[["日", "h"]]"#) },
        Refusal(says: "merge 1 is of tokens") { try json(words: ["<e", "nd>"], merges: #"[["<e", "nd>"]]"#) },
        Refusal(says: "merge 2 stands there twice") { try json(merges: #"[["t", "h"], ["t", "h"]]"#) },
    ]

    @Test("What could not be encoded as its maker encodes it is refused, with the file and what to do", arguments: refusals)
    func refuses(_ refusal: Refusal) throws {
        let bytes = try refusal.json()
        let error = #expect(throws: ModelError.self) { try Self.tokenizer(bytes) }
        let description = try #require(error).description
        #expect(description.hasPrefix("tokenizer.json: "))
        #expect(description.contains(refusal.says))
        #expect(description.contains("tokenizers") || description.contains("Hilum reads"))
    }

    @Test("A damaged file is an error or a tokenizer, and never the end of the program")
    func survivesDamage() throws {
        let sound = try [UInt8](Data(contentsOf: URL(filePath: "\(TokenizerTests.folder)/tokenizer.json")))
        var generator = SeededGenerator(seed: 11)
        var refused = 0
        for _ in 0..<60 {
            var bytes = sound
            Damage.apply(to: &bytes, count: Int.random(in: 1...4, using: &generator), &generator)
            do {
                let tokenizer = try Self.tokenizer(bytes)
                #expect(tokenizer.decode(tokenizer.encode("No effusion.")) == "No effusion.")
            } catch is ModelError {
                refused += 1
            }
        }
        #expect(refused > 20)
    }
}
