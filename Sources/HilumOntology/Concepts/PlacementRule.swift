/// The part of a device that a report places.
public enum DevicePart: String, CaseIterable, Sendable, Codable {
    case tip
    /// The opening before the tip of an enteric tube.
    case sidePort = "side-port"
}

/// Where something lies along a landmark: upstream or downstream as the words of the report have it, "above the carina".
public enum TipRelation: String, CaseIterable, Sendable, Codable {
    case at, above, below
}

/// What a site says of a device that ends there: an endotracheal tube in a main bronchus is malpositioned.
public struct PlacementRule: Sendable, Hashable {
    /// Kinds of it count too.
    public let device: ConceptID
    public let part: DevicePart
    /// Whether the rule holds only where the report names the part: a catheter "in the jugular vein" may end elsewhere.
    public let isOfNamedPart: Bool
    public let relation: TipRelation
    /// Parts and kinds of it count too.
    public let site: ConceptID
    /// In millimetres from the site; nil where any distance fits, or none.
    public let distances: ClosedRange<Double>?
    /// Nil where a device may well end there without that saying anything.
    public let placement: Placement?
    /// How much it matters; never less than the device itself.
    public let significance: Significance
    /// Whether the side of the site is the device's, as of a chest tube; that of a vein or bronchus is not.
    public let givesSide: Bool
}

extension OntologyBuilder {
    func placements() throws(OntologyError) -> [PlacementRule] {
        var rules: [PlacementRule] = []
        for row in tables.rows(.placements) {
            let device = try reference(row["device"], "device", row)
            let significance = try row.optionalValue("significance", as: Significance.self)
            guard ["", "yes"].contains(row["side"]) else { throw row.problem("side", "must be yes or empty") }
            rules.append(
                PlacementRule(
                    device: device, part: row["part"].isEmpty ? .tip : try row.value("part", as: DevicePart.self),
                    isOfNamedPart: !row["part"].isEmpty, relation: try row.value("relation", as: TipRelation.self),
                    site: try reference(row["site"], "site", row), distances: try distances(row),
                    placement: try row.optionalValue("placement", as: Placement.self),
                    significance: max(significance ?? .benign, concepts[device.index].significance),
                    givesSide: row["side"] == "yes"))
        }
        return rules
    }

    /// In millimetres; without an end where only `from` is given.
    private func distances(_ row: TableRow) throws(OntologyError) -> ClosedRange<Double>? {
        guard !row["from"].isEmpty || !row["to"].isEmpty else { return nil }
        let start = row["from"].isEmpty ? 0 : try row.number("from")
        let end = row["to"].isEmpty ? Double.infinity : try row.number("to")
        guard start >= 0, start <= end else { throw row.problem("to", "must not be less than from") }
        return start...end
    }
}

extension Ontology {
    /// What a site says of a device that ends there: the rule of the nearest kind of device and, among these, the nearest site, of several
    /// the first; nil where the tables say nothing.
    /// - Parameters:
    ///   - millimetres: the distance from the site, if one is stated.
    ///   - isNamed: whether the report names the part.
    public func placement(
        of device: ConceptID, _ part: DevicePart, _ relation: TipRelation, _ site: ConceptID, millimetres: Double?,
        isNamed: Bool
    ) -> PlacementRule? {
        var best: (device: Int, site: Int, rule: PlacementRule)?
        for rule in placements where rule.part == part && rule.relation == relation && (isNamed || !rule.isOfNamedPart) {
            guard let ofDevice = steps(from: device, toKind: rule.device), let ofSite = steps(from: site, toWhole: rule.site)
            else { continue }
            if let distances = rule.distances, !(millimetres.map(distances.contains) ?? false) { continue }
            if let best, (best.device, best.site) <= (ofDevice, ofSite) { continue }
            best = (ofDevice, ofSite, rule)
        }
        return best?.rule
    }

    /// Whether a device that is said to lie at a site may end there.
    public func mayEnd(_ device: ConceptID, at site: ConceptID) -> Bool {
        placements.contains { $0.part == .tip && !$0.isOfNamedPart && isA(device, $0.device) && isPart(site, of: $0.site) }
    }

    /// Whether the tables know where a device should end.
    public func hasTip(_ device: ConceptID) -> Bool { placements.contains { isA(device, $0.device) } }
}
