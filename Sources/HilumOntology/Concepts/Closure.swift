/// The transitive closure of a small acyclic graph, for constant-time questions of ancestry.
struct Closure: Sendable {
    /// `distances[node * count + ancestor]`: steps on the shortest way up, `none` if there is none.
    private let distances: [UInt8]
    private let count: Int
    private static let none = UInt8.max
    /// The longest way that it can say; `OntologyChecks` refuses longer ones.
    static let mostSteps = Int(none) - 1

    /// - Parameter edges: for each node, the nodes one step up.
    init(edges: [[ConceptID]]) {
        count = edges.count
        var distances = [UInt8](repeating: Self.none, count: count * count)
        for node in 0..<count {
            distances[node * count + node] = 0
            var queue = [node]
            var next = 0
            while next < queue.count {
                let current = queue[next]
                next += 1
                let step = distances[node * count + current] + 1
                for parent in edges[current] where distances[node * count + parent.index] == Self.none {
                    distances[node * count + parent.index] = step
                    queue.append(parent.index)
                }
            }
        }
        self.distances = distances
    }

    func reaches(_ ancestor: ConceptID, from node: ConceptID) -> Bool {
        distances[node.index * count + ancestor.index] != Self.none
    }

    func steps(to ancestor: ConceptID, from node: ConceptID) -> Int? {
        let distance = distances[node.index * count + ancestor.index]
        return distance == Self.none ? nil : Int(distance)
    }
}
