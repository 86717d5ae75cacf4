import Hilum

/// Writes findings as sentences in the style of reports: "Small left pleural effusion." "No pneumothorax."
struct ReportSentence: Sendable {
    private let phrases: FindingPhrases

    init(phrases: FindingPhrases) {
        self.phrases = phrases
    }

    /// A canonical phrase as a sentence: with a capital and a full stop.
    static func sentence(_ phrase: String) -> String {
        let text = phrase.trimming()
        return text.isEmpty ? "" : "\(text.prefix(1).uppercased())\(text.dropFirst())."
    }

    /// The sentences that say what is given: one each, but what is simply denied in a row stands in one ("No pleural effusion or
    /// pneumothorax."), where this reads as the same.
    /// - Parameters:
    ///   - entries: in the order of the report.
    ///   - refused: sentences that are not to be made of several.
    /// - Returns: each sentence with the places of the entries that it says.
    func sentences(_ entries: [FindingList.Entry], besides refused: [String] = []) -> [(text: String, entries: [Int])] {
        var sentences: [(text: String, entries: [Int])] = []
        var index = 0
        while index < entries.count {
            var end = index + 1
            if Self.isDenial(entries[index]) {
                while end < entries.count, end - index < Self.mostDenials, Self.isDenial(entries[end]) { end += 1 }
            }
            var text: String?
            while end > index + 1 {
                text = joined(entries[index..<end])
                if let text, !refused.contains(text) { break }
                text = nil
                end -= 1
            }
            sentences.append((text ?? Self.sentence(entries[index].phrase), Array(index..<end)))
            index = end
        }
        return sentences
    }

    private static let denial = "no "
    /// How many denials stand in one sentence at most.
    private static let mostDenials = 3

    private static func isDenial(_ entry: FindingList.Entry) -> Bool {
        entry.isExact && entry.phrase.hasPrefix(denial) && entry.finding == Finding(entry.finding.concept, .absent)
    }

    /// Nil where it would not read as what the phrases say one by one.
    private func joined(_ entries: ArraySlice<FindingList.Entry>) -> String? {
        let names = entries.map { String($0.phrase.dropFirst(Self.denial.count)) }
        guard let last = names.last else { return nil }
        let comma = names.count > 2 ? "," : ""
        let text = "No \(names.dropLast().joined(separator: ", "))\(comma) or \(last)."
        return phrases.reader.findings(of: phrases.reader.extractor.graph(of: text)) == entries.map(\.finding) ? text : nil
    }
}
