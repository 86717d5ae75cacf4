/// Whether what stands under a heading is asserted of this examination.
public enum HeadingScope: String, CaseIterable, Sendable, Codable {
    case yes, no
    /// No, and only as far as the sentence that follows on its line.
    case sentence
}

/// A heading of a report.
public struct Heading: Sendable, Hashable {
    public let text: String
    public let section: Section
    public let scope: HeadingScope
}

extension OntologyBuilder {
    func headings() throws(OntologyError) -> [Heading] {
        var headings: [Heading] = []
        for row in tables.rows(.sections) {
            headings.append(
                Heading(
                    text: try row.required("heading"), section: try row.value("section", as: Section.self),
                    scope: try row.value("asserted", as: HeadingScope.self)))
        }
        return headings
    }
}
