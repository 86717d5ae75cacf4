/// What may be said of a site: of the frames of each state those whose subject is nearest to it. For many sites, as to gather the frames of
/// each subject takes longer than to ask for one.
package struct NearestFrames {
    private let ontology: Ontology
    /// By frame.
    private let states: [ConceptID]
    /// By concept: the frames of which it is the subject, those that count for its parts too and those that do not.
    private var ofParts: [[Int]]
    private var ofKinds: [[Int]]
    /// By state: the steps to the nearest subject, between the calls none.
    private var nearest: [Int]

    package init(_ ontology: Ontology) {
        self.ontology = ontology
        states = ontology.frames.map(\.state)
        ofParts = [[Int]](repeating: [], count: ontology.concepts.count)
        ofKinds = ofParts
        nearest = [Int](repeating: .max, count: ontology.concepts.count)
        for (index, frame) in ontology.frames.enumerated() {
            guard let subject = frame.subject else { continue }
            if frame.includesParts {
                ofParts[subject.index].append(index)
            } else {
                ofKinds[subject.index].append(index)
            }
        }
    }

    /// By their places in `Ontology.frames`, in that order.
    package mutating func frames(of site: ConceptID) -> [Int] {
        var found: [(frame: Int, steps: Int)] = []
        ontology.forEachAncestor(of: site, includingWholes: true) { subject, steps in
            for frame in ofParts[subject.index] { found.append((frame, steps)) }
        }
        ontology.forEachAncestor(of: site, includingWholes: false) { subject, steps in
            for frame in ofKinds[subject.index] { found.append((frame, steps)) }
        }
        for (frame, steps) in found { nearest[states[frame].index] = min(nearest[states[frame].index], steps) }
        let frames = found.filter { nearest[states[$0.frame].index] == $0.steps }.map(\.frame)
        for (frame, _) in found { nearest[states[frame].index] = .max }
        return frames.sorted()
    }
}

extension Ontology {
    /// What may be said of a site: of the frames of each state those whose subject is nearest to it, in the order of the table.
    public func frames(of site: ConceptID) -> [Frame] {
        var nearest = NearestFrames(self)
        return nearest.frames(of: site).map { frames[$0] }
    }
}
