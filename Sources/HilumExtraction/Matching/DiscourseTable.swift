import HilumOntology
import HilumText

/// Finds the words that say how a statement stands to the rest of its report. They may be a part of any other phrase ("upper lobe").
final class DiscourseTable: Sendable {
    private let trie: PhraseTrie
    /// By phrase.
    private let roles: [DiscourseRole]
    /// As many as few reports exceed.
    private static let usual = 6

    init(ontology: Ontology, vocabulary: Vocabulary) {
        // What a finding is seen beside or touches is said by connectives too.
        let beside = ontology.connectives.filter { $0.role == .landmark || $0.role == .contact }
        let texts = ontology.discourse.map(\.text) + beside.map(\.text)
        trie = PhraseTrie(PhraseNodes(texts.map(vocabulary.numbers(of:))), wordCount: vocabulary.count)
        roles = ontology.discourse.map(\.role) + beside.map { _ in .landmark }
    }

    /// Adds those of a sentence, and its masks.
    func add(_ tokens: Tokens, to discourse: inout [Stated<DiscourseRole?>]) {
        for index in tokens.indices {
            let token = tokens[index]
            // Few words begin a phrase: the others must cost next to nothing.
            guard token.kind == .mask || trie.first(token.word) != nil else { continue }
            if discourse.isEmpty { discourse.reserveCapacity(Self.usual) }
            if let (phrase, end) = trie.longest(tokens, from: index) {
                discourse.append(Stated(roles[Int(phrase)], span: tokens[index..<end].span))
            } else if token.kind == .mask {
                discourse.append(Stated(nil, span: tokens[index...index].span))
            }
        }
    }
}
