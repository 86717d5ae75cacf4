/// The label of a RadGraph entity, one spelling for all in use: `OBS-DP`, `Observation::definitely present`.
public struct RadGraphLabel: Sendable, Hashable {
    public enum Kind: String, CaseIterable, Sendable {
        case observation = "Observation"
        case anatomy = "Anatomy"
    }

    public enum Certainty: String, CaseIterable, Sendable {
        case present = "definitely present"
        case absent = "definitely absent"
        case uncertain
    }

    /// As RadGraph writes it today: `Observation::definitely present`.
    public let name: String
    /// Lower-case; labels are equal if these are.
    private let key: String

    public init(_ kind: Kind, _ certainty: Certainty) {
        self.init(name: "\(kind.rawValue)::\(certainty.rawValue)")
    }

    /// - Parameter text: in either spelling, in any letter case. A label that is neither, such as RadGraph-XL's
    ///   `Observation::measurement::definitely present`, stays as it is.
    public init(_ text: String) {
        let key = text.lowercased()
        if let known = Self.known[key] { self = known } else { self.init(name: text) }
    }

    private init(name: String) {
        self.name = name
        key = name.lowercased()
    }

    private static let known: [String: RadGraphLabel] = {
        var known: [String: RadGraphLabel] = [:]
        for (kind, short) in [(Kind.observation, "obs"), (.anatomy, "anat")] {
            for (certainty, letters) in [(Certainty.present, "dp"), (.absent, "da"), (.uncertain, "u")] {
                let label = RadGraphLabel(kind, certainty)
                known[label.key] = label
                known["\(short)-\(letters)"] = label
            }
        }
        return known
    }()

    public static func == (left: Self, right: Self) -> Bool { left.key == right.key }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
