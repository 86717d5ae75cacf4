/// A set of ancestors in 64 bits, several of which share one.
package enum Ancestry {
    @inlinable package static func bit(of concept: ConceptID) -> UInt64 { bit(of: concept.index) }

    @inlinable package static func bit(of node: Int) -> UInt64 {
        // The upper bits of a product with the golden ratio spread neighbours.
        1 << ((UInt32(truncatingIfNeeded: node) &* 0x9E37_79B9) >> 26)
    }
}

/// The transitive closure of a small acyclic graph.
struct Closure: Sendable {
    /// By node: where its part of `ancestors` and `distances` begins; one more for the end of the last.
    private let starts: [Int32]
    /// The nodes that each leads to, the nearest first: itself, its parents, theirs. Few, so that to look through them costs no more
    /// than one question to a table of all pairs, which takes millions of bytes and a millisecond to make.
    private let ancestors: [ConceptID]
    /// By place in `ancestors`: steps on the shortest way up.
    private let distances: [UInt8]
    /// By node: itself and its ancestors, as `Ancestry`. Most questions are of concepts that have nothing to do with one another,
    /// and end here.
    let ancestry: [UInt64]
    /// The longest way that it can say; `OntologyChecks` refuses longer ones.
    static let mostSteps = Int(UInt8.max) - 1

    /// - Parameter edges: for each node, the nodes one step up.
    init(edges: [[ConceptID]]) {
        var starts: [Int32] = [0]
        var ancestors: [ConceptID] = []
        var distances: [UInt8] = []
        var ancestry = [UInt64](repeating: 0, count: edges.count)
        /// By node: the last from which it was reached, and 1.
        var seen = [UInt16](repeating: 0, count: edges.count)
        for node in edges.indices {
            let stamp = UInt16(node + 1)
            var next = ancestors.count
            ancestors.append(ConceptID(rawValue: UInt16(node)))
            distances.append(0)
            seen[node] = stamp
            while next < ancestors.count {
                let current = ancestors[next]
                let step = UInt8(clamping: Int(distances[next]) + 1)
                ancestry[node] |= Ancestry.bit(of: current)
                for parent in edges[current.index] where seen[parent.index] != stamp {
                    seen[parent.index] = stamp
                    ancestors.append(parent)
                    distances.append(step)
                }
                next += 1
            }
            starts.append(Int32(ancestors.count))
        }
        self.starts = starts
        self.ancestors = ancestors
        self.distances = distances
        self.ancestry = ancestry
    }

    func reaches(_ ancestor: ConceptID, from node: ConceptID) -> Bool { place(of: ancestor, from: node) != nil }

    func steps(to ancestor: ConceptID, from node: ConceptID) -> Int? {
        place(of: ancestor, from: node).map { Int(distances[$0]) }
    }

    /// Gives each node that a node leads to, itself first, with the steps on the shortest way up.
    func forEachAncestor(of node: ConceptID, _ body: (ConceptID, Int) -> Void) {
        for place in Int(starts[node.index])..<Int(starts[node.index + 1]) { body(ancestors[place], Int(distances[place])) }
    }

    @inline(__always)
    private func place(of ancestor: ConceptID, from node: ConceptID) -> Int? {
        guard ancestry[node.index] & Ancestry.bit(of: ancestor) != 0 else { return nil }
        var place = Int(starts[node.index])
        let end = Int(starts[node.index + 1])
        while place < end {
            if ancestors[place] == ancestor { return place }
            place += 1
        }
        return nil
    }
}
