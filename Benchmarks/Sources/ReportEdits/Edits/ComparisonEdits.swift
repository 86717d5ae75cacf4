/// Changes over time stated that the report does not state, and the reverse.
extension Editor {
    private static let ageing: Set<String> = ["old", "healed", "healing", "remote", "chronic", "acute", "developed", "early"]

    /// Whether a sentence compares without naming a finding or an organ: that speaks of every finding.
    private var comparesAsWhole: Bool {
        readings.contains { reading in
            let isMasked = reading.items.contains { $0.words.hasPrefix("xxxx") }
            return (reading.has(.change) || reading.has(.earlier)) && reading.findings.isEmpty
                && (!reading.has(.organ) || isMasked)
        }
    }

    /// Says of one finding that it has or has not changed.
    func addedComparisons(_ choice: inout Choice) -> [ReportText] {
        guard !comparesAsWhole else { return [] }
        return loneFindings().compactMap { found in
            let reading = readings[found.sentence]
            guard !reading.has(.change), !reading.has(.earlier) else { return nil }
            let isLasting =
                reading.items.contains { Self.ageing.contains($0.words) } || !Self.changing.contains(found.finding.family)
            let isMany = found.finding.number == .many
            let adjectives =
                isLasting
                ? ["stable", "unchanged"]
                : [
                    "stable", "unchanged", "new", "increased", "worsening", "improved", "decreased", "enlarging", "worsened",
                    "persistent",
                    "slightly increased", "newly developed", "improving", "increasing",
                ]
            let clauses =
                isLasting
                ? [
                    "unchanged from the prior examination", "stable since the previous study",
                    "not significantly changed from prior",
                ]
                : [
                    "unchanged from the prior examination", "increased since the prior study", "new from the previous exam",
                    "decreased compared to the prior radiograph", "stable compared with the prior",
                    "worse than on the prior study",
                    "increased in size compared with the previous film", "improved since the last study",
                    "unchanged in the interval",
                    "slightly decreased from prior", "significantly larger than before", "not changed since the prior exam",
                ]
            let start = reading.items.firstIndex { ![.function, .verb, .degree].contains($0.kind) } ?? 0
            switch choice.number(below: 4) {
            case 0:
                // "There is a stable left effusion".
                guard let word = choice.one(of: adjectives), start <= found.item,
                    reading.items[..<start].allSatisfy({ $0.kind != .degree })
                else { return nil }
                let first = String(reading.body[reading.items[start].range])
                let isFirst = start == 0
                let text = (isFirst ? word.capitalizingFirst : word) + " " + (isFirst ? Self.lowercased(first) : first)
                return replacing(found.sentence, by: Wording.articlesMended(reading.replacing([start: text])))
            case 1:
                guard let clause = choice.one(of: clauses) else { return nil }
                return replacing(found.sentence, by: reading.body + ", " + clause)
            case 2:
                // A sentence of its own, which speaks of the one before.
                guard let clause = choice.one(of: clauses) else { return nil }
                var edited = report
                edited.insert((isMany ? "These are " : "This is ") + clause, after: found.sentence)
                return edited
            default:
                guard let clause = choice.one(of: clauses) else { return nil }
                return replacing(found.sentence, by: reading.body + ", which \(isMany ? "are" : "is") " + clause)
            }
        }
    }

    /// Says of all that a sentence asserts that it has not changed.
    func addedCommonComparisons(_ choice: inout Choice) -> [ReportText] {
        guard !readings.contains(where: { $0.has(.change) || $0.has(.earlier) }) else { return [] }
        return readings.indices.compactMap { index in
            let reading = readings[index]
            guard reading.findings.count > 1, !reading.has(.denial), !reading.has(.normal), !reading.has(.hedge),
                !reading.has(.comma),
                !isReferredTo(after: index), !reading.body.lowercased().contains("xxxx"),
                !readings.indices.contains(where: { other in
                    other != index
                        && reading.findings.contains {
                            reading.finding(at: $0).map { readings[other].speaks(of: $0.family) } ?? true
                        }
                }),
                let clause = choice.one(of: ["unchanged from the prior examination", "stable since the previous study"])
            else { return nil }
            return replacing(index, by: reading.body + ", " + clause)
        }
    }

    /// What changes within weeks: of other things "new" and "increased" would be odd.
    private static let changing: Set<String> = ["effusion", "pneumothorax", "lung", "nodule", "heart"]

    private static func lowercased(_ word: String) -> String {
        let isAbbreviation = word.count > 1 && word.dropFirst().contains { $0.isUppercase }
        return isAbbreviation ? word : word.prefix(1).lowercased() + word.dropFirst()
    }

    /// Takes the statement of change away from a finding, wherever it stands.
    func droppedComparisons() -> [ReportText] {
        let changing = readings.indices.filter { readings[$0].has(.change) || readings[$0].has(.earlier) }
        return findingsWithAllMentions().compactMap { mention in
            // What the report says of everything, or of something else, stays out of it.
            let sentences = changing.filter { mention.sentences.contains($0) }
            guard !sentences.isEmpty, !comparesAsWhole else { return nil }
            var edited = report
            for index in sentences {
                guard let body = Comparing.without(readings[index]) else { return nil }
                edited[index].body = body
            }
            return edited
        }
    }
}

/// Takes statements of change out of sentences.
enum Comparing {
    private static let states =
        "(?:stable|unchanged|not significantly changed|increased|decreased|improved|worsened|new|larger|smaller)"
    private static let adjectives =
        "(?:stable|unchanged|new|increased|decreased|improved|improving|worsening|worsened|increasing|decreasing|resolving)"
    private static let adverbs = "(?:(?:grossly|essentially|overall|relatively) )?"
    private static let since =
        "(?: (?:from|since|relative to|(?:when |as )?compared (?:to|with)) (?:the |a )?(?:most recent )?(?:prior|previous)"
        + "(?: (?:exam|examination|study|film|films|chest x-ray|radiograph|radiographs))?)?"

    /// After the finding, before it, and after "there is".
    private static let phrases: [Rewriting] = [
        Rewriting(
            ",? (?:which (?:is|are|appears|appear) )?\(adverbs)\(states)(?: in (?:size|appearance))?\(since)$", ""),
        Rewriting("^(?:\(adjectives)|stably) (?:and )?(?:(?:appearance of|appearing) )?", ""),
        Rewriting(#"\b((?:there (?:is|are))(?: (?:a|an))?) "# + "\(adjectives) ", "$1 "),
    ]
    private static let predicate = Rewriting(
        "^(.*) (is|are) \(adverbs)\(states)(?: in (?:size|appearance))?$", "$1 $2 present")

    /// The sentence without its statement of change; nil where it cannot be taken out cleanly.
    static func without(_ reading: SentenceReading) -> String? {
        guard reading.items.count(where: { $0.kind == .change }) == 1,
            !reading.has(.earlier) || ["prior", "previous"].contains(where: reading.body.contains)
        else { return nil }
        if [" is ", " are "].contains(where: reading.body.contains), let text = predicate.applied(to: reading.body), isClean(text)
        {
            return text
        }
        for phrase in phrases {
            if let text = phrase.applied(to: reading.body).map(Wording.tidied).map(Wording.articlesMended), isClean(text) {
                return text
            }
        }
        return nil
    }

    private static func isClean(_ text: String) -> Bool {
        let reading = SentenceReading(text)
        let last = reading.items.last?.words ?? "is"
        return !reading.has(.change) && !reading.has(.earlier) && reading.onlyFinding != nil
            && !["is", "are", "and", "of", "in", "with", "which", "from", "size"].contains(last)
    }
}
