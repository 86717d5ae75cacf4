/// What a state says of a subject: heart + enlarged → cardiomegaly present.
public struct Frame: Sendable, Hashable {
    /// An anatomical site; a kind of it counts too. Nil for what a state says that stands alone: "Normal."
    public let subject: ConceptID?
    /// Whether any part of the subject counts too.
    public let includesParts: Bool
    /// A state, or a finding that the site makes more special.
    public let state: ConceptID
    public let concept: ConceptID
    public let status: Status
    public let example: String
}

extension OntologyBuilder {
    func frames() throws(OntologyError) -> [Frame] {
        var frames: [Frame] = []
        for row in tables.rows(.frames) {
            let (site, includesParts) = row.frameSubject
            let state = row["state"].contains(".") ? row["state"] : "state.\(row["state"])"
            let status = try row.value("status", as: Status.self)
            for concept in try references("concept", row) {
                frames.append(
                    Frame(
                        subject: try site.map { site throws(OntologyError) in try reference(site, "subject", row) },
                        includesParts: includesParts,
                        state: try reference(state, "state", row), concept: concept, status: status,
                        example: row["example"]))
            }
        }
        return frames
    }
}

extension Ontology {
    /// What may be said of a site: of the frames of each state those whose subject is nearest to it, in the order of the table.
    public func frames(of site: ConceptID) -> [Frame] {
        var nearest = [Int](repeating: .max, count: concepts.count)
        for frame in frames {
            guard let steps = steps(from: site, toSubjectOf: frame), steps < nearest[frame.state.index] else { continue }
            nearest[frame.state.index] = steps
        }
        return frames.filter { steps(from: site, toSubjectOf: $0) == nearest[$0.state.index] }
    }

    /// Nil where a frame says nothing of a site.
    private func steps(from site: ConceptID, toSubjectOf frame: Frame) -> Int? {
        guard let subject = frame.subject else { return nil }
        return frame.includesParts ? steps(from: site, toWhole: subject) : steps(from: site, toKind: subject)
    }
}
