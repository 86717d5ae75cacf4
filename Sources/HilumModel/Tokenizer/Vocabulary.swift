/// The tokens of a `tokenizer.json` and how they are made of each other, checked: every text has tokens, every token but the special
/// ones has bytes, and no merge leads to a special one.
struct Vocabulary {
    private(set) var specialTokens: [String: Int32] = [:]
    /// By token; empty of special ones.
    private(set) var bytes: [[UInt8]] = []
    /// By byte.
    private(set) var byteTokens: [Int32] = []
    private(set) var merges: MergeTable

    init(_ contents: TokenizerFile, file: String) throws(ModelError) {
        merges = MergeTable(count: contents.model.merges.count)
        do {
            try addTokens(contents)
            let tokens = ordinaryTokens
            try addByteTokens(tokens)
            try addMerges(contents.model.merges, tokens)
        } catch {
            throw .malformed(file: file, reason: "\(error.reason); save it anew by tokenizers")
        }
    }

    private struct Trouble: Error { var reason: String }

    private mutating func addTokens(_ contents: TokenizerFile) throws(Trouble) {
        let added = contents.addedTokens ?? []
        // Those of the trainer stand in both lists.
        let names = Set(added.map(\.content))
        let ordinary = contents.model.vocabulary.filter { !names.contains($0.key) }
        let count = ordinary.count + added.count
        var isTaken = [Bool](repeating: false, count: count)
        bytes = Array(repeating: [], count: count)

        func take(_ token: Int, _ name: String) throws(Trouble) {
            guard isTaken.indices.contains(token), !isTaken[token] else {
                throw Trouble(
                    reason:
                        "the token \(ModelError.quoted(name)) has the number \(token), where \(count) tokens count from 0, each once"
                )
            }
            isTaken[token] = true
        }
        for token in added {
            try take(token.id, token.content)
            guard token.special else {
                throw Trouble(reason: "the added token \(ModelError.quoted(token.content)) is not special")
            }
            guard contents.model.vocabulary[token.content].map({ $0 == token.id }) ?? true else {
                throw Trouble(reason: "the special token \(ModelError.quoted(token.content)) has two numbers")
            }
            guard specialTokens.updateValue(Int32(token.id), forKey: token.content) == nil else {
                throw Trouble(reason: "the special token \(ModelError.quoted(token.content)) stands there twice")
            }
        }
        for (name, token) in ordinary.sorted(by: { $0.value < $1.value }) {
            try take(token, name)
            for scalar in name.unicodeScalars {
                guard let byte = ByteAlphabet.byte(of: scalar) else {
                    throw Trouble(reason: "the token \(ModelError.quoted(name)) is not written in the 256 characters for bytes")
                }
                bytes[token].append(byte)
            }
            guard !bytes[token].isEmpty else { throw Trouble(reason: "the token \(token) is empty") }
        }
    }

    /// By their bytes.
    private var ordinaryTokens: [[UInt8]: Int32] {
        var tokens: [[UInt8]: Int32] = [:]
        for (token, bytes) in bytes.enumerated() where !bytes.isEmpty { tokens[bytes] = Int32(token) }
        return tokens
    }

    private mutating func addByteTokens(_ tokens: [[UInt8]: Int32]) throws(Trouble) {
        for byte in UInt8.min...UInt8.max {
            guard let token = tokens[[byte]] else {
                throw Trouble(
                    reason:
                        "it has no token for the byte \(byte), so that some texts have none (initial_alphabet=ByteLevel.alphabet())"
                )
            }
            byteTokens.append(token)
        }
    }

    private mutating func addMerges(_ pairs: [TokenizerFile.Merge], _ tokens: [[UInt8]: Int32]) throws(Trouble) {
        for (rank, pair) in pairs.enumerated() {
            let left = pair.left.unicodeScalars.compactMap(ByteAlphabet.byte)
            let right = pair.right.unicodeScalars.compactMap(ByteAlphabet.byte)
            guard left.count == pair.left.unicodeScalars.count, right.count == pair.right.unicodeScalars.count,
                let leftToken = tokens[left], let rightToken = tokens[right], let token = tokens[left + right]
            else {
                throw Trouble(reason: "merge \(rank + 1) is of tokens that it does not have, or makes one")
            }
            guard merges.insert(leftToken, rightToken, .init(rank: Int32(rank), token: token)) else {
                throw Trouble(reason: "merge \(rank + 1) stands there twice")
            }
        }
    }
}
