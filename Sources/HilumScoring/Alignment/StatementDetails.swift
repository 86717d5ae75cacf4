import HilumExtraction
import HilumOntology

/// What a statement says besides the finding and its side.
struct StatementDetails: Hashable, Sendable {
    /// Those that say more than the finding itself does.
    var sites: [PlacedSite] = []
    var degree: Degree?
    var change: Stated<Change>?
    /// In order of their numbers, each once.
    var descriptors: [Stated<ConceptID>] = []
    /// The largest length that is given of the finding, in millimetres, above 0. Of a device a length says how far it lies from
    /// something, and is left out.
    var length: Stated<Double>?
    var count: Stated<FindingCount>?
    /// Where a device ends.
    var tip: DeviceTip?
    var placement: Stated<Placement>?

    var isEmpty: Bool {
        guard sites.isEmpty, descriptors.isEmpty, degree == nil, change == nil, length == nil, count == nil else { return false }
        return tip == nil && placement == nil
    }
}

/// Where the tip of a device lies.
struct DeviceTip: Hashable, Sendable {
    var sites: [PlacedSite] = []
    /// How it lies to these places, and how far from the first of them.
    var relation = TipRelation.at
    var distance: Measurement?
}

extension Statement {
    var sites: [PlacedSite] {
        get { details.isEmpty ? [] : details[0].sites }
        set { edit { $0.sites = newValue } }
    }

    var degree: Degree? {
        get { details.isEmpty ? nil : details[0].degree }
        set { edit { $0.degree = newValue } }
    }

    var change: Stated<Change>? {
        get { details.isEmpty ? nil : details[0].change }
        set { edit { $0.change = newValue } }
    }

    var descriptors: [Stated<ConceptID>] {
        get { details.isEmpty ? [] : details[0].descriptors }
        set { edit { $0.descriptors = newValue } }
    }

    var length: Stated<Double>? {
        get { details.isEmpty ? nil : details[0].length }
        set { edit { $0.length = newValue } }
    }

    var count: Stated<FindingCount>? {
        get { details.isEmpty ? nil : details[0].count }
        set { edit { $0.count = newValue } }
    }

    var tip: DeviceTip {
        get { (details.isEmpty ? nil : details[0].tip) ?? DeviceTip() }
        set { edit { $0.tip = newValue } }
    }

    var placement: Stated<Placement>? {
        get { details.isEmpty ? nil : details[0].placement }
        set { edit { $0.placement = newValue } }
    }

    /// Whether it is of a device, and says where that ends or what to think of it.
    var saysWhereItEnds: Bool { !details.isEmpty && (details[0].tip != nil || details[0].placement != nil) }

    mutating func add(_ descriptor: Stated<ConceptID>) { edit { $0.descriptors.add(descriptor) } }

    private mutating func edit(_ change: (inout StatementDetails) -> Void) {
        if details.isEmpty { details = [StatementDetails()] }
        change(&details[0])
    }
}
