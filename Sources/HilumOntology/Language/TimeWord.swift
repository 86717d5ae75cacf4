/// What a word says of the time of a measurement.
public enum TimeRole: String, CaseIterable, Sendable, Codable {
    /// An earlier examination: "previously".
    case prior
    /// This one: "now".
    case current
    /// Of a change, the measurement that it began with: "from 9 mm to 14 mm".
    case from
    /// Leads to what this examination is compared with: "since".
    case since
}

/// A word that tells an earlier measurement from this one.
public struct TimeWord: Sendable, Hashable {
    public let text: String
    public let role: TimeRole
    public let example: String
}
