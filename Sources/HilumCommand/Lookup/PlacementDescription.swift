import Hilum

/// What placements.tsv says of a device or a site, in words.
struct PlacementDescription {
    private let ontology: Ontology

    init(_ ontology: Ontology) {
        self.ontology = ontology
    }

    /// A line for each rule of a device, those of the nearest kind first, as they hold: `tip 20 to 70 mm above carina: satisfactory`.
    func rules(of device: Concept) -> [String] {
        let rules = ontology.placements.enumerated().compactMap { index, rule in
            ontology.steps(from: device.id, toKind: rule.device).map { (steps: $0, index: index, rule: rule) }
        }
        return rules.sorted { ($0.steps, $0.index) < ($1.steps, $1.index) }.map { steps, _, rule in
            place(rule) + ": " + verdict(rule) + (steps == 0 ? "" : ", as of any \(ontology[rule.device].name)")
        }
    }

    /// A line for each rule of a site: `endotracheal tube, tip 20 to 70 mm above carina: satisfactory`.
    func rules(at site: Concept) -> [String] {
        ontology.placements.filter { $0.site == site.id }.map { rule in
            "\(ontology[rule.device].name), \(place(rule)): \(verdict(rule))"
        }
    }

    private func place(_ rule: PlacementRule) -> String {
        let part =
            switch rule.part {
            case .tip: rule.isOfNamedPart ? "tip, if it is named," : "tip"
            case .sidePort: "side port"
            }
        let distance = rule.distances.map { "\(text(of: $0)) " } ?? ""
        return "\(part) \(distance)\(rule.relation.rawValue) \(ontology[rule.site].name)"
    }

    private func text(of distances: ClosedRange<Double>) -> String {
        let (from, to) = (distances.lowerBound, distances.upperBound)
        if to == .infinity { return "\(number(from)) mm or more" }
        return from == 0 ? "up to \(number(to)) mm" : "\(number(from)) to \(number(to)) mm"
    }

    private func number(_ millimetres: Double) -> String {
        Int(exactly: millimetres).map(String.init) ?? String(millimetres)
    }

    private func verdict(_ rule: PlacementRule) -> String {
        switch rule.placement {
        case .satisfactory?: "satisfactory"
        case .malpositioned?: "malpositioned (\(max(rule.significance, .actionable).rawValue))"
        case nil: "may end there"
        }
    }
}
