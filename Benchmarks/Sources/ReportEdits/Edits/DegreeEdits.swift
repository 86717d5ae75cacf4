/// Findings made more or less severe, larger or smaller.
extension Editor {
    private static let degrees: [String: [String]] = [
        "mild": ["moderate", "severe", "marked", "extensive"], "minimal": ["moderate", "marked"],
        "mildly": ["moderately", "severely"],
        "minimally": ["moderately", "markedly"], "slight": ["moderate", "marked"], "slightly": ["moderately", "markedly"],
        "small": ["large", "moderate", "very large", "massive"], "tiny": ["large", "moderate"], "trace": ["large", "moderate"],
        "moderate": ["minimal", "severe", "mild"], "moderately": ["minimally", "severely", "mildly"],
        "large": ["small", "tiny", "trace", "minimal"],
        "severe": ["mild", "minimal", "slight"], "severely": ["mildly"], "marked": ["mild"], "markedly": ["mildly"],
        "extensive": ["minimal"],
    ]

    /// Another degree in place of the stated one, everywhere.
    func changedSeverities(_ choice: inout Choice) -> [ReportText] {
        var edited = enlargedHeartsOfOtherDegree(&choice)
        for mention in findingsWithAllMentions() {
            var changed = report
            var other: String?
            var original: String?
            for index in mention.sentences {
                let reading = readings[index]
                let degrees = reading.items.indices.filter { reading.items[$0].kind == .degree }
                guard degrees.count <= 1 else {
                    other = nil
                    break
                }
                guard let degree = degrees.first else { continue }
                let word = reading.items[degree].words
                if original == nil {
                    original = word
                    other = choice.one(of: Self.degrees[word] ?? [])
                }
                // Two degrees of one finding: which of them holds is not ours to say.
                guard let new = other, word == original, !reading.has(.earlier) else {
                    other = nil
                    break
                }
                let isCapital = reading.body[reading.items[degree].range].first?.isUppercase == true
                let text = reading.replacing([degree: isCapital ? new.capitalizingFirst : new])
                changed[index].body = Wording.articlesMended(text)
            }
            if other != nil { edited.append(changed) }
        }
        return edited
    }

    /// Mild for severe and large for small in the whole report, whatever it says.
    func allSeveritiesChanged() -> [ReportText] {
        var edited = report
        var isChanged = false
        for (index, reading) in readings.enumerated() {
            let degrees = reading.items.indices.filter { reading.items[$0].kind == .degree }
            if degrees.isEmpty { continue }
            // "No large effusion": another degree would make it another denial.
            guard !reading.has(.denial), !reading.has(.normal), !reading.has(.earlier), !reading.has(.change),
                !reading.findings.isEmpty,
                !reading.items.contains(where: { ["could", "might", "geode"].contains($0.words) })
            else { return [] }
            var replacements: [Int: String] = [:]
            for degree in degrees {
                let item = reading.items[degree]
                guard let other = Self.extremes[item.words] else { return [] }
                replacements[degree] = reading.body[item.range].first?.isUppercase == true ? other.capitalizingFirst : other
            }
            isChanged = true
            edited[index].body = Wording.articlesMended(reading.replacing(replacements))
        }
        return isChanged ? [edited] : []
    }

    private static let extremes = [
        "mild": "severe", "minimal": "severe", "small": "large", "tiny": "large", "severe": "mild", "large": "small",
        "mildly": "severely",
        "minimally": "severely", "severely": "mildly", "slight": "marked", "slightly": "markedly", "trace": "large",
    ]

    private static let heart = Rewriting(
        "((?:the )?(?:heart|cardiac silhouette|heart size) (?:is|appears)) "
            + "(mildly|moderately|markedly|severely|slightly|minimally) enlarged",
        "")

    private func enlargedHeartsOfOtherDegree(_ choice: inout Choice) -> [ReportText] {
        readings.indices.compactMap { index in
            let body = readings[index].body
            guard Self.heart.matchesWhole(body),
                !readings.indices.contains(where: { $0 != index && readings[$0].speaks(of: "heart") }),
                let word = body.split(separator: " ").dropLast().last?.lowercased(),
                let other = choice.one(of: Self.degrees[word] ?? [])
            else { return nil }
            return replacing(index, by: body.replacing(word, with: other))
        }
    }

    /// Three times the length of the one that is stated.
    func changedMeasurements() -> [ReportText] {
        readings.indices.compactMap { index in
            let reading = readings[index]
            guard let (_, finding) = reading.onlyFinding,
                finding.family == "nodule" || finding.family == "granuloma" || finding.family == "lung",
                !readings.indices.contains(where: {
                    $0 != index && (readings[$0].speaks(of: finding.family) && !readings[$0].isDenial)
                }),
                !isReferredTo(after: index)
            else { return nil }
            let lengths = reading.items.indices.dropLast().filter {
                reading.items[$0].kind == .number && ["mm", "cm"].contains(reading.items[$0 + 1].words)
            }
            guard lengths.count == 1, reading.items.count(where: { $0.kind == .number }) == 1, let length = lengths.first,
                let value = Double(reading.items[length].words), value > 0
            else { return nil }
            let tripled = value * 3
            let text = tripled == tripled.rounded() ? "\(Int(tripled))" : "\((tripled * 10).rounded() / 10)"
            return replacing(index, by: reading.replacing([length: text]))
        }
    }
}
