/// Something that a report says and that cannot be so, with the words that say it: what CheXPO-v2 calls incoherent logic.
public struct Implausibility: Sendable, Hashable {
    public enum Kind: String, CaseIterable, Sendable, Codable {
        /// A finding is stated, and ruled out without leaving room for it.
        case oppositeStatements = "opposite_statements"
        /// A finding lies where anatomy does not allow it, or at a site that there is not on that side.
        case impossiblePlace = "impossible_place"
        /// One finding is left in one part of the report and right in another.
        case changedSide = "changed_side"
    }

    public var kind: Kind
    /// The name of the finding.
    public var finding: String
    /// The words that do not go together, in the order of the text.
    public var words: [Quotation]
    /// For a radiologist, without a full stop: `pneumothorax is reported and denied as well`.
    public var explanation: String

    public init(kind: Kind, finding: String, words: [Quotation], explanation: String) {
        self.kind = kind
        self.finding = finding
        self.words = words
        self.explanation = explanation
    }
}
