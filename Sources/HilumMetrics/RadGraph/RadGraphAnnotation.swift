/// A report as RadGraph annotates it (Jain et al. 2021, arXiv:2106.14463): stretches of its tokens with a label, and relations between
/// them.
public struct RadGraphAnnotation: Sendable, Hashable {
    public struct Entity: Sendable, Hashable {
        /// Tokens of the text, joined by single spaces.
        public var tokens: String
        public var label: RadGraphLabel
        /// The first token and the last, counted from 0; nil where an annotation does not say.
        public var range: ClosedRange<Int>?
        /// From this entity to others.
        public var relations: [Relation]

        public init(tokens: String, label: RadGraphLabel, range: ClosedRange<Int>? = nil, relations: [Relation] = []) {
            self.tokens = tokens
            self.label = label
            self.range = range
            self.relations = relations
        }
    }

    public struct Relation: Sendable, Hashable {
        /// `modify`, `located_at` or `suggestive_of`.
        public var type: String
        /// An index into `entities`.
        public var target: Int

        public init(type: String, target: Int) {
            self.type = type
            self.target = target
        }
    }

    /// In their order: in RadGraph's files the first has the key `1`.
    public let entities: [Entity]

    /// - Parameter entities: none where a report says nothing. A relation that leads to none of them is a programming error and stops the
    ///   program.
    public init(entities: [Entity] = []) {
        precondition(
            entities.allSatisfy { $0.relations.allSatisfy { entities.indices.contains($0.target) } },
            "a relation leads to an entity of its annotation")
        self.entities = entities
    }
}
