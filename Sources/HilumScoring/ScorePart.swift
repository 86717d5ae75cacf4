/// A part of a score that may be asked for or left out; the words of `--metrics`.
public enum ScorePart: String, CaseIterable, Sendable {
    case kg, factuality, green, crimson, chexpert, radgraph, temporal, lexical
}

extension Set<ScorePart> {
    public static let all = Set(ScorePart.allCases)
}
