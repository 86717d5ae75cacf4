/// Findings put on the other side or in another place.
extension Editor {
    /// What has no counterpart on the other side, or is another thing there.
    private static let oneSided: Set<String> = [
        "middle", "lingula", "lingular", "atrium", "arch", "aortic", "aorta", "svc", "stomach", "knob", "ascending", "descending",
        "ventricle", "svc/right", "carina", "trachea", "cavoatrial",
    ]

    /// Left for right and the reverse, in every sentence that speaks of the finding.
    func swappedSides() -> [ReportText] {
        findingsWithAllMentions().compactMap { mention in
            var edited = report
            var isSwapped = false
            for index in mention.sentences {
                let reading = readings[index]
                guard !reading.has(.bothSides), !reading.items.contains(where: { Self.oneSided.contains($0.words) }) else {
                    return nil
                }
                let sides = reading.items.indices.filter { reading.items[$0].kind == .side }
                guard Set(sides.map { reading.items[$0].words.hasPrefix("left") }).count <= 1 else { return nil }
                if sides.isEmpty { continue }
                isSwapped = true
                edited[index].body = reading.replacing(
                    Dictionary(uniqueKeysWithValues: sides.map { ($0, Self.opposite(reading, $0)) }))
            }
            return isSwapped ? edited : nil
        }
    }

    /// Left for right in the whole report, whatever it says: only places are wrong then.
    func allSidesSwapped() -> [ReportText] {
        var edited = report
        var isSwapped = false
        // Of findings on both sides it would be theirs to say which was meant.
        let all = readings.flatMap(\.items).filter { $0.kind == .side }.map { $0.words.hasPrefix("left") }
        guard Set(all).count == 1 else { return [] }
        for (index, reading) in readings.enumerated() {
            let sides = reading.items.indices.filter { reading.items[$0].kind == .side }
            if sides.isEmpty || reading.isDenial { continue }
            // "The right heart border", "the left ventricle", "the right lung is clear" and masked words.
            guard !reading.items.contains(where: { Self.oneSided.contains($0.words) || $0.words == "xxxx" }),
                !reading.findings.isEmpty,
                !reading.has(.normal), !reading.has(.organ), !reading.has(.denial), !reading.has(.bothSides),
                Set(sides.map { reading.items[$0].words.hasPrefix("left") }).count == 1
            else { return [] }
            isSwapped = true
            edited[index].body = reading.replacing(
                Dictionary(uniqueKeysWithValues: sides.map { ($0, Self.opposite(reading, $0)) }))
        }
        return isSwapped ? [edited] : []
    }

    private static func opposite(_ reading: SentenceReading, _ index: Int) -> String {
        let word = String(reading.body[reading.items[index].range])
        let other = word.lowercased().hasPrefix("left") ? "right" + word.dropFirst(4) : "left" + word.dropFirst(5)
        return word.first?.isUppercase == true ? other.capitalizingFirst : other
    }

    /// The upper lobe for the lower one, the apex for the base, and the reverse.
    func swappedSites() -> [ReportText] {
        findingsWithAllMentions().compactMap { mention in
            guard ["lung", "granuloma", "nodule"].contains(mention.family) else { return nil }
            var edited = report
            var isSwapped = false
            for index in mention.sentences {
                let reading = readings[index]
                var replacements: [Int: String] = [:]
                for (item, phrase) in reading.items.enumerated() where phrase.kind == .place || phrase.kind == .bothSides {
                    guard let other = Self.otherPlace[phrase.words] else { continue }
                    let next = item + 1 < reading.items.count ? reading.items[item + 1].words : ""
                    let isNamed =
                        phrase.words != "upper" && phrase.words != "lower" || ["lobe", "lung", "lobes", "zone"].contains(next)
                    guard isNamed else { return nil }
                    let isCapital = reading.body[phrase.range].first?.isUppercase == true
                    replacements[item] = isCapital ? other.capitalizingFirst : other
                }
                // A sentence that also names another place would say two things of one finding.
                let others = reading.items.filter { Self.otherPlace[$0.words] == nil && Self.isNearby.contains($0.words) }
                guard replacements.count <= 1, others.isEmpty else { return nil }
                if replacements.isEmpty { continue }
                isSwapped = true
                edited[index].body = reading.replacing(replacements)
            }
            return isSwapped ? edited : nil
        }
    }

    private static let otherPlace = [
        "upper": "lower", "lower": "upper", "apex": "base", "base": "apex", "apices": "bases", "bases": "apices",
        "apical": "basilar",
        "basilar": "apical", "basal": "apical", "bibasilar": "biapical", "biapical": "bibasilar",
    ]

    private static let isNearby: Set<String> = [
        "middle", "mid", "midlung", "lingula", "lingular", "retrocardiac", "perihilar", "hilar", "hilum", "hila", "suprahilar",
        "infrahilar", "diaphragm", "hemidiaphragm", "superior", "inferior", "segment", "midzone", "mid-lung", "clavicle", "heart",
        "spine", "retrosternal", "rib", "ribs", "costophrenic", "cardiophrenic", "pleural",
    ]

    struct Mentions {
        var family: String
        /// All that speak of the family; denials do not.
        var sentences: [Int]
    }

    /// Families of which every sentence is plain and names one finding, the same thing for all that the report tells.
    func findingsWithAllMentions() -> [Mentions] {
        var mentions: [String: Mentions] = [:]
        var unclear: Set<String> = []
        for (index, reading) in readings.enumerated() {
            for family in Findings.stems.keys where reading.speaks(of: family) {
                if let only = reading.onlyFinding, only.finding.family == family {
                    mentions[family, default: Mentions(family: family, sentences: [])].sentences.append(index)
                } else if !reading.isDenial {
                    unclear.insert(family)
                }
            }
        }
        return mentions.values.filter { mention in
            guard !unclear.contains(mention.family), !mention.sentences.contains(where: { isReferredTo(after: $0) }) else {
                return false
            }
            let names = Set(mention.sentences.compactMap { readings[$0].onlyFinding?.finding.phrase })
            // Findings and impression may each name it once; two names in one section are two findings.
            return mention.sentences.count == 1
                || mention.sentences.count == 2 && names.count == 1 && report.findings.indices.contains(mention.sentences[0])
                    && !report.findings.indices.contains(mention.sentences[1])
        }
        .sorted { $0.family < $1.family }
    }
}
