/// F1-RadGraph of a candidate's annotation against its reference's (Delbrouck et al. 2022; Stanford-AIMI/radgraph @87f11a1).
/// All 0–1, higher is better; of a corpus the mean over pairs is reported.
///
///     F1 = 2PR/(P + R) over sets; lower-cased tokens compare, wherever they stand
///
/// It is no judge of danger: a flipped negation costs an element, as does a word that adds nothing.
public struct RadGraphF1: Sendable, Hashable {
    /// Over (tokens, label).
    public var simple: Double
    /// Over (tokens, label, whether it has a relation).
    public var partial: Double
    /// Over (tokens, label, relation, tokens of its target), or (tokens, label) of what has no relation.
    public var complete: Double

    public init(simple: Double, partial: Double, complete: Double) {
        self.simple = simple
        self.partial = partial
        self.complete = complete
    }

    /// - Parameter whenEmpty: of two annotations without entities; RadGraph's own is 0. Where one alone is empty, all are 0.
    public init(candidate: RadGraphAnnotation, reference: RadGraphAnnotation, whenEmpty: Double = 0) {
        guard !candidate.entities.isEmpty || !reference.entities.isEmpty else {
            self.init(simple: whenEmpty, partial: whenEmpty, complete: whenEmpty)
            return
        }
        var numbers = Numbers()
        let one = Elements(of: candidate, &numbers)
        let other = Elements(of: reference, &numbers)
        func f1<Element: Hashable>(_ elements: (Elements) -> Set<Element>) -> Double {
            SetOverlap(candidate: elements(one), reference: elements(other)).f1 ?? whenEmpty
        }
        self.init(simple: f1(\.simple), partial: f1(\.partial), complete: f1(\.complete))
    }
}

/// Numbers for the texts of both annotations, so that sets hold integers.
private struct Numbers {
    private var numbers: [String: Int] = [:]

    mutating func number(of text: String) -> Int {
        let lower = text.utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) } ? text.lowercased() : text
        if let number = numbers[lower] { return number }
        numbers[lower] = numbers.count
        return numbers.count - 1
    }
}

/// What the three scores compare.
private struct Elements {
    /// A stretch of tokens with its label.
    struct Node: Hashable {
        var tokens: Int
        var label: Int
    }

    struct Edge: Hashable {
        var source: Node
        /// Nil of a node without relations.
        var relation: Int?
        /// Tokens.
        var target: Int?
    }

    struct LinkedNode: Hashable {
        var node: Node
        var isLinked: Bool
    }

    private(set) var simple: Set<Node> = []
    private(set) var partial: Set<LinkedNode> = []
    private(set) var complete: Set<Edge> = []

    init(of annotation: RadGraphAnnotation, _ numbers: inout Numbers) {
        let nodes = annotation.entities.map { entity in
            Node(tokens: numbers.number(of: entity.tokens), label: numbers.number(of: entity.label.name))
        }
        for (entity, node) in zip(annotation.entities, nodes) {
            simple.insert(node)
            partial.insert(LinkedNode(node: node, isLinked: !entity.relations.isEmpty))
            if entity.relations.isEmpty { complete.insert(Edge(source: node)) }
            for relation in entity.relations {
                let type = numbers.number(of: relation.type)
                complete.insert(Edge(source: node, relation: type, target: nodes[relation.target].tokens))
            }
        }
    }
}
