import Foundation
import Hilum

/// One statement about one finding, in the form in which what is expected and what was extracted are compared.
struct FixtureStatement: Hashable {
    var concept: String
    var status: Status
    var laterality: Laterality?
    /// Identifiers of sites, with their sides.
    var sites: [String: Laterality?] = [:]
    /// Severity, or the severity that the size stands for: the word "moderate" decides neither.
    var degree: Severity?
    /// A size that its word does decide.
    var size: Size?
    var change: Change?
    /// Lengths in millimetres.
    var lengths: Set<Double> = []
    /// How many there are, where that is told.
    var count: Int?
    /// Where a device ends: identifiers of sites.
    var tip: Set<String> = []
    var placement: Placement?

    init(_ expectation: ReportFixture.Expectation, ontology: Ontology) throws {
        concept = expectation.concept
        status = expectation.status
        laterality = expectation.laterality
        for site in expectation.sites ?? [] {
            let words = site.split(separator: " ", maxSplits: 1).map(String.init)
            if words.count == 2 { sites[words[1]] = try Laterality(naming: words[0]) } else { sites[site] = .some(nil) }
        }
        degree = expectation.severity ?? expectation.size?.severity
        size = expectation.size == .moderate ? nil : expectation.size
        change = expectation.change
        lengths = try expectation.measurement.map(Self.millimetres(in:)) ?? []
        count = expectation.count
        tip = Set(expectation.tip ?? [])
        placement = expectation.placement
        normalise(ontology)
    }

    init(_ observation: Observation, ontology: Ontology) {
        concept = ontology[observation.concept].identifier
        status = observation.status
        laterality = observation.laterality?.value
        for site in observation.sites {
            let identifier = ontology[site.concept].identifier
            let other = sites[identifier]
            // The same site on two sides is one site on both.
            sites[identifier] = other == nil || other == .some(site.laterality) ? site.laterality : .bilateral
        }
        degree = observation.degree
        size = observation.size?.value == .moderate ? nil : observation.size?.value
        change = observation.change?.value
        lengths = Set(observation.measurements.filter { !$0.isPrior }.map { ($0.millimetres * 10).rounded() / 10 })
        if case .exactly(let number) = observation.count?.value { count = number }
        tip = Set((observation.tip?.sites ?? []).map { ontology[$0.concept].identifier })
        placement = observation.placement?.value
        normalise(ontology)
    }

    /// Leaves out what adds nothing: a site that the finding itself implies (the heart of cardiomegaly), a whole beside its
    /// part (the lung of its base), the side of what has but one (the right atrium), the middle as a side, and how large or how
    /// changed an absent finding is not.
    private mutating func normalise(_ ontology: Ontology) {
        if laterality == .midline { laterality = nil }
        for (site, side) in sites where side != nil {
            let isUnpaired = [.left, .right].contains(ontology.concept(site)?.sidedness)
            if side == .midline || isUnpaired { sites[site] = .some(nil) }
        }
        let concept = ontology.concept(concept)
        for (site, side) in sites.sorted(by: { $0.key < $1.key }) {
            guard let whole = ontology.concept(site)?.id else { continue }
            let parts = sites.keys.filter { part in
                part != site && (ontology.concept(part).map { ontology.isPart($0.id, of: whole) } ?? false)
            }
            // Where a device ends is never implied.
            let home = concept.flatMap { [.finding, .disease].contains($0.kind) ? $0.sites.first : nil }
            let isImplied = Self.outlines.contains(site) || home.map { ontology.isPart($0, of: whole) } ?? false
            guard !parts.isEmpty || isImplied else { continue }
            for part in parts where sites[part] == .some(nil) { sites[part] = .some(side) }
            sites[site] = nil
            laterality = laterality ?? side
        }
        if status == .absent {
            (degree, size, lengths) = (nil, nil, [])
            if change != .resolved { change = nil }
        }
    }

    /// The outline of the heart is the heart; and every report is of the chest.
    private static let outlines: Set = ["anatomy.heart", "anatomy.cardiomediastinal-silhouette", "anatomy.chest"]

    /// "4 mm", "2.5 cm", "4.2 x 3.8 cm".
    private static func millimetres(in text: String) throws -> Set<Double> {
        let words = text.split(separator: " ")
        guard let unit = words.last, let factor = ["mm": 1.0, "cm": 10.0][unit] else { throw FixtureError.measurement }
        return Set(words.compactMap { Double($0) }.map { ($0 * factor * 10).rounded() / 10 })
    }

    /// Both statements as one, if neither says what the other does not allow: a repeat that is less or more precise.
    func merged(with other: FixtureStatement) -> FixtureStatement? {
        func agree<Value: Equatable>(_ first: Value?, _ second: Value?) -> Bool {
            first == nil || second == nil || first == second
        }
        let names = Set(sites.keys)
        let otherNames = Set(other.sites.keys)
        let common = names.intersection(otherNames)
        guard concept == other.concept, status == other.status, agree(laterality, other.laterality),
            names.isSubset(of: otherNames) || otherNames.isSubset(of: names),
            common.allSatisfy({ agree(sites[$0] ?? nil, other.sites[$0] ?? nil) }),
            agree(degree, other.degree), agree(size, other.size), agree(change, other.change),
            lengths.isEmpty || other.lengths.isEmpty || lengths == other.lengths,
            tip.isEmpty || other.tip.isEmpty || tip == other.tip, agree(placement, other.placement), agree(count, other.count)
        else { return nil }
        var merged = self
        merged.laterality = laterality ?? other.laterality
        merged.sites.merge(other.sites) { $0 ?? $1 }
        merged.degree = degree ?? other.degree
        merged.size = size ?? other.size
        merged.change = change ?? other.change
        merged.lengths.formUnion(other.lengths)
        merged.count = count ?? other.count
        merged.tip.formUnion(other.tip)
        merged.placement = placement ?? other.placement
        return merged
    }

    /// Repeats, such as those of the impression, as one statement each.
    static func merge(_ statements: [FixtureStatement]) -> Set<FixtureStatement> {
        var merged: [FixtureStatement] = []
        for statement in statements {
            if let index = merged.firstIndex(where: { $0.merged(with: statement) != nil }),
                let union = merged[index].merged(with: statement)
            {
                merged[index] = union
            } else {
                merged.append(statement)
            }
        }
        return Set(merged)
    }
}

enum FixtureError: Error {
    case laterality, measurement
}

extension Laterality {
    fileprivate init(naming word: String) throws {
        guard let side = Laterality(rawValue: word) else { throw FixtureError.laterality }
        self = side
    }
}

extension FixtureStatement: CustomStringConvertible {
    var finding: String { "\(concept) \(status.rawValue)" }

    /// One fact an attribute: what precision and recall of attributes count.
    var attributes: Set<String> {
        var facts: Set<String> = []
        if let laterality { facts.insert(laterality.rawValue) }
        for (site, side) in sites { facts.insert("at " + (side.map { "\($0.rawValue) " } ?? "") + site) }
        if let size { facts.insert(size.rawValue) } else if let degree { facts.insert(degree.rawValue) }
        if let change { facts.insert(change.rawValue) }
        for length in lengths { facts.insert("\(length) mm") }
        if let count { facts.insert("\(count)") }
        for site in tip { facts.insert("tip at \(site)") }
        if let placement { facts.insert(placement.rawValue) }
        return facts
    }

    var description: String { ([finding] + attributes.sorted()).joined(separator: ", ") }
}
