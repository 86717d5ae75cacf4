#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `tokenizer.json` as it stands there, as far as it matters.
struct TokenizerFile: Decodable {
    struct Step: Decodable {
        var type: String
        var addPrefixSpace: Bool?
        var useRegex: Bool?

        enum CodingKeys: String, CodingKey {
            case type
            case addPrefixSpace = "add_prefix_space"
            case useRegex = "use_regex"
        }
    }

    struct AddedToken: Decodable {
        var id: Int
        var content: String
        var special: Bool
    }

    struct Model: Decodable {
        var type: String?
        var vocabulary: [String: Int]
        var merges: [Merge]
        var dropout: Double?
        var prefix: String?
        var suffix: String?
        var ignoresMerges: Bool?

        enum CodingKeys: String, CodingKey {
            case type
            case vocabulary = "vocab"
            case merges
            case dropout
            case prefix = "continuing_subword_prefix"
            case suffix = "end_of_word_suffix"
            case ignoresMerges = "ignore_merges"
        }
    }

    /// Two tokens that become one: an array of both, or one string with a space between them, as older files have it.
    struct Merge: Decodable {
        var left: String
        var right: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            let parts: [String]
            if let text = try? container.decode(String.self) {
                parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            } else {
                parts = try container.decode([String].self)
            }
            guard parts.count == 2 else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "a merge takes two tokens")
            }
            (left, right) = (parts[0], parts[1])
        }
    }

    var normalizer: Step?
    var preTokenizer: Step?
    var decoder: Step?
    var addedTokens: [AddedToken]?
    var model: Model

    enum CodingKeys: String, CodingKey {
        case normalizer
        case preTokenizer = "pre_tokenizer"
        case decoder
        case addedTokens = "added_tokens"
        case model
    }

    /// Bytes of the longest file that is read; 50,000 tokens take some 3 MB.
    static let longest = 16 << 20

    /// - Throws: `ModelError.malformed` where it is no such JSON, or asks for what `Tokenizer` does not do.
    init(_ file: CheckpointFile) throws(ModelError) {
        func malformed(_ reason: String) -> ModelError { .malformed(file: file.name, reason: reason) }
        guard file.bytes.count <= Self.longest else {
            throw malformed("more than \(Self.longest >> 20) MB are no tokenizer.json")
        }
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(file.bytes))
        } catch let error as DecodingError {
            throw malformed("\(error.placeAndReason); save it anew by tokenizers")
        } catch {
            throw malformed("it is no JSON object; save it anew by tokenizers")
        }
        if let reason = unsupported {
            throw malformed(
                "\(reason); Hilum reads byte-level BPE: ByteLevel(add_prefix_space=False, use_regex=True) and no normalizer")
        }
    }

    /// What would make other tokens than `Tokenizer` makes; nil if there is nothing.
    private var unsupported: String? {
        if let type = model.type, type != "BPE" { return "its model is \(ModelError.quoted(type)), not BPE" }
        if normalizer != nil { return "it has a normalizer" }
        guard let preTokenizer, preTokenizer.type == "ByteLevel" else { return "its pre_tokenizer is not ByteLevel" }
        if preTokenizer.addPrefixSpace != false { return "its pre_tokenizer adds a space to the text" }
        if preTokenizer.useRegex == false { return "its pre_tokenizer does not split words" }
        if let decoder, decoder.type != "ByteLevel" { return "its decoder is not ByteLevel" }
        if let dropout = model.dropout, dropout != 0 { return "its model drops merges" }
        if model.prefix?.isEmpty == false || model.suffix?.isEmpty == false { return "its model marks parts of words" }
        if model.ignoresMerges == true { return "its model ignores merges" }
        return nil
    }
}
