/// The nodes of the trie of some phrases: what a `PhraseTrie` is laid out of. Node 0 is where all phrases begin.
struct PhraseNodes: Sendable, Hashable {
    /// By node, from node 1 on: the node before it, and the word that leads from that one to it.
    var parents: [UInt32] = []
    var words: [UInt16] = []
    /// By node: the number of the phrase that ends there, or `PhraseTrie.none`.
    var phrases = [PhraseTrie.none]

    init() {}

    /// - Parameter phrases: word numbers of each; of two that are the same the later one counts.
    init(_ phrases: [[UInt16]]) {
        struct Edge: Hashable {
            var node: UInt32
            var word: UInt16
        }
        var targets: [Edge: UInt32] = [:]
        for (number, phrase) in phrases.enumerated() {
            var node: UInt32 = 0
            for word in phrase {
                let edge = Edge(node: node, word: word)
                if let target = targets[edge] {
                    node = target
                    continue
                }
                parents.append(node)
                words.append(word)
                self.phrases.append(PhraseTrie.none)
                node = UInt32(words.count)
                targets[edge] = node
            }
            self.phrases[Int(node)] = Int32(number)
        }
    }
}
