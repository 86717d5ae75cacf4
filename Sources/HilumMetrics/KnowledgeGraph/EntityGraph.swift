/// A report as the reward of CheXPO-v2 reads it: words with their types, and relations between words. Two texts are the same only
/// if they are spelled the same.
public struct EntityGraph: Sendable, Hashable {
    /// One edge: `effusion located_at base`.
    public struct Relation: Sendable, Hashable {
        /// Texts of entities.
        public var source: String
        public var target: String
        /// `located_at`, `suggestive_of` or `modify`.
        public var type: String

        public init(source: String, target: String, type: String) {
            self.source = source
            self.target = target
            self.type = type
        }
    }

    /// The type of each text: `size`, `anatomy`, `disorder_present`, `disorder_notpresent`, `concept`, `procedures`, `devices_present` or
    /// `devices_notpresent`. Any other is compared like these.
    public var entities: [String: String]
    public var relations: Set<Relation>

    public init(entities: [String: String] = [:], relations: Set<Relation> = []) {
        self.entities = entities
        self.relations = relations
    }
}
