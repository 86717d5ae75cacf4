import Hilum

/// How it is said where devices end.
extension FindingWordings {
    /// "tip 4 cm above the carina".
    func text(of tip: Finding.Tip, part: String) -> String {
        guard tip.isVisible else { return "\(part) out of view" }
        let distance = tip.distance.map { Self.text([$0]) }
        let relation = tip.relation == .at ? (distance == nil ? preposition(of: tip.places) : "from") : tip.relation.rawValue
        let places = Self.list(tip.places.map(nameWithArticle))
        return [part, distance, relation, places].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Sites that a tip lies at, and not in.
    private static let landmarks: Set = [
        "angle", "apex", "base", "carina", "clavicle", "diaphragm", "hilum", "inlet", "junction", "rib", "vertebra",
    ]

    private func preposition(of places: [Finding.Place]) -> String {
        let name = places.first.map { ontology[$0.site].name } ?? ""
        return Self.landmarks.contains { name == $0 || name.hasSuffix(" \($0)") } ? "at" : "in"
    }

    /// Whether the tips of several devices, or of several leads of one, are meant.
    func hasSeveralTips(_ finding: Finding) -> Bool {
        if isPlural(finding, ontology[finding.concept].name) { return true }
        guard let tip = finding.tip, let leadDevices, tip.places.count > 1 else { return false }
        return ontology.isA(finding.concept, leadDevices)
    }
}
