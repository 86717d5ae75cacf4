/// A part of a report, in the order in which reports go through the chest.
public struct ReportPart: Sendable, Hashable {
    /// The kinds of a finding, or a site: what lies there, or in a part of it.
    public let concept: ConceptID
}

extension OntologyBuilder {
    func reportParts() throws(OntologyError) -> [ReportPart] {
        var parts: [ReportPart] = []
        for row in tables.rows(.reportParts) { parts.append(ReportPart(concept: try reference(row["concept"], "concept", row))) }
        return parts
    }
}
