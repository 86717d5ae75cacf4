/// An irregular form of a word: a Latin plural, a British spelling.
public struct Inflection: Sendable, Hashable {
    public let form: String
    public let word: String
    public let isPlural: Bool
}

extension OntologyBuilder {
    func inflections() throws(OntologyError) -> [Inflection] {
        var inflections: [String: Inflection] = [:]
        for row in tables.rows(.inflections) {
            guard ["", "yes"].contains(row["plural"]) else { throw row.problem("plural", "must be yes or empty") }
            let form = try row.required("form")
            let inflection = Inflection(form: form, word: try row.required("word"), isPlural: row["plural"] == "yes")
            guard inflections.updateValue(inflection, forKey: form) == nil else {
                throw row.problem("form", "'\(form)' stands there twice")
            }
        }
        return inflections.values.sorted { $0.form < $1.form }
    }
}
