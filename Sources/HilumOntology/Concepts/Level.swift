/// The place of a site in a series that is numbered from above: ribs, vertebrae.
public struct Level: Sendable, Hashable {
    /// What the members are kinds of: the rib.
    public let series: ConceptID
    /// Neighbours differ by one.
    public let number: Int
    /// As reports write it: `4`, `T12`.
    public let label: String
}

extension OntologyBuilder {
    /// By concept.
    func levels() throws(OntologyError) -> [Level?] {
        var levels = [Level?](repeating: nil, count: concepts.count)
        for row in tables.rows(.levels) {
            let number = try row.number("number")
            guard number == number.rounded(), (1...99).contains(number) else {
                throw row.problem("number", "must be a whole number from 1 to 99")
            }
            let site = try reference(row["site"], "site", row)
            guard levels[site.index] == nil else { throw row.problem("site", "'\(row["site"])' stands there twice") }
            levels[site.index] = Level(
                series: try reference(row["series"], "series", row), number: Int(number), label: try row.required("label"))
        }
        return levels
    }
}
