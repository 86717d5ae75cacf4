import HilumOntology

/// Where a finding lies.
public struct Site: Hashable, Sendable {
    public var concept: ConceptID
    public var laterality: Laterality?
    public var span: TextSpan

    public init(concept: ConceptID, laterality: Laterality? = nil, span: TextSpan) {
        self.concept = concept
        self.laterality = laterality
        self.span = span
    }
}

/// A length that a report gives of a finding.
public struct Measurement: Hashable, Sendable {
    public var value: Double
    /// As written in units.tsv: `mm`, `cm`.
    public var unit: String
    public var millimetres: Double
    public var span: TextSpan

    public init(value: Double, unit: String, millimetres: Double, span: TextSpan) {
        self.value = value
        self.unit = unit
        self.millimetres = millimetres
        self.span = span
    }
}

/// One finding as a report states it. All spans are bytes of `ReportGraph.text`.
public struct Observation: Hashable, Sendable {
    public var concept: ConceptID
    public var status: Status
    /// In the order of the text, each once.
    public var sites: [Site] = []
    /// The side of the finding as a whole; where it has sited sides, what they add up to.
    public var laterality: Stated<Laterality>?
    public var severity: Stated<Severity>?
    public var size: Stated<Size>?
    public var change: Stated<Change>?
    /// Qualifiers (kind `descriptor`), such as patchy or healed.
    public var descriptors: [Stated<ConceptID>] = []
    public var measurements: [Measurement] = []
    public var section: Section
    /// The words that name the finding.
    public var span: TextSpan
    /// The negation, hedge or affirmation that decided the status, if it took one.
    public var cue: TextSpan?
    /// How likely a hedged finding is present, 0–1, after its cue; nil without a hedge.
    public var likelihood: Double?

    public init(concept: ConceptID, status: Status, section: Section = .report, span: TextSpan) {
        self.concept = concept
        self.status = status
        self.section = section
        self.span = span
    }

    /// Severity, or the severity that the size stands for.
    public var degree: Severity? { severity?.value ?? size?.value.severity }
}

/// Something mentioned that is not asserted of this examination.
public struct UnassertedMention: Hashable, Sendable {
    public var concept: ConceptID
    public var reason: UnassertedReason
    public var span: TextSpan

    public init(concept: ConceptID, reason: UnassertedReason, span: TextSpan) {
        self.concept = concept
        self.reason = reason
        self.span = span
    }
}

/// One observation named as the cause of, or as explained by, another: "opacity suggestive of pneumonia".
public struct Suggestion: Hashable, Sendable {
    /// Indices into `ReportGraph.observations`.
    public var finding: Int
    public var disease: Int

    public init(finding: Int, disease: Int) {
        self.finding = finding
        self.disease = disease
    }
}
