/// A concept's number within one loaded ontology. Numbers are dense, start at 0 and follow the order of identifiers,
/// so they are stable for one ontology hash and index arrays; across ontologies compare `Concept.identifier`.
public struct ConceptID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: UInt16

    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    @inlinable public var index: Int { Int(rawValue) }

    @inlinable public static func < (left: ConceptID, right: ConceptID) -> Bool { left.rawValue < right.rawValue }
}

/// What sort of thing a concept is; the first part of its identifier.
public enum ConceptKind: String, CaseIterable, Sendable, Codable {
    case finding, disease, device, procedure, anatomy, descriptor, state

    /// Whether a report asserts it of the patient, so that it makes an observation.
    public var isObservable: Bool {
        switch self {
        case .finding, .disease, .device, .procedure: true
        case .anatomy, .descriptor, .state: false
        }
    }
}

/// How much an error about a finding matters to the patient.
public enum Significance: String, CaseIterable, Sendable, Codable, Comparable {
    /// Expected or age-related; no weight.
    case benign
    /// Noted, calls for nothing.
    case minor
    /// Changes management, not at once.
    case actionable
    /// Somebody has to be told now.
    case urgent

    public static func < (left: Significance, right: Significance) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .benign: 0
        case .minor: 1
        case .actionable: 2
        case .urgent: 3
        }
    }
}

/// On which side an anatomical site may lie.
public enum Sidedness: String, CaseIterable, Sendable, Codable {
    /// On either side, perhaps several times: ribs, vessels.
    case paired
    /// Just once on each side, so that its plural means both: lung bases, and of findings pleural effusions.
    case pair
    case left, right, midline
}

/// One thing that Hilum knows: a finding, a site, a device.
public struct Concept: Sendable, Hashable {
    public let id: ConceptID
    /// `kind.kebab-case-name`, such as `finding.pleural-effusion`.
    public let identifier: String
    public let kind: ConceptKind
    /// The preferred name, lower-case.
    public let name: String
    /// Is-a, nearest first.
    public let parents: [ConceptID]
    /// For a site: the wholes that it is a part of.
    public let partOf: [ConceptID]
    /// Where a finding may lie; empty means anywhere. Inherited from the parents where its own row says nothing.
    public let sites: [ConceptID]
    /// For a site: whether it has sides.
    public let sidedness: Sidedness?
    /// For findings, diseases, devices and procedures; inherited from the first parent.
    public let significance: Significance
    /// RadLex ids (RID…).
    public let radlex: [String]
    /// MeSH headings.
    public let mesh: [String]
    /// CheXpert labels; inherited from the nearest parent that has one.
    public let chexpert: [CheXpertLabel]
    /// How the coding of Open-i writes it, without the parts that a report adds; inherited.
    public let openI: [String]
    /// For what makes observations: whether it only gathers others (`cardiac abnormality`), so that two kinds of it have nothing in
    /// common for that.
    public let isGroup: Bool
    /// For a descriptor: those that cannot be true of the same finding at the same time. Each names the other or is named by it;
    /// ask `Ontology.excludes`.
    public let excludes: [ConceptID]

    /// Whether a site lies on either side.
    public var hasSides: Bool { sidedness == .paired || sidedness == .pair }
}
