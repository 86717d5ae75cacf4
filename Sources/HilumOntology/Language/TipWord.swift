/// What a word does in a statement of where a device ends.
public enum TipWordRole: String, CaseIterable, Sendable, Codable {
    /// Names the tip.
    case tip
    /// A verb: "terminates".
    case end
    case sidePort = "side-port"
    /// The tip is not on the film: "out of view".
    case unseen
    case above, below
    /// Above where a distance goes before it, else a way in: "4 cm from the carina", "from the left arm".
    case from
    /// A way in, where nothing ends: "via".
    case entry
    /// What is done to a device that is not well placed: "withdrawn". It says so under advice only.
    case adjustment
    /// "should", "recommend".
    case advice
    /// "coiled": malpositioned but where the device should end anyway.
    case loop
}

/// A word that says where a device ends.
public struct TipWord: Sendable, Hashable {
    public let text: String
    public let role: TipWordRole
    public let example: String
}
