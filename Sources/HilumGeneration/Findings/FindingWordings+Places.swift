import Hilum

/// How places are named.
extension FindingWordings {
    /// Where a finding lies, in words.
    struct PlaceWording {
        var before = ""
        var after = ""
        /// Whether the side of the finding follows from those of its places.
        var saysSide = false
    }

    func placeWordings(of finding: Finding) -> [PlaceWording] {
        guard !finding.places.isEmpty else { return [PlaceWording()] }
        let sides = finding.places.reduce(into: Sides()) { $0.formUnion(Sides($1.laterality)) }
        let saysSide = !sides.isEmpty
        let names = finding.places.map { name(of: $0, usingBoth: false) }
        var wordings = ["in", "of", "at"].flatMap { preposition in
            listings(of: finding.places).map { PlaceWording(after: "\(preposition) \($0)", saysSide: saysSide) }
        }
        if finding.places.contains(where: { $0.laterality == .bilateral }) {
            let both = Self.list(finding.places.map(nameWithArticle))
            wordings.insert(PlaceWording(after: "in \(both)", saysSide: saysSide), at: 0)
        }
        let before = beforeNoun(names).map { PlaceWording(before: $0, saysSide: saysSide) }
        // "in the midline" is no side that is read.
        return finding.places.contains { $0.laterality == .midline } ? before : wordings + before
    }

    /// "retrocardiac", where "retrocardiac region" is the name, and the names as they are.
    private func beforeNoun(_ names: [String]) -> [String] {
        let region = " region"
        let areas = names.map { $0.hasSuffix(region) ? String($0.dropLast(region.count)) : $0 }
        return (areas == names ? [names] : [areas, names]).map { $0.joined(separator: " and ") }
    }

    /// "the left fifth and sixth ribs", where the places allow it, and "the left fifth rib and the left sixth rib".
    func listings(of places: [Finding.Place]) -> [String] {
        [membersOfSeries(places), Self.list(places.map { "the \(name(of: $0, usingBoth: false))" })].compactMap(\.self)
    }

    /// Members of one series on one side: "the T8 and T9 vertebrae".
    private func membersOfSeries(_ places: [Finding.Place]) -> String? {
        let side = places.first?.laterality
        let members = places.compactMap { place in ontology.level(of: place.site).map { (number: $0.number, site: place.site) } }
        guard places.count > 1, members.count == places.count, side != .bilateral, places.allSatisfy({ $0.laterality == side })
        else { return nil }
        let names = members.sorted { $0.number < $1.number }.map { siteName($0.site) }
        guard let kind = names[0].split(separator: " ").last, names.allSatisfy({ $0.hasSuffix(" \(kind)") }) else { return nil }
        let numbers = Self.list(names.map { String($0.dropLast(kind.count + 1)) })
        return ["the", side?.rawValue, numbers, plurals.plural(of: String(kind))].compactMap(\.self).joined(separator: " ")
    }

    /// "a, b and c".
    static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// - Parameter usingBoth: "both lung bases" instead of "bilateral lung bases".
    func name(of place: Finding.Place, usingBoth: Bool) -> String {
        let name = siteName(place.site)
        switch place.laterality {
        case nil: return name
        case let side? where name.hasPrefix(side.rawValue): return name
        case .bilateral: return "\(usingBoth ? "both" : Laterality.bilateral.rawValue) \(plurals.plural(of: name))"
        case .midline: return "\(Laterality.midline.rawValue) \(name)"
        case let side?: return "\(side.rawValue) \(halves[place.site] ?? name)"
        }
    }

    /// "the left lung base", "both lung bases".
    func nameWithArticle(_ place: Finding.Place) -> String {
        place.laterality == .bilateral ? name(of: place, usingBoth: true) : "the \(name(of: place, usingBoth: false))"
    }

    /// With the number of a vertebra as reports write it, which the tables have in small letters.
    private func siteName(_ site: ConceptID) -> String {
        let name = ontology[site].name
        guard let label = ontology.level(of: site)?.label, name.hasPrefix(label.lowercased() + " ") else { return name }
        return label + name.dropFirst(label.count)
    }
}
