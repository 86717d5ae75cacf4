/// What a candidate report is worth against its reference; every part is read off the same alignment.
public struct PairScore: Sendable, Hashable {
    public var kg: KGScore
    /// What cannot be so in the candidate, whatever the reference says; `kg.consistency` counts it.
    public var implausible: [Implausibility] = []
    public var factuality: Factuality
    /// GREEN's arithmetic over the errors of `factuality`, 0–1, higher is better.
    public var green: Double
    /// Statements in which the two reports agree.
    public var matchedFindings: Int
    /// CRIMSON's arithmetic, above −1 to 1, higher is better; rounded to 4 places when printed.
    public var crimson: Double
    public var chexpert: CheXpertPair
}

/// The CheXpert labels of both reports.
public struct CheXpertPair: Sendable, Hashable {
    public var reference: CheXpertLabels
    public var candidate: CheXpertLabels
}
