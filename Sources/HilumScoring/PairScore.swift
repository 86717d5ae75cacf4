import HilumMetrics

/// What a candidate report is worth against its reference; every part but the words that they share (`temporal`, `lexical`)
/// is read off the same graphs.
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
    /// RadGraph's F1 over the graphs as RadGraph would annotate them (`RadGraphReport`); nil if it was not asked for, as are the next two.
    public var radgraph: RadGraphF1?
    /// Of the words of change in both texts.
    public var temporal: TemporalScore?
    /// BLEU and ROUGE of the texts.
    public var lexical: LexicalScore?
    /// How much of either text was understood: the score can be no better founded than the lower of the two.
    public var coverage: CoveragePair
}

/// The coverage of both reports, 0–1: the share of the clinical words that was explained (`ReportGraph.coverage`).
public struct CoveragePair: Sendable, Hashable {
    public var reference: Double
    public var candidate: Double

    public init(reference: Double, candidate: Double) {
        self.reference = reference
        self.candidate = candidate
    }

    /// Below this the score of a pair may miss what matters. Of the development reports of Open-i fewer than one in 200 are.
    public static let low = 0.8

    public var lower: Double { min(reference, candidate) }
    public var isLow: Bool { lower < Self.low }
}

/// The CheXpert labels of both reports.
public struct CheXpertPair: Sendable, Hashable {
    public var reference: CheXpertLabels
    public var candidate: CheXpertLabels
}
