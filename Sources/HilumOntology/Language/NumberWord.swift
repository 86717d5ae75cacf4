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
