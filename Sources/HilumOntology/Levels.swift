/// The place of a site in a series that is numbered from above: ribs, vertebrae.
public struct Level: Sendable, Hashable {
    /// What the members are kinds of: the rib.
    public let series: ConceptID
    /// Neighbours differ by one.
    public let number: Int
    /// As reports write it: `4`, `T12`.
    public let label: String
}

/// What a word does in counting.
public enum NumberKind: String, CaseIterable, Sendable, Codable {
    case cardinal, ordinal
    /// Joins the ends of a range: "4th through 8th".
    case range
}

/// A word for a number.
public struct NumberWord: Sendable, Hashable {
    public let text: String
    public let kind: NumberKind
    /// Nil for a number that is more than one and not told ("several"), and for words that join a range.
    public let value: Int?
    public let example: String
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

    func numberWords() throws(OntologyError) -> [NumberWord] {
        var words: [NumberWord] = []
        for row in tables.rows(.numbers) {
            let kind = try row.value("kind", as: NumberKind.self)
            var value: Int?
            if kind != .range, row["value"] != "many" {
                let number = try row.number("value")
                guard number == number.rounded(), (1...99).contains(number) else {
                    throw row.problem("value", "must be a whole number from 1 to 99, or many")
                }
                value = Int(number)
            }
            words.append(NumberWord(text: try row.required("term"), kind: kind, value: value, example: row["example"]))
        }
        return words
    }
}
