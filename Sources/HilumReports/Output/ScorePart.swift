/// A part of a score that may be written or left out; the words of `--metrics`.
public enum ScorePart: String, CaseIterable, Sendable {
    case kg, factuality, green, crimson, chexpert
}
