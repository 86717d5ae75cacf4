import Hilum

/// One finding as a phrase says it: an observation without the words that it was read from.
///
/// Equal are findings of which the same is said: sites that go without saying are left out, lists are in a fixed order, and of a
/// hedge only how likely it makes the finding counts, on the scale of the hedges that phrases are written with.
public struct Finding: Hashable, Sendable {
    /// Where it lies.
    public struct Place: Hashable, Comparable, Sendable {
        public var site: ConceptID
        public var laterality: Laterality?

        public init(_ site: ConceptID, laterality: Laterality? = nil) {
            self.site = site
            self.laterality = laterality
        }

        public static func < (one: Place, other: Place) -> Bool {
            (one.site, one.laterality?.rawValue ?? "") < (other.site, other.laterality?.rawValue ?? "")
        }
    }

    /// A length in the unit that the report has it in (`mm`, `cm`).
    public struct Length: Hashable, Sendable {
        public var value: Double
        public var unit: String
        /// Whether it is of an earlier examination.
        public var isPrior = false

        public init(value: Double, unit: String, isPrior: Bool = false) {
            self.value = value
            self.unit = unit
            self.isPrior = isPrior
        }
    }

    /// Where a device ends, or the side port of a tube lies.
    public struct Tip: Hashable, Sendable {
        public var places: [Place]
        public var relation = TipRelation.at
        public var distance: Length?
        /// Whether it is on the film.
        public var isVisible = true

        public init(places: [Place], relation: TipRelation = .at, distance: Length? = nil, isVisible: Bool = true) {
            self.places = places
            self.relation = relation
            self.distance = distance
            self.isVisible = isVisible
        }
    }

    public var concept: ConceptID
    public var status: Status
    /// How likely an uncertain finding is, 0–1; nil of others.
    public var likelihood: Double?
    /// In order, each once, without those that the finding itself says.
    public var places: [Place] = []
    public var laterality: Laterality?
    public var severity: Severity?
    /// A moderate one is held as a moderate severity, where none is stated: one word says either.
    public var size: Size? {
        didSet {
            guard size == .moderate, severity == nil else { return }
            (size, severity) = (nil, .moderate)
        }
    }
    public var change: Change?
    public var count: FindingCount?
    /// In order of their numbers, each once.
    public var descriptors: [ConceptID] = []
    /// Those of an earlier examination behind the others, as phrases have them.
    public var lengths: [Length] = [] {
        didSet { lengths = lengths.filter { !$0.isPrior } + lengths.filter(\.isPrior) }
    }
    public var tip: Tip?
    /// Of an enteric tube: the opening before its tip.
    public var sidePort: Tip?
    /// As the report states it; nil where it says nothing of it, whatever follows from where the tip lies.
    public var placement: Placement?

    public init(_ concept: ConceptID, _ status: Status) {
        self.concept = concept
        self.status = status
    }
}

extension Finding {
    /// Whether another says all that this one says of the same finding, and perhaps more.
    func isSaid(by other: Finding) -> Bool {
        guard concept == other.concept, status == other.status else { return false }
        func agrees<Value: Equatable>(_ path: KeyPath<Finding, Value?>) -> Bool {
            self[keyPath: path] == nil || self[keyPath: path] == other[keyPath: path]
        }
        // A denial of all is more than a denial of some.
        if status == .absent { return self == other }
        return agrees(\.likelihood) && agrees(\.laterality) && agrees(\.severity) && agrees(\.size) && agrees(\.change)
            && agrees(\.count) && agrees(\.tip) && agrees(\.sidePort) && agrees(\.placement)
            && Set(places).isSubset(of: other.places) && Set(descriptors).isSubset(of: other.descriptors)
            && Set(lengths).isSubset(of: other.lengths)
    }
}
