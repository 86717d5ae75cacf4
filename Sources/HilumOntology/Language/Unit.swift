/// A unit of length.
public struct Unit: Sendable, Hashable {
    public let text: String
    /// As results print it: `mm`, `cm`.
    public let symbol: String
    public let millimetres: Double
}

extension OntologyBuilder {
    func units() throws(OntologyError) -> [Unit] {
        var units: [Unit] = []
        for row in tables.rows(.units) {
            units.append(
                Unit(text: try row.required("term"), symbol: try row.required("unit"), millimetres: try row.number("millimetres"))
            )
        }
        return units
    }
}
