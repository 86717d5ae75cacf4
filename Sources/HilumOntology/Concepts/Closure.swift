/// A set of ancestors in 64 bits, several of which share one.
package enum Ancestry {
    @inlinable package static func bit(of concept: ConceptID) -> UInt64 { bit(of: concept.index) }

    @inlinable package static func bit(of node: Int) -> UInt64 {
        // The upper bits of a product with the golden ratio spread neighbours.
        1 << ((UInt32(truncatingIfNeeded: node) &* 0x9E37_79B9) >> 26)
    }
}

/// The transitive closure of a small acyclic graph, for constant-time questions of ancestry.
struct Closure: Sendable {
    /// `distances[node * count + ancestor]`: steps on the shortest way up, `none` if there is none.
    private let distances: [UInt8]
    /// By node: itself and its ancestors, as `Ancestry`. Most questions are of concepts that have nothing to do with one another,
    /// and end here instead of in the large table.
    let ancestry: [UInt64]
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
            ancestry[node] |= Ancestry.bit(of: node)
            var queue = [node]
            var next = 0
            while next < queue.count {
                let current = queue[next]
                next += 1
                let step = distances[node * count + current] + 1
                for parent in edges[current] where distances[node * count + parent.index] == Self.none {
                    distances[node * count + parent.index] = step
                    ancestry[node] |= Ancestry.bit(of: parent.index)
                    queue.append(parent.index)
                }
            }
        }
        self.distances = distances
        self.ancestry = ancestry
    }

    func reaches(_ ancestor: ConceptID, from node: ConceptID) -> Bool {
        ancestry[node.index] & Ancestry.bit(of: ancestor.index) != 0
            && distances[node.index * count + ancestor.index] != Self.none
    }

    func steps(to ancestor: ConceptID, from node: ConceptID) -> Int? {
        guard ancestry[node.index] & Ancestry.bit(of: ancestor.index) != 0 else { return nil }
        let distance = distances[node.index * count + ancestor.index]
        return distance == Self.none ? nil : Int(distance)
    }
}
