/// The phrases of a sentence, in the editors' own words.
struct SentenceReading: Sendable {
    let body: String
    let items: [Item]

    init(_ body: String) {
        self.body = body
        items = Lexicon.shared.items(of: body)
    }

    var isUnderstood: Bool { !items.contains { $0.kind == .unknown } }

    /// The places of the findings among the items.
    var findings: [Int] {
        items.indices.filter { if case .finding = items[$0].kind { true } else { false } }
    }

    func has(_ kind: WordClass) -> Bool { items.contains { $0.kind == kind } }

    func finding(at index: Int) -> Finding? {
        if case .finding(let number) = items[index].kind { Findings.all[number] } else { nil }
    }

    /// The finding of a sentence that asserts one finding and nothing else; nil for any other sentence.
    var onlyFinding: (item: Int, finding: Finding)? {
        guard isUnderstood, findings.count == 1, !has(.denial), !has(.hedge), !has(.normal), !has(.link), !has(.organ),
            let finding = finding(at: findings[0])
        else { return nil }
        // "Calcified tortuous aorta" says two things.
        if finding.family == "aorta", items.contains(where: { $0.words == "calcified" || $0.words == "atherosclerotic" }) {
            return nil
        }
        // The degeneration of a joint is another than that of the spine.
        let isOfJoint = items.contains {
            ["shoulder", "acromioclavicular", "glenohumeral", "joint", "joints"].contains($0.words)
        }
        if isOfJoint, items.contains(where: { $0.words.contains("spine") }) { return nil }
        return (findings[0], finding)
    }

    /// Whether the sentence denies what it names and does nothing else, as far as its beginning tells.
    var isDenial: Bool {
        let start = items.prefix { [.function, .verb].contains($0.kind) }.count
        guard start < items.count, items[start].kind == .denial else { return false }
        return !items.contains {
            ["but", "however", "except", "other", "change", "changed", "although", "with"].contains($0.words)
        }
    }

    /// Whether any word begins as words of this family do.
    func speaks(of family: String) -> Bool {
        let stems = Findings.stems[family] ?? []
        return items.contains { item in
            item.words.split { " /".contains($0) }.contains { word in stems.contains { word.hasPrefix($0) } }
        }
    }

    /// The sentence with words taken out or replaced; blanks and commas close up, and it begins with a capital.
    func replacing(_ replacements: [Int: String]) -> String {
        var text = ""
        var position = body.startIndex
        for (index, item) in items.enumerated() {
            text += body[position..<item.range.lowerBound]
            text += replacements[index] ?? String(body[item.range])
            position = item.range.upperBound
        }
        text += body[position...]
        return Wording.tidied(text)
    }

    /// Words of a range of items as they stand.
    func words(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(body[items[first].range.lowerBound..<items[last].range.upperBound])
    }
}

enum Wording {
    /// Blanks and commas that an edit left over are taken away, and the first letter is made a capital.
    static func tidied(_ text: String) -> String {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        words.removeAll { $0 == "," }
        if let last = words.last, last.hasSuffix(",") { words[words.count - 1] = String(last.dropLast()) }
        while words.first == "and" { words.removeFirst() }
        return words.joined(separator: " ").capitalizingFirst
    }

    /// "a" or "an".
    static func article(before word: some StringProtocol) -> String {
        "aeiou".contains(word.lowercased().first ?? " ") ? "an" : "a"
    }

    /// Matches the article before a word to it: "a opacity" → "an opacity".
    static func articlesMended(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        for index in words.indices.dropLast() where ["a", "an", "A", "An"].contains(words[index]) {
            let article = article(before: words[index + 1])
            words[index] = words[index].first == "A" ? article.capitalizingFirst : article
        }
        return words.joined(separator: " ")
    }
}
