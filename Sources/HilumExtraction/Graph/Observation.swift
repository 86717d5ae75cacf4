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

/// How many of a finding there are.
public enum FindingCount: Hashable, Sendable {
    case exactly(Int)
    /// More than one, uncounted: "several".
    case many

    /// `2`, `multiple`.
    public var name: String {
        switch self {
        case .exactly(let number): String(number)
        case .many: "multiple"
        }
    }
}

/// A length that a report gives of a finding.
public struct Measurement: Hashable, Sendable {
    public var value: Double
    /// As written in units.tsv: `mm`, `cm`.
    public var unit: String
    public var millimetres: Double
    /// Whether it is of an earlier examination: "previously 9 mm".
    public var isPrior: Bool
    public var span: TextSpan

    public init(value: Double, unit: String, millimetres: Double, isPrior: Bool = false, span: TextSpan) {
        self.value = value
        self.unit = unit
        self.millimetres = millimetres
        self.isPrior = isPrior
        self.span = span
    }
}

/// Where a part of a device lies: "tip 4 cm above the carina".
public struct DevicePosition: Hashable, Sendable {
    /// Landmarks, in the order of the text; several where a device has several leads. Those of a tip stand in `Observation.sites` too.
    public var sites: [Site]
    /// How it lies to them.
    public var relation: TipRelation
    /// From the first of them.
    public var distance: Measurement?
    /// Whether it is on the film.
    public var isVisible: Bool
    /// The words that name the part or, without such, the device.
    public var span: TextSpan

    public init(
        sites: [Site], relation: TipRelation = .at, distance: Measurement? = nil, isVisible: Bool = true, span: TextSpan
    ) {
        self.sites = sites
        self.relation = relation
        self.distance = distance
        self.isVisible = isVisible
        self.span = span
    }
}

/// One finding as a report states it. All spans are bytes of `ReportGraph.text`.
public struct Observation: Hashable, Sendable {
    public var concept: ConceptID
    public var status: Status
    /// Whether the words are a state, such as "clear", and not the name of the finding.
    public var isOfState = false
    /// Whether a negation stands over the words: over "enlarged", and not over "clear", which denies by itself.
    public var isNegated = false
    /// In the order of the text, each once.
    public var sites: [Site] = []
    /// The side of the finding as a whole; where it has sited sides, what they add up to.
    public var laterality: Stated<Laterality>?
    public var severity: Stated<Severity>?
    public var size: Stated<Size>?
    public var change: Stated<Change>?
    /// The words for the earlier examination that a change is measured against; nil where the report names none.
    public var comparedWith: TextSpan?
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

    /// What few observations have; none or one, so that the others stay small.
    private var details: [Details] = []

    /// Whether it may have a count, a tip, a side port or a placement: false of most, which need not be asked for each.
    package var hasDetails: Bool { !details.isEmpty }

    private struct Details: Hashable, Sendable {
        var count: Stated<FindingCount>?
        var tip: DevicePosition?
        var sidePort: DevicePosition?
        var placement: Stated<Placement>?
        var isPlacementStated = false
        var placementSignificance: Significance?
    }

    private mutating func setDetail<Value>(_ path: WritableKeyPath<Details, Value?>, _ value: Value?) {
        if details.isEmpty {
            guard value != nil else { return }
            details = [Details()]
        }
        details[0][keyPath: path] = value
    }

    /// How many there are.
    public var count: Stated<FindingCount>? {
        get { details.first?.count }
        set { setDetail(\.count, newValue) }
    }

    /// Of a device.
    public var tip: DevicePosition? {
        get { details.first?.tip }
        set { setDetail(\.tip, newValue) }
    }

    /// Of an enteric tube.
    public var sidePort: DevicePosition? {
        get { details.first?.sidePort }
        set { setDetail(\.sidePort, newValue) }
    }

    /// Of a device: as the report says, or as `Ontology.placements` have it of where its tip lies.
    public var placement: Stated<Placement>? {
        get { details.first?.placement }
        set { setDetail(\.placement, newValue) }
    }

    /// How much a placement matters; nil where it is satisfactory or unknown.
    public var placementSignificance: Significance? {
        get { details.first?.placementSignificance }
        set { setDetail(\.placementSignificance, newValue) }
    }

    /// Whether the report itself states the placement.
    public var isPlacementStated: Bool {
        get { details.first?.isPlacementStated ?? false }
        set {
            if details.isEmpty { details = [Details()] }
            details[0].isPlacementStated = newValue
        }
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
