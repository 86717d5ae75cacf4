/// Finds the phrases of a sentence, the longest first.
struct Lexicon: Sendable {
    static let shared = Lexicon()

    private var classes: [String: WordClass] = [:]
    private static let longest = 5

    private init() {
        for (kind, list) in WordLists.lists {
            for word in list.split(whereSeparator: \.isWhitespace) where classes[String(word)] == nil {
                classes[String(word)] = kind
            }
        }
        for (index, finding) in Findings.all.enumerated() { classes[finding.phrase] = .finding(index) }
        classes[","] = .comma
    }

    func items(of body: String) -> [Item] {
        let words = Self.words(of: body)
        var items: [Item] = []
        var index = 0
        while index < words.count {
            var length = min(Self.longest, words.count - index)
            var found: Item?
            while length > 0, found == nil {
                let phrase = words[index..<index + length].map { body[$0].lowercased() }.joined(separator: " ")
                if let kind = kind(of: phrase) {
                    let range = words[index].lowerBound..<words[index + length - 1].upperBound
                    found = Item(kind: kind, words: phrase, range: range)
                } else {
                    length -= 1
                }
            }
            items.append(
                found ?? Item(kind: .unknown, words: body[words[index]].lowercased(), range: words[index]))
            index += max(length, 1)
        }
        return items
    }

    private func kind(of phrase: String) -> WordClass? {
        if let kind = classes[phrase] { return kind }
        let isNumber = phrase.allSatisfy { $0.isNumber || $0 == "." } && phrase.contains(where: \.isNumber)
        return isNumber ? .number : nil
    }

    /// Words and commas; brackets and colons stand alone and are unknown.
    private static func words(of body: String) -> [Range<String.Index>] {
        var words: [Range<String.Index>] = []
        var start: String.Index?
        var index = body.startIndex
        func close(_ end: String.Index) {
            if let begin = start { words.append(begin..<end) }
            start = nil
        }
        while index < body.endIndex {
            let character = body[index]
            let next = body.index(after: index)
            if character.isWhitespace {
                close(index)
            } else if ",():".contains(character) {
                close(index)
                words.append(index..<next)
            } else if start == nil {
                start = index
            }
            index = next
        }
        close(body.endIndex)
        return words
    }
}
