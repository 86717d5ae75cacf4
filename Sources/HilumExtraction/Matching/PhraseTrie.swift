/// Phrases over word numbers, for longest match. First words are looked up by their number, as most begin no phrase; further edges live
/// in one table.
struct PhraseTrie: Sendable {
    /// The node that each word leads to from a node further down.
    private let edges: FlatMap
    /// By word number: the node of phrases that begin with it, 0 where none does.
    private var firstNodes: [UInt32] = []
    /// By node: the number of the phrase that ends there, or `none`.
    private var phrases: [Int32] = []
    static let none: Int32 = -1

    /// - Parameters:
    ///   - phrases: word numbers of each; the trie gives a phrase's index back.
    ///   - wordCount: the highest word number.
    init(_ phrases: [[UInt16]], wordCount: Int) {
        var edges: [UInt64: UInt32] = [:]
        self.phrases = [Self.none]
        for (index, words) in phrases.enumerated() {
            var node: UInt32 = 0
            for word in words {
                let key = Self.key(node, word)
                if let next = edges[key] {
                    node = next
                } else {
                    let next = UInt32(self.phrases.count)
                    edges[key] = next
                    self.phrases.append(Self.none)
                    node = next
                }
            }
            self.phrases[Int(node)] = Int32(index)
        }
        firstNodes = [UInt32](repeating: 0, count: wordCount + 1)
        for phrase in phrases {
            if let word = phrase.first, let node = edges.removeValue(forKey: Self.key(0, word)) { firstNodes[Int(word)] = node }
        }
        self.edges = FlatMap(edges.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) })
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
