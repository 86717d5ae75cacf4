/// What a judge of CRIMSON found in a pair of reports, and what it comes to.
public struct CRIMSONEvaluation: Sendable, Hashable {
    public var score: CRIMSONScore
    /// Findings of the candidate that the reference does not have, of any weight.
    public var falseFindings: Int
    /// Findings of the reference that the candidate leaves out.
    public var missingFindings: Int
    /// Of matched findings; one may have several.
    public var attributeErrors: Int

    public init(score: CRIMSONScore, falseFindings: Int, missingFindings: Int, attributeErrors: Int) {
        self.score = score
        self.falseFindings = falseFindings
        self.missingFindings = missingFindings
        self.attributeErrors = attributeErrors
    }
}
