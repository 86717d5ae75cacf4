/// A part of a score that may be asked for or left out; the words of `--metrics`.
public enum ScorePart: String, CaseIterable, Sendable {
    case kg, factuality, green, crimson, chexpert, radgraph, temporal, lexical
}

extension Set<ScorePart> {
    public static let all = Set(ScorePart.allCases)

    /// What `--metrics` takes, for messages.
    package static var names: [String] { ScorePart.allCases.map(\.rawValue) + ["all"] }

    /// Reads `kg,green`, or `all`.
    /// - Returns: nil if one of the words is no part.
    package init?(list: String) {
        self = []
        for name in list.split(separator: ",", omittingEmptySubsequences: false) {
            if name == "all" {
                formUnion(Self.all)
            } else if let part = ScorePart(rawValue: String(name)) {
                insert(part)
            } else {
                return nil
            }
        }
    }
}
