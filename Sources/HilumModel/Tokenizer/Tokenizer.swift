/// Text to tokens and back: byte-level byte-pair encoding, as GPT-2 has it, from a `tokenizer.json` of Hugging Face's `tokenizers`.
///
///     let tokenizer = try Tokenizer(CheckpointFile(contentsOf: "tokenizer.json"))
///     let tokens = tokenizer.encode("No pleural effusion.")
///     tokenizer.decode(tokens)  // "No pleural effusion."
///
/// It encodes as `tokenizers` does but for one thing: text is text, and what looks like a special token in it is none. No tokens are
/// added at the beginning or end. A value that any number of threads may share.
public struct Tokenizer: Sendable {
    /// How many tokens there are; their numbers count from 0.
    public var count: Int { bytes.count }
    /// The number of each special token, such as `<end>`.
    public let specialTokens: [String: Int32]

    /// By token; empty of special ones.
    private let bytes: [[UInt8]]
    private let fileName: String
    private let byteTokens: [Int32]
    private let merges: MergeTable

    /// - Throws: `ModelError.malformed` where the file is none of such a tokenizer; it says what is wrong.
    public init(_ file: CheckpointFile) throws(ModelError) {
        let vocabulary = try Vocabulary(TokenizerFile(file), file: file.name)
        fileName = file.name
        specialTokens = vocabulary.specialTokens
        bytes = vocabulary.bytes
        byteTokens = vocabulary.byteTokens
        merges = vocabulary.merges
    }

    /// The tokens of a text; `decode` gives the same text for them.
    public func encode(_ text: String) -> [Int32] {
        var text = text
        return text.withUTF8 { text in
            var tokens: [Int32] = []
            tokens.reserveCapacity(text.count / 2)
            var merging = Merging()
            var splitter = WordSplitter(text)
            while let piece = splitter.next() {
                merging.append(text[piece], byteTokens: byteTokens, merges: merges, to: &tokens)
            }
            return tokens
        }
    }

    /// The text of tokens. Special tokens have none, nor have numbers that are no token; bytes that are no UTF-8, as tokens may give that
    /// a model chose, become U+FFFD.
    public func decode(_ tokens: some Sequence<Int32>) -> String {
        var text: [UInt8] = []
        for token in tokens where bytes.indices.contains(Int(token)) { text += bytes[Int(token)] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The number of a special token.
    /// - Throws: `ModelError.malformed` where there is none of this name.
    public func specialToken(_ name: String) throws(ModelError) -> Int32 {
        guard let token = specialTokens[name] else {
            throw .malformed(file: fileName, reason: "it has no special token \(ModelError.quoted(name)) in added_tokens")
        }
        return token
    }
}
