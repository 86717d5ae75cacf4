import Hilum

extension FindingWordings {
    /// All wordings of a finding by a row of wordings.tsv; none where the row does not fit.
    /// - Parameter text: the row's words before the place.
    func texts(of finding: Finding, _ wording: Wording, text: String) -> [String] {
        var rest = finding
        rest.places = []
        if finding.places.isEmpty || finding.places.contains(where: { $0.laterality != nil }) { rest.laterality = nil }
        if finding.status == .absent {
            if wording.site == nil, text.hasPrefix("no ") { return texts(of: finding, name: String(text.dropFirst("no ".count))) }
            guard rest == Finding(finding.concept, .absent) else { return [] }
            rest.status = .present
        }
        guard let site = wording.site else {
            if finding.status == .present || finding.status == .uncertain { return texts(of: finding, name: text) }
            return finding.places.isEmpty && finding.laterality == nil ? [text] : []
        }
        let isState = stateWords.contains(text)
        return
            (placeNames(of: finding, within: site, otherwise: wording.defaultPlace)
            + listings(of: finding, within: site, after: text))
            .flatMap { texts(of: rest, name: "\(text) \($0)", isPlural: isPlural(finding, text), beginsWithState: isState) }
    }

    /// What follows a wording that ends with the article: several places, without the article of the first.
    private func listings(of finding: Finding, within site: ConceptID, after text: String) -> [String] {
        guard finding.places.count > 1, text.hasSuffix(" the"), finding.places.allSatisfy({ ontology.isPart($0.site, of: site) })
        else { return [] }
        return listings(of: finding.places).filter { $0.hasPrefix("the ") }.map { String($0.dropFirst("the ".count)) }
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
    /// - Parameters:
    ///   - isPlural: whether the plural is tried first; nil for what follows from the finding.
    ///   - beginsWithState: whether it is a state and what it is said of, as "elevated diaphragm" is.
    func texts(of finding: Finding, name: String, isPlural: Bool? = nil, beginsWithState: Bool = false) -> [String] {
        let names = isPlural ?? self.isPlural(finding, name) ? [plurals.plural(of: name), name] : [name]
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
        let hedge = hedges.nearest(to: finding.likelihood)
        switch finding.status {
        case .absent: if finding.change != .resolved { words.append("no") }
        case .uncertain where !hedge.isBehind: words.append(hedge.text)
        case .present, .uncertain: break
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
        // A moderate size beside a severity is another thing than a moderate severity.
        if let size = finding.size { words.append(size == .moderate ? "moderate-sized" : size.rawValue) }
        let current = finding.lengths.filter { !$0.isPrior }
        if !current.isEmpty { words.append(Self.text(current)) }
        words += finding.descriptors.filter { !counting.contains($0) }.map { ontology[$0].name }
        if saysSide, let side = finding.laterality, order == .before { words.append(side.rawValue) }
        words.append(noun)
        if !place.isEmpty { words.append(place) }
        if saysSide, let side = finding.laterality, order == .after {
            words.append(side == .bilateral ? "on both sides" : "on the \(side.rawValue)")
        }
        let ends = [
            finding.tip.map { text(of: $0, part: hasSeveralTips(finding) ? "tips" : "tip") },
            finding.sidePort.map { text(of: $0, part: "side port") },
        ].compactMap(\.self)
        if !ends.isEmpty { words.append("with \(ends.joined(separator: " and "))") }
        if finding.status == .uncertain, hedge.isBehind { words.append(hedge.text) }
        let prior = finding.lengths.filter(\.isPrior)
        if !prior.isEmpty { end.append("previously \(Self.text(prior))") }
        if let placement = finding.placement {
            end.append(placement == .satisfactory ? "in satisfactory position" : placement.rawValue)
        }
        return ([words.joined(separator: " ")] + end).joined(separator: ", ")
    }

    // MARK: Numbers

    /// Whether there are several of what a name of the finding names.
    func isPlural(_ finding: Finding, _ name: String) -> Bool {
        switch finding.count {
        case .exactly(let number): return number > 1
        case .many: return true
        case nil: break
        }
        let isBilateral = finding.laterality == .bilateral
        if isBilateral, ontology[finding.concept].sidedness == .pair { return true }
        let isDevice = ontology.kind(of: finding.concept) == .device
        if isDevice, let tip = finding.tip, tip.places.count > 1, plurals.isSingleTipped(name) { return true }
        // A device at several sites passes through them; "the right lower lobe and the lung periphery" are one place.
        let places = finding.places.filter { $0.laterality != nil || ontology.level(of: $0.site) != nil }
        let isInSeveral = isBilateral || !isDevice && places.count > 1
        return isInSeveral && plurals.isCountable(name, isDevice: isDevice)
    }

    private func word(for count: FindingCount) -> String {
        switch count {
        case .many: count.name
        case .exactly(let number): ontology.numberWords.first { $0.kind == .cardinal && $0.value == number }?.text ?? count.name
        }
    }

    /// "4 mm", "1.5 x 1 cm".
    static func text(_ lengths: [Finding.Length]) -> String {
        let numbers = lengths.map { Int(exactly: $0.value).map(String.init) ?? String($0.value) }
        if let unit = lengths.first?.unit, lengths.allSatisfy({ $0.unit == unit }) {
            return "\(numbers.joined(separator: " x ")) \(unit)"
        }
        return zip(numbers, lengths).map { "\($0) \($1.unit)" }.joined(separator: " x ")
    }
}
