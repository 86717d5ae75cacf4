/// How a statement stands to the rest of its report.
public enum DiscourseRole: String, CaseIterable, Sendable, Codable {
    /// In a denial: leaves room for what is said elsewhere, as in "the lungs are otherwise clear".
    case others
    /// In a denial: leaves room for what is not acute.
    case acute
    /// Says by what a finding lies, not where: "overlying the clavicle".
    case landmark
    /// Says that a finding is one that was named before: "this".
    case reference
}

/// Words that say how a statement stands to the rest of its report.
public struct DiscourseWord: Sendable, Hashable {
    public let text: String
    public let role: DiscourseRole
    public let example: String
}
