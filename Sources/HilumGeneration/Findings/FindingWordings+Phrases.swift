import Hilum

extension FindingWordings {
    /// All wordings of a finding by a row of wordings.tsv; none where the row does not fit.
    func texts(of finding: Finding, _ wording: Wording) -> [String] {
        var rest = finding
        rest.places = []
        if finding.places.first.map({ $0.laterality != nil }) ?? true { rest.laterality = nil }
        if finding.status == .absent {
            guard rest == Finding(finding.concept, .absent) else { return [] }
            rest.status = .present
        }
        guard let site = wording.site else {
            if finding.status == .present || finding.status == .uncertain { return texts(of: finding, name: wording.text) }
            return finding.places.isEmpty && finding.laterality == nil ? [wording.text] : []
        }
        let isState = stateWords.contains(wording.text)
        return placeNames(of: finding, within: site, otherwise: wording.defaultPlace)
            .flatMap { texts(of: rest, name: "\(wording.text) \($0)", beginsWithState: isState) }
    }

    /// What follows a wording: the one place of a finding, or where it has none the site that the wording is for.
    private func placeNames(of finding: Finding, within site: ConceptID, otherwise name: String) -> [String] {
        switch finding.places.count {
        case 0 where finding.laterality == nil: return name.isEmpty ? [] : [name]
        case 0: return name.isEmpty ? [] : [self.name(of: Finding.Place(site, laterality: finding.laterality), usingBoth: false)]
        case 1 where ontology.isPart(finding.places[0].site, of: site):
            let place = finding.places[0]
            guard place.laterality == nil, ontology.sidedness(of: place.site) == .pair else {
                return [self.name(of: place, usingBoth: false)]
            }
            return [plurals.plural(of: ontology[place.site].name), ontology[place.site].name]
        default: return []
        }
    }

    /// All wordings of a finding by one of its names, the plainest first.
    /// - Parameter beginsWithState: whether it is a state and what it is said of, as "elevated diaphragm" is.
    func texts(of finding: Finding, name: String, beginsWithState: Bool = false) -> [String] {
        let names = isPlural(finding) ? [plurals.plural(of: name), name] : [name]
        let places = placeWordings(of: finding)
        var wordings: [String] = []
        for name in names {
            for place in places {
                let noun = [place.before, name].filter { !$0.isEmpty }.joined(separator: " ")
                for saysSide in place.saysSide ? [false, true] : [true, false] {
                    for order in Order.allCases {
                        for form in beginsWithState ? DegreeForm.allCases : [.adjective] {
                            wordings.append(wording(of: finding, noun: noun, after: place.after, saysSide: saysSide, order, form))
                        }
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

    /// How a severity stands before what begins with a state: "mildly elevated diaphragm".
    enum DegreeForm: CaseIterable {
        case adverb, adjective
    }

    private func wording(
        of finding: Finding, noun: String, after place: String, saysSide: Bool, _ order: Order, _ form: DegreeForm
    ) -> String {
        var words: [String] = []
        var end: [String] = []
        switch finding.status {
        case .absent: if finding.change != .resolved { words.append("no") }
        case .uncertain: words.append(hedges.nearest(to: finding.likelihood).text)
        case .present: break
        }
        if let change = finding.change {
            let word = change == .resolved && ontology.kind(of: finding.concept) == .device ? "removed" : change.rawValue
            if order == .before { words.append(word) } else { end.append(word) }
        }
        let counting = finding.descriptors.filter { counts[$0] != nil && counts[$0] == finding.count }
        words += counting.map { ontology[$0].name }
        if let count = finding.count, counting.isEmpty { words.append(self.word(for: count)) }
        if let severity = finding.severity {
            let qualifiesState =
                finding.size == nil && finding.count == nil && finding.lengths.isEmpty && finding.descriptors.isEmpty
                && !(saysSide && order == .before && finding.laterality != nil)
            words.append(qualifiesState && form == .adverb ? adverbs[severity] ?? severity.rawValue : severity.rawValue)
        }
        if let size = finding.size { words.append(size.rawValue) }
        let current = finding.lengths.filter { !$0.isPrior }
        if !current.isEmpty { words.append(current.map(Self.text).joined(separator: " x ")) }
        words += finding.descriptors.filter { !counting.contains($0) }.map { ontology[$0].name }
        if saysSide, let side = finding.laterality, order == .before { words.append(side.rawValue) }
        words.append(noun)
        if !place.isEmpty { words.append(place) }
        if saysSide, let side = finding.laterality, order == .after {
            words.append(side == .bilateral ? "on both sides" : "on the \(side.rawValue)")
        }
        if let tip = finding.tip { words.append(self.text(of: tip)) }
        let prior = finding.lengths.filter(\.isPrior)
        if !prior.isEmpty { end.append("previously \(prior.map(Self.text).joined(separator: " x "))") }
        if let placement = finding.placement {
            end.append(placement == .satisfactory ? "in satisfactory position" : placement.rawValue)
        }
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
        let list = Self.list(names.map { "the \($0)" })
        var wordings = ["in", "of", "at"].map { PlaceWording(after: "\($0) \(list)", saysSide: saysSide) }
        if finding.places.contains(where: { $0.laterality == .bilateral }) {
            let both = finding.places.map {
                $0.laterality == .bilateral ? name(of: $0, usingBoth: true) : "the \(name(of: $0, usingBoth: false))"
            }
            wordings.insert(PlaceWording(after: "in \(Self.list(both))", saysSide: saysSide), at: 0)
        }
        wordings.append(PlaceWording(before: names.joined(separator: " and "), saysSide: saysSide))
        return wordings
    }

    /// "a, b and c".
    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// - Parameter usingBoth: "both lung bases" instead of "bilateral lung bases".
    private func name(of place: Finding.Place, usingBoth: Bool) -> String {
        let name = siteName(place.site)
        switch place.laterality {
        case nil: return name
        case let side? where name.hasPrefix(side.rawValue): return name
        case .bilateral: return "\(usingBoth ? "both" : Laterality.bilateral.rawValue) \(plurals.plural(of: name))"
        case let side?: return "\(side.rawValue) \(name)"
        }
    }

    /// With the number of a vertebra as reports write it, which the tables have in small letters.
    private func siteName(_ site: ConceptID) -> String {
        let name = ontology[site].name
        guard let label = ontology.level(of: site)?.label, name.hasPrefix(label.lowercased() + " ") else { return name }
        return label + name.dropFirst(label.count)
    }

    private func text(of tip: Finding.Tip) -> String {
        guard tip.isVisible else { return "with tip out of view" }
        let places = Self.list(tip.places.map { "the \(name(of: $0, usingBoth: false))" })
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
