/// Phrases over word numbers, for longest match. First words are looked up by their number, as most begin no phrase; further edges live
/// in one table.
struct PhraseTrie: Sendable {
    /// The node that each word leads to from a node further down.
    private let edges: FlatMap
    /// By word number: the node of phrases that begin with it, 0 where none does.
    private let firstNodes: [UInt32]
    /// By node: the number of the phrase that ends there, or `none`.
    private let phrases: [Int32]
    static let none: Int32 = -1

    /// - Parameters:
    ///   - nodes: of the phrases; the trie gives their numbers back.
    ///   - wordCount: the highest word number.
    init(_ nodes: PhraseNodes, wordCount: Int) {
        phrases = nodes.phrases
        var firstNodes = [UInt32](repeating: 0, count: wordCount + 1)
        var edges: [(key: UInt64, value: UInt32)] = []
        edges.reserveCapacity(nodes.words.count)
        for (index, word) in nodes.words.enumerated() {
            let node = UInt32(index + 1)
            if nodes.parents[index] == 0 {
                firstNodes[Int(word)] = node
            } else {
                edges.append((Self.key(nodes.parents[index], word), node))
            }
        }
        self.firstNodes = firstNodes
        self.edges = FlatMap(edges)
    }

    /// The node of the phrases that begin with a word.
    @inline(__always)
    func first(_ word: UInt16) -> UInt32? {
        let node = firstNodes[Int(word)]
        return node == 0 ? nil : node
    }

    /// The node that a word leads to from one further down.
    @inline(__always)
    func step(_ node: UInt32, _ word: UInt16) -> UInt32? {
        edges[Self.key(node, word)]
    }

    /// The longest phrase that starts at a token, and where it ends. A de-identification mark inside a phrase is passed over.
    @inline(__always)
    func longest(_ tokens: Tokens, from start: Int) -> (phrase: Int32, end: Int)? {
        guard start < tokens.endIndex, var node = first(tokens[start].word) else { return nil }
        var best: (phrase: Int32, end: Int)?
        var index = start + 1
        while true {
            let phrase = phrase(at: node)
            if phrase != Self.none { best = (phrase, index) }
            while index < tokens.endIndex, tokens[index].kind == .mask { index += 1 }
            guard index < tokens.endIndex, let next = step(node, tokens[index].word) else { return best }
            node = next
            index += 1
        }
    }

    /// The phrase that ends at a node, or `none`.
    @inline(__always)
    private func phrase(at node: UInt32) -> Int32 { phrases[Int(node)] }

    /// The phrase that these words make; nil if they make none.
    func phrase(of words: some Sequence<UInt16>) -> Int32? {
        var node: UInt32?
        for word in words {
            guard let next = node.map({ step($0, word) }) ?? first(word) else { return nil }
            node = next
        }
        return node.map(phrase(at:)).flatMap { $0 == Self.none ? nil : $0 }
    }

    private static func key(_ node: UInt32, _ word: UInt16) -> UInt64 { UInt64(node) << 16 | UInt64(word) }
}
