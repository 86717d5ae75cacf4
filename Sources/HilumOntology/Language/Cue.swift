/// What a cue does to the findings in its scope.
public enum CueKind: String, CaseIterable, Sendable, Codable {
    case negation, hedge, affirmation, history, conditional, recommendation, elsewhere
    /// The scope of every earlier cue ends here.
    case end
    /// Looks like a cue and is none.
    case pseudo
}

/// On which side of a cue its scope lies.
public enum CueDirection: String, CaseIterable, Sendable, Codable {
    case forward, backward
    /// On both: "atelectasis versus pneumonia".
    case both
    /// What follows, or what goes before where nothing follows: "likely atelectasis", "atelectasis is likely".
    case either
}

/// Words that set how certain a finding is.
public struct Cue: Sendable, Hashable {
    public let text: String
    public let kind: CueKind
    public let direction: CueDirection?
    /// How likely a finding so hedged is present, 0–1.
    public let likelihood: Double?
    public let example: String
}

extension OntologyBuilder {
    func cues() throws(OntologyError) -> [Cue] {
        var cues: [Cue] = []
        for row in tables.rows(.cues) {
            let kind = try row.value("kind", as: CueKind.self)
            let direction = try row.optionalValue("direction", as: CueDirection.self)
            guard direction != nil || kind == .end || kind == .pseudo else {
                throw row.problem("direction", "a \(kind.rawValue) needs forward, backward, both or either")
            }
            let likelihood = row["likelihood"].isEmpty || row["likelihood"] == "-" ? nil : try row.number("likelihood")
            guard likelihood.map({ (0...1).contains($0) }) ?? (kind != .hedge) else {
                throw row.problem("likelihood", "a hedge needs a number from 0 to 1")
            }
            cues.append(
                Cue(
                    text: try row.required("cue"), kind: kind, direction: direction, likelihood: likelihood,
                    example: row["example"]))
        }
        return cues
    }
}
