/// One way to say that a finding is absent: the denial of itself or of what it is a kind of, or a normal statement that comes to that.
public struct Exclusion: Sendable, Hashable {
    /// The finding itself or an ancestor.
    public let denied: ConceptID
    /// How many steps up it is.
    public let steps: Int
    /// States of sites that mean its absence: "lungs are clear".
    public let frames: [Frame]
}

extension Ontology {
    /// Everything that makes a finding absent, the nearest first. Whether a denial holds for one that is stated elsewhere in the report
    /// also depends on side, site, degree and significance.
    public func exclusions(of finding: ConceptID) -> [Exclusion] {
        concepts.compactMap { concept in
            steps(from: finding, toKind: concept.id).map { steps in
                let frames = frames.filter { $0.concept == concept.id && $0.status == .absent }
                return Exclusion(denied: concept.id, steps: steps, frames: frames)
            }
        }.sorted { ($0.steps, $0.denied) < ($1.steps, $1.denied) }
    }
}
