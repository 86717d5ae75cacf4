import HilumExtraction
import HilumOntology

/// A site of a statement, with its sides as a set.
struct PlacedSite: Hashable, Sendable {
    var concept: ConceptID
    var sides: Sides
    var span: TextSpan
}

/// A severity or a size on their common scale, in the word that the report chose.
struct Degree: Hashable, Sendable {
    /// 0 (minimal, tiny) to 3 (severe, large).
    var level: Int
    var word: Word
    var span: TextSpan

    enum Word: Hashable, Sendable {
        case severity(Severity)
        case size(Size)

        var name: String {
            switch self {
            case .severity(let severity): severity.rawValue
            case .size(let size): size.rawValue
            }
        }
    }
}

/// One finding as a whole report states it, however many sentences say so. See `Statements`.
struct Statement: Hashable, Sendable {
    var concept: ConceptID
    var status: Status
    var sides: Sides
    var sideSpan: TextSpan?
    /// Of the finding, and of a placement that calls for something.
    var significance: Significance
    /// The words that name the finding.
    var span: TextSpan
    /// Whatever else is said: none or one, as of most absences there is nothing, and what is copied often has to be small.
    var details: [StatementDetails] = []

    init(_ observation: borrowing Observation, knowledge: Knowledge) {
        concept = observation.concept
        span = observation.span
        status = observation.status
        significance = knowledge.significance(of: observation.concept)
        sides = Sides(observation.laterality?.value)
        sideSpan = observation.laterality?.span
        // As of most absences.
        guard observation.saysMoreThanItsSide else { return }
        let sites = takeSites(of: observation, knowledge)
        if sideSpan == nil, !sides.isEmpty { sideSpan = observation.sites.first?.span }
        let length = status == .absent || observation.measurements.isEmpty ? nil : Self.length(of: observation, knowledge)
        // Where all sites go without saying, nothing is left.
        guard !sites.isEmpty || length != nil || observation.saysMoreThanItsPlace else { return }
        var details = StatementDetails(
            sites: sites, degree: Degree(observation.severity, observation.size), change: observation.change,
            descriptors: observation.descriptors.inOrder, length: length)
        if status != .absent, observation.hasDetails {
            details.count = observation.count
            details.placement = observation.placement
            details.tip = observation.tip.map(DeviceTip.init)
            if let gravest = observation.placementSignificance { significance = max(significance, gravest) }
        }
        if !details.isEmpty { self.details = [details] }
    }

    /// Those that do not go without saying; all give their sides to a finding that states none.
    private mutating func takeSites(of observation: borrowing Observation, _ knowledge: Knowledge) -> [PlacedSite] {
        var sites: [PlacedSite] = []
        // Few observations have a tip.
        let tip = observation.hasDetails ? observation.tip?.sites ?? [] : []
        for site in observation.sites where tip.isEmpty || !tip.contains(site) {
            let natural = knowledge.naturalSide(of: site.concept)
            let placed = natural.isEmpty ? Sides(site.laterality) : natural
            if observation.laterality == nil { sides.formUnion(placed) }
            guard !knowledge.isImplied(site.concept, by: observation.concept) else { continue }
            sites.append(PlacedSite(concept: site.concept, sides: placed, span: site.span))
        }
        sites.sortByPlace()
        return sites
    }

    private static func length(of observation: borrowing Observation, _ knowledge: Knowledge) -> Stated<Double>? {
        guard knowledge.isMeasured(observation.concept) else { return nil }
        var length: Stated<Double>?
        for measurement in observation.measurements where !measurement.isPrior && measurement.millimetres > length?.value ?? 0 {
            length = Stated(measurement.millimetres, span: measurement.span)
        }
        return length
    }

    /// Whether an absence is of some only: "no large effusion", "no effusion on the left".
    var isQualified: Bool { isOneSided || !details.isEmpty && (degree != nil || !sites.isEmpty) }

    var isOneSided: Bool { !sides.isEmpty && !sides.isSuperset(of: .bilateral) }

    /// The words that say where, of what the other statement does not say: of the side, if they differ in it, or else of a site.
    func locationSpan(isSide: Bool, unlike other: Statement, _ knowledge: Knowledge) -> TextSpan? {
        if isSide {
            // Of sites on both sides, the one on the side that the other does not name.
            let mayStray = !isOneSided && !other.sides.isEmpty
            let stray = mayStray ? sites.first { !$0.sides.isEmpty && $0.sides.isDisjoint(with: other.sides) } : nil
            return stray?.span ?? sideSpan ?? sites.first?.span
        }
        let stray = sites.first { site in !other.sites.contains { site.overlaps($0, knowledge) } } ?? sites.first
        guard let stray else { return sideSpan }
        // The same site on another side: what differs is the side.
        let isSameSite = other.sites.contains { knowledge.overlap(stray.concept, $0.concept) }
        return isSameSite ? sideSpan ?? stray.span : stray.span
    }

    /// The words that say where a device ends, or what to think of it.
    var placementSpan: TextSpan? { tip.sites.first?.span ?? placement?.span }

    /// The order of statements that does not depend on the order of sentences: by concept, the most exactly located first.
    static func precedes(_ one: Statement, _ other: Statement) -> Bool {
        if one.concept != other.concept { return one.concept < other.concept }
        if one.vagueness != other.vagueness { return one.vagueness < other.vagueness }
        if one.sides != other.sides { return one.sides.rawValue > other.sides.rawValue }
        if one.sites.count != other.sites.count { return one.sites.count > other.sites.count }
        for (first, second) in zip(one.sites, other.sites) where first.concept != second.concept {
            return first.concept < second.concept
        }
        for (first, second) in zip(one.sites, other.sites) where first.sides != second.sides {
            return first.sides.rawValue < second.sides.rawValue
        }
        if one.degree?.level != other.degree?.level { return one.degree?.level ?? -1 > other.degree?.level ?? -1 }
        if one.change?.value != other.change?.value { return one.changeRank > other.changeRank }
        if one.status != other.status { return one.status == .present }
        if one.length?.value != other.length?.value { return one.length?.value ?? 0 > other.length?.value ?? 0 }
        for (first, second) in zip(one.descriptors, other.descriptors) where first.value != second.value {
            return first.value < second.value
        }
        if one.count?.value.rank != other.count?.value.rank { return one.count?.value.rank ?? 0 > other.count?.value.rank ?? 0 }
        if one.placement?.value != other.placement?.value { return one.placementRank > other.placementRank }
        let (tip, otherTip) = (one.tip.sites, other.tip.sites)
        if tip.count != otherTip.count { return tip.count > otherTip.count }
        for (first, second) in zip(tip, otherTip) where first.concept != second.concept {
            return first.concept < second.concept
        }
        if one.descriptors.count != other.descriptors.count { return one.descriptors.count < other.descriptors.count }
        return one.span < other.span
    }

    func states(descriptor: ConceptID) -> Bool { descriptors.contains { $0.value == descriptor } }

    private var vagueness: Int { (sites.isEmpty ? 2 : 0) + (sides.isEmpty ? 1 : 0) }

    /// Which placement is kept where a report states two of one device: the graver.
    var placementRank: Int {
        switch placement?.value {
        case nil: 0
        case .satisfactory: 1
        case .malpositioned: 2
        }
    }

    /// Which change is kept where a report states two of one finding: the more alarming.
    var changeRank: Int {
        switch change?.value {
        case nil: 0
        case .unchanged: 1
        case .decreased: 2
        case .resolved: 3
        case .increased: 4
        case .new: 5
        }
    }
}

extension [PlacedSite] {
    mutating func sortByPlace() {
        if count > 1 { sort { ($0.concept, $0.sides.rawValue) < ($1.concept, $1.sides.rawValue) } }
    }
}

extension [Stated<ConceptID>] {
    /// By number, the first of each.
    fileprivate var inOrder: [Stated<ConceptID>] {
        guard count > 1 else { return self }
        var ordered: [Stated<ConceptID>] = []
        ordered.reserveCapacity(count)
        for descriptor in self { ordered.add(descriptor) }
        return ordered
    }

    /// Adds a descriptor to others in order, if none is the same.
    mutating func add(_ descriptor: Stated<ConceptID>) {
        let index = firstIndex { $0.value >= descriptor.value } ?? count
        if index == count || self[index].value != descriptor.value { insert(descriptor, at: index) }
    }
}

extension Degree {
    /// Nil where neither is stated.
    fileprivate init?(_ severity: Stated<Severity>?, _ size: Stated<Size>?) {
        if let severity {
            self.init(level: severity.value.level, word: .severity(severity.value), span: severity.span)
        } else if let size {
            self.init(level: size.value.severity.level, word: .size(size.value), span: size.span)
        } else {
            return nil
        }
    }
}

extension DeviceTip {
    fileprivate init(_ position: DevicePosition) {
        sites = position.sites.map { PlacedSite(concept: $0.concept, sides: Sides($0.laterality), span: $0.span) }
        sites.sortByPlace()
        relation = position.relation
        distance = position.distance
    }
}

extension Observation {
    /// Whether there is anything about it besides the finding and its side.
    fileprivate var saysMoreThanItsSide: Bool { !sites.isEmpty || !measurements.isEmpty || saysMoreThanItsPlace }

    /// Whether there is anything about it besides the finding, its place and lengths.
    fileprivate var saysMoreThanItsPlace: Bool {
        if !descriptors.isEmpty || hasDetails { return true }
        return severity != nil || size != nil || change != nil
    }

    /// Whether a site is one where the device ends, rather than one where it lies.
    func ends(at site: Site) -> Bool { tip?.sites.contains(site) ?? false }
}
