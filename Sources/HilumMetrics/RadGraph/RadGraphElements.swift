/// What the three levels of F1-RadGraph compare, packed into integers. A number means the same in both annotations.
package struct RadGraphElements {
    /// A stretch of tokens with its label.
    package struct Node {
        package var tokens: UInt32
        package var label: UInt32

        package init(tokens: UInt32, label: UInt32) {
            self.tokens = tokens
            self.label = label
        }

        fileprivate var element: UInt64 { UInt64(tokens) << 32 | UInt64(label) }
    }

    package struct Edge {
        /// Indices of nodes.
        package var source: Int
        package var relation: UInt32
        package var target: Int

        package init(source: Int, relation: UInt32, target: Int) {
            self.source = source
            self.relation = relation
            self.target = target
        }
    }

    /// A node, and what it has: nothing, or a relation and the tokens of its target.
    struct Statement: Comparable {
        var node: UInt64
        var object: UInt64

        static func < (left: Self, right: Self) -> Bool { (left.node, left.object) < (right.node, right.object) }
    }

    let simple: [UInt64]
    let partial: [Statement]
    let complete: [Statement]

    package init(nodes: [Node], edges: [Edge]) {
        simple = nodes.map(\.element)
        var isLinked = [Bool](repeating: false, count: nodes.count)
        var complete: [Statement] = []
        complete.reserveCapacity(nodes.count + edges.count)
        for edge in edges {
            isLinked[edge.source] = true
            // One more, as 0 is none.
            let object = UInt64(edge.relation + 1) << 32 | UInt64(nodes[edge.target].tokens)
            complete.append(Statement(node: nodes[edge.source].element, object: object))
        }
        partial = zip(nodes, isLinked).map { Statement(node: $0.element, object: $1 ? 1 : 0) }
        for (node, isLinked) in zip(nodes, isLinked) where !isLinked { complete.append(Statement(node: node.element, object: 0)) }
        self.complete = complete
    }

    init(of annotation: RadGraphAnnotation, _ numbers: inout RadGraphNumbers) {
        let nodes = annotation.entities.map { entity in
            Node(tokens: numbers.number(of: entity.tokens), label: numbers.number(of: entity.label.name))
        }
        var edges: [Edge] = []
        for (source, entity) in annotation.entities.enumerated() {
            for relation in entity.relations {
                edges.append(Edge(source: source, relation: numbers.number(of: relation.type), target: relation.target))
            }
        }
        self.init(nodes: nodes, edges: edges)
    }
}

/// Numbers texts: those that are equal in lower case have the same number.
package struct RadGraphNumbers {
    private var numbers: WordNumbers
    /// In lower case as far as it is ASCII.
    private var text: [UInt8] = []
    private var isASCII = true

    /// - Parameter capacity: how many texts there will be at most.
    package init(capacity: Int) {
        numbers = WordNumbers(capacity: capacity)
    }

    mutating func number(of text: String) -> UInt32 {
        for byte in text.utf8 { append(byte) }
        return numberOfText()
    }

    /// Adds a token, in UTF-8, to the text that `numberOfText` numbers: tokens joined by spaces.
    package mutating func append(_ token: ArraySlice<UInt8>) {
        if !text.isEmpty { text.append(0x20) }
        for index in token.indices { append(token[index]) }
    }

    private mutating func append(_ byte: UInt8) {
        text.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        if byte >= 0x80 { isASCII = false }
    }

    /// The number of what has been added since the last text.
    package mutating func numberOfText() -> UInt32 {
        if !isASCII { text = Array(String(decoding: text, as: UTF8.self).lowercased().utf8) }
        let number = text.withUnsafeBufferPointer { numbers.number(of: $0) }
        text.removeAll(keepingCapacity: true)
        isASCII = true
        return UInt32(bitPattern: number)
    }
}
