/// How a finding is written where its name alone would not be what a report says: "clear lungs" for no lung opacity. Nothing is
/// read by it.
public struct Wording: Sendable, Hashable {
    public let concept: ConceptID
    /// Of `present`, it stands for the name, hedged too; of `absent`, for the denial as a whole.
    public let status: Status
    /// Before the site, and all of it where there is none: "degenerative changes of the".
    public let text: String
    /// What follows where the finding names no place: "spine"; empty where the wording is for a finding with a place.
    public let defaultPlace: String
    /// A place of the finding follows if it is this site, or a kind or a part of it.
    public let site: ConceptID?
}

extension OntologyBuilder {
    func wordings() throws(OntologyError) -> [Wording] {
        var wordings: [Wording] = []
        for row in tables.rows(.wordings) {
            let status = try row.value("status", as: Status.self)
            guard status != .uncertain else { throw row.problem("status", "must be present or absent") }
            let wording = try row.required("wording")
            guard wording.hasSuffix("}") != row["site"].isEmpty else {
                throw row.problem("site", "a wording that ends with a place in braces needs a site, and one without has none")
            }
            let parts = wording.split(separator: "{", maxSplits: 1, omittingEmptySubsequences: false)
            guard wording.hasSuffix("}") == (parts.count == 2), let text = parts.first?.split(separator: " "), !text.isEmpty
            else {
                throw row.problem("wording", "must be words, with or without a place in braces behind them")
            }
            wordings.append(
                Wording(
                    concept: try reference(row["concept"], "concept", row), status: status,
                    text: text.joined(separator: " "), defaultPlace: parts.count == 2 ? String(parts[1].dropLast()) : "",
                    site: row["site"].isEmpty ? nil : try reference(row["site"], "site", row)))
        }
        return wordings
    }
}
