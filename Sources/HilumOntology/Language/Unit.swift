/// A unit of length.
public struct Unit: Sendable, Hashable {
    public let text: String
    /// As results print it: `mm`, `cm`.
    public let symbol: String
    public let millimetres: Double

    /// No unit and no length of a report is longer.
    package static let mostMillimetres = 10_000.0
}

extension OntologyBuilder {
    func units() throws(OntologyError) -> [Unit] {
        var units: [Unit] = []
        for row in tables.rows(.units) {
            let millimetres = try row.number("millimetres")
            guard millimetres > 0, millimetres <= Unit.mostMillimetres else {
                throw row.problem("millimetres", "must be more than 0 and at most \(Int(Unit.mostMillimetres))")
            }
            units.append(Unit(text: try row.required("term"), symbol: try row.required("unit"), millimetres: millimetres))
        }
        return units
    }
}
