/// A report as the sentences of its two sections, so that one of them can be changed and the rest stay as it is.
public struct ReportText: Hashable, Sendable {
    public var findings: [ReportSentence]
    public var impression: [ReportSentence]

    /// Splits both sections; either may be blank.
    public init(findings: String, impression: String) {
        self.findings = SentenceCutter.sentences(of: findings)
        self.impression = SentenceCutter.sentences(of: impression)
    }

    /// The whole report: the sections on lines of their own, sentences with a blank between them.
    public var text: String {
        [findings, impression].filter { !$0.isEmpty }
            .map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n")
    }

    /// Findings first.
    public var sentences: [ReportSentence] { findings + impression }

    public var count: Int { findings.count + impression.count }

    /// By their place in `sentences`.
    public subscript(index: Int) -> ReportSentence {
        get { index < findings.count ? findings[index] : impression[index - findings.count] }
        set {
            if index < findings.count {
                findings[index] = newValue
            } else {
                impression[index - findings.count] = newValue
            }
        }
    }

    /// Takes a sentence out; the numbers of a list close up.
    public mutating func remove(at index: Int) {
        if index < findings.count {
            Self.remove(index, from: &findings)
        } else {
            Self.remove(index - findings.count, from: &impression)
        }
    }

    private static func remove(_ index: Int, from section: inout [ReportSentence]) {
        let removed = section.remove(at: index)
        guard let number = removed.number else { return }
        // The item goes on in the next sentence, which has no number of its own.
        if index < section.count, section[index].number == nil {
            section[index].number = number
            return
        }
        for later in section.indices[index...] {
            if let old = section[later].number { section[later].number = old - 1 }
        }
    }

    /// Puts a sentence after another one.
    public mutating func insert(_ body: String, after index: Int) {
        let sentence = ReportSentence(number: nil, body: body, end: ".")
        // What goes before has ended, even if the report left out the full stop.
        if self[index].end.isEmpty { self[index].end = "." }
        if index < findings.count {
            findings.insert(sentence, at: index + 1)
        } else {
            impression.insert(sentence, at: index - findings.count + 1)
        }
    }
}

/// One sentence with the number of a list before it, if it has one.
public struct ReportSentence: Hashable, Sendable {
    public var number: Int?
    /// Without number and end.
    public var body: String
    /// The full stop or what stands for it; may be empty.
    public var end: String

    public init(number: Int? = nil, body: String, end: String = ".") {
        self.number = number
        self.body = body
        self.end = end
    }

    public var text: String { (number.map { "\($0). " } ?? "") + body + end }
}

/// Cuts text at full stops that end a sentence.
enum SentenceCutter {
    /// Words whose stop does not end a sentence.
    private static let abbreviations: Set<String> = ["dr", "mr", "mrs", "vs", "approx", "e.g", "i.e", "no", "st"]

    static func sentences(of section: String) -> [ReportSentence] {
        var sentences: [ReportSentence] = []
        var number: Int?
        var body = ""
        let characters = Array(section)

        func finish(_ end: String) {
            let trimmed = body.trimmingBlanks
            body = ""
            if let value = Int(trimmed), trimmed.count <= 2, end == "." {
                number = value
            } else if !trimmed.isEmpty {
                sentences.append(ReportSentence(number: number, body: trimmed, end: end))
                number = nil
            }
        }

        for (index, character) in characters.enumerated() {
            guard character == "." || character == "?" || character == ";" || character.isNewline else {
                body.append(character)
                continue
            }
            if character.isNewline {
                body.append(" ")
                continue
            }
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let previous = body.split(whereSeparator: \.isWhitespace).last?.lowercased() ?? ""
            let endsHere = next.isWhitespace && !abbreviations.contains(previous)
            if endsHere { finish(String(character)) } else { body.append(character) }
        }
        finish("")
        // Of a section that lost its last full stop the next one could be read as going on.
        if let last = sentences.indices.last, sentences[last].end.isEmpty { sentences[last].end = "." }
        return sentences
    }
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmingBlanks: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    /// With a capital at its beginning.
    var capitalizingFirst: String { (first.map { String($0).uppercased() } ?? "") + dropFirst() }
}
