import Hilum

extension FindingWordings {
    /// All wordings of a finding by one of its names, the plainest first.
    func wordings(of finding: Finding, name: String) -> [String] {
        let names = isPlural(finding) ? [plurals.plural(of: name), name] : [name]
        let places = placeWordings(of: finding)
        var wordings: [String] = []
        for name in names {
            for place in places {
                let noun = [place.before, name].filter { !$0.isEmpty }.joined(separator: " ")
                for saysSide in place.saysSide ? [false, true] : [true, false] {
                    for order in Order.allCases {
                        wordings.append(wording(of: finding, noun: noun, after: place.after, saysSide: saysSide, order))
                    }
                }
            }
        }
        var seen: Set<String> = []
        return wordings.filter { seen.insert($0).inserted }
    }

    /// Where what is not said of the noun itself stands.
    enum Order: CaseIterable {
        /// "unchanged mild left pleural effusion"
        case before
        /// "mild pleural effusion on the left, unchanged"
        case after
    }

    private func wording(of finding: Finding, noun: String, after place: String, saysSide: Bool, _ order: Order) -> String {
        var words: [String] = []
        var end: [String] = []
        switch finding.status {
        case .absent: if finding.change != .resolved { words.append("no") }
        case .uncertain: words.append(hedges.nearest(to: finding.likelihood).text)
        case .present: break
        }
        if let change = finding.change {
            if order == .before { words.append(change.rawValue) } else { end.append(change.rawValue) }
        }
        if let severity = finding.severity { words.append(severity.rawValue) }
        if let size = finding.size { words.append(size.rawValue) }
        if let count = finding.count, !finding.descriptors.contains(where: { counts[$0] == count }) { words.append(self.word(for: count)) }
        let current = finding.lengths.filter { !$0.isPrior }
        if !current.isEmpty { words.append(current.map(Self.text).joined(separator: " x ")) }
        words += finding.descriptors.map { ontology[$0].name }
        if saysSide, let side = finding.laterality, order == .before { words.append(side.rawValue) }
        words.append(noun)
        if !place.isEmpty { words.append(place) }
        if saysSide, let side = finding.laterality, order == .after {
            words.append(side == .bilateral ? "on both sides" : "on the \(side.rawValue)")
        }
        if let tip = finding.tip { words.append(self.text(of: tip)) }
        let prior = finding.lengths.filter(\.isPrior)
        if !prior.isEmpty { end.append("previously \(prior.map(Self.text).joined(separator: " x "))") }
        if let placement = finding.placement { end.append(placement == .satisfactory ? "in satisfactory position" : placement.rawValue) }
        return ([words.joined(separator: " ")] + end).joined(separator: ", ")
    }

    // MARK: Places

    private struct PlaceWording {
        var before = ""
        var after = ""
        /// Whether the side of the finding follows from those of its places.
        var saysSide = false
    }

    private func placeWordings(of finding: Finding) -> [PlaceWording] {
        guard !finding.places.isEmpty else { return [PlaceWording()] }
        let sides = finding.places.reduce(into: Sides()) { $0.formUnion(Sides($1.laterality)) }
        let saysSide = !sides.isEmpty
        let names = finding.places.map { name(of: $0, usingBoth: false) }
        var wordings = ["in", "of", "at"].map {
            PlaceWording(after: "\($0) \(names.map { "the \($0)" }.joined(separator: " and "))", saysSide: saysSide)
        }
        if finding.places.contains(where: { $0.laterality == .bilateral }) {
            let both = finding.places.map { $0.laterality == .bilateral ? name(of: $0, usingBoth: true) : "the \(name(of: $0, usingBoth: false))" }
            wordings.insert(PlaceWording(after: "in \(both.joined(separator: " and "))", saysSide: saysSide), at: 0)
        }
        wordings.append(PlaceWording(before: names.joined(separator: " and "), saysSide: saysSide))
        return wordings
    }

    /// - Parameter usingBoth: "both lung bases" instead of "bilateral lung bases".
    private func name(of place: Finding.Place, usingBoth: Bool) -> String {
        let name = ontology[place.site].name
        switch place.laterality {
        case nil: return name
        case .bilateral: return "\(usingBoth ? "both" : Laterality.bilateral.rawValue) \(plurals.plural(of: name))"
        case let side?: return "\(side.rawValue) \(name)"
        }
    }

    private func text(of tip: Finding.Tip) -> String {
        guard tip.isVisible else { return "with tip out of view" }
        let places = tip.places.map { "the \(name(of: $0, usingBoth: false))" }.joined(separator: " and ")
        let distance = tip.distance.map { "\(Self.text($0)) " } ?? ""
        let relation = tip.relation == .at ? (tip.distance == nil ? "in" : "from") : tip.relation.rawValue
        return ["with tip \(distance)\(relation)", places].filter { !$0.isEmpty }.joined(separator: " ")
    }

    // MARK: Numbers

    private func isPlural(_ finding: Finding) -> Bool {
        switch finding.count {
        case .exactly(let number): number > 1
        case .many: true
        case nil: finding.laterality == .bilateral && ontology[finding.concept].sidedness == .pair
        }
    }

    private func word(for count: FindingCount) -> String {
        switch count {
        case .many: count.name
        case .exactly(let number): ontology.numberWords.first { $0.kind == .cardinal && $0.value == number }?.text ?? count.name
        }
    }

    /// "4 mm", "1.5 cm".
    private static func text(_ length: Finding.Length) -> String {
        let number = length.value == length.value.rounded() ? String(Int(length.value)) : String(length.value)
        return "\(number) \(length.unit)"
    }
}
