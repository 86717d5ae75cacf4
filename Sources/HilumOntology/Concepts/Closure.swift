/// The transitive closure of a small acyclic graph, for constant-time questions of ancestry.
struct Closure: Sendable {
    /// `distances[node * count + ancestor]`: steps on the shortest way up, `none` if there is none.
    private let distances: [UInt8]
    /// By node: a bit for each ancestor, several of which share one. Most questions are of concepts that have nothing to do with one another,
    /// and end here instead of in the large table.
    private let ancestry: [UInt64]
    private let count: Int
    private static let none = UInt8.max
    /// The longest way that it can say; `OntologyChecks` refuses longer ones.
    static let mostSteps = Int(none) - 1

    /// - Parameter edges: for each node, the nodes one step up.
    init(edges: [[ConceptID]]) {
        count = edges.count
        var distances = [UInt8](repeating: Self.none, count: count * count)
        var ancestry = [UInt64](repeating: 0, count: count)
        for node in 0..<count {
            distances[node * count + node] = 0
            ancestry[node] |= Self.bit(of: node)
            var queue = [node]
            var next = 0
            while next < queue.count {
                let current = queue[next]
                next += 1
                let step = distances[node * count + current] + 1
                for parent in edges[current] where distances[node * count + parent.index] == Self.none {
                    distances[node * count + parent.index] = step
                    ancestry[node] |= Self.bit(of: parent.index)
                    queue.append(parent.index)
                }
            }
        }
        self.distances = distances
        self.ancestry = ancestry
    }

    private static func bit(of node: Int) -> UInt64 {
        // The upper bits of a product with the golden ratio spread neighbours.
        1 << ((UInt32(truncatingIfNeeded: node) &* 0x9E37_79B9) >> 26)
    }

    func reaches(_ ancestor: ConceptID, from node: ConceptID) -> Bool {
        ancestry[node.index] & Self.bit(of: ancestor.index) != 0 && distances[node.index * count + ancestor.index] != Self.none
    }

    /// Whether either is the other's ancestor, or both are the same.
    func joins(_ one: ConceptID, _ other: ConceptID) -> Bool {
        let bits = ancestry[one.index] & Self.bit(of: other.index) | ancestry[other.index] & Self.bit(of: one.index)
        return bits != 0 && (reaches(other, from: one) || reaches(one, from: other))
    }

    func steps(to ancestor: ConceptID, from node: ConceptID) -> Int? {
        guard ancestry[node.index] & Self.bit(of: ancestor.index) != 0 else { return nil }
        let distance = distances[node.index * count + ancestor.index]
        return distance == Self.none ? nil : Int(distance)
    }
}
