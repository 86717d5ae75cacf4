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
