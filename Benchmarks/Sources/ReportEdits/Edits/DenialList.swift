/// A sentence that denies a list of findings: "The lungs are clear without focal consolidation, effusion or pneumothorax."
struct DenialList {
    struct Element {
        var finding: Finding
        /// The finding with its adjectives.
        var words: String

        /// A sentence that says that there is one.
        func assertion(_ form: Int) -> String {
            let isOne = finding.number == .one
            let noun = isOne ? Wording.article(before: words) + " " + words : words
            return switch form {
            case 0: "There \(finding.verb) \(noun)"
            case 1: "\(noun.capitalizingFirst) \(finding.verb) present"
            case 2: "\(noun.capitalizingFirst) \(finding.verb) seen"
            default: "There \(finding.verb) \(noun)"
            }
        }
    }

    let elements: [Element]
    /// Up to and including the word that denies.
    private let beginning: String
    /// What follows the last element.
    private let end: String
    /// Whether nothing but the denial is said.
    let isWholeSentence: Bool

    /// Nil for any other sentence.
    init?(_ reading: SentenceReading) {
        let items = reading.items
        guard reading.isUnderstood, items.count(where: { $0.kind == .denial }) == 1,
            let denial = items.firstIndex(where: { $0.kind == .denial }), ["no", "without"].contains(items[denial].words),
            let last = reading.findings.last, !reading.has(.hedge), !reading.has(.earlier), !reading.has(.change),
            !items.contains(where: { ["with", "but", "to", "from", "although", "however"].contains($0.words) }),
            reading.findings.allSatisfy({ $0 > denial })
        else { return nil }
        var start = denial + 1
        // "no evidence of"
        while start < last, items[start].kind == .function { start += 1 }
        var elements: [Element] = []
        var first = start
        for index in start...last {
            switch items[index].kind {
            case .comma, .conjunction:
                guard first < index else {
                    first = index + 1
                    continue
                }
                // Adjectives alone, as in "pleural or pericardial effusion", are no element.
                return nil
            case .finding:
                guard let finding = reading.finding(at: index) else { return nil }
                elements.append(Element(finding: finding, words: reading.words(first..<index + 1)))
                first = index + 1
            case .descriptor, .degree: break
            default: return nil
            }
        }
        // Findings that no comma parts: "effusion pneumothorax" after a masked word.
        guard elements.count == reading.findings.count, Self.areParted(reading.findings, items) else { return nil }
        let rest = items[(last + 1)...]
        guard rest.allSatisfy({ [.function, .verb].contains($0.kind) }),
            !rest.contains(where: { $0.words == "in" || $0.words == "of" })
        else { return nil }
        self.elements = elements
        beginning = String(reading.body[..<items[denial].range.upperBound])
        end = rest.isEmpty ? "" : reading.words(last + 1..<items.count)
        isWholeSentence = items[..<denial].allSatisfy { [.function, .verb].contains($0.kind) }
    }

    private static func areParted(_ findings: [Int], _ items: [Item]) -> Bool {
        zip(findings, findings.dropFirst()).allSatisfy { first, second in
            items[first..<second].contains { $0.kind == .comma || $0.kind == .conjunction }
        }
    }

    /// The sentence without an element; nil if nothing is left of it.
    func without(_ index: Int) -> String? {
        var rest = elements.map(\.words)
        rest.remove(at: index)
        if rest.isEmpty {
            guard !isWholeSentence else { return nil }
            let kept = beginning.split(separator: " ").dropLast().joined(separator: " ")
            return kept.hasSuffix(",") ? String(kept.dropLast()) : kept
        }
        let list = rest.count == 1 ? rest[0] : rest.dropLast().joined(separator: ", ") + " or " + rest[rest.count - 1]
        return Wording.tidied("\(beginning) \(list) \(end)")
    }
}
