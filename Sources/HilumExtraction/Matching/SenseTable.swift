import HilumOntology
import HilumText

/// What abbreviations mean where one of certain words is near, as senses.tsv has it: "RA" near "pressure" is the right atrium.
///
/// Of the context words in the sentence the nearest decides, of two as near the earlier. Without one an abbreviation means what its term
/// says, and nothing if it is none.
struct SenseTable: Sendable {
    private struct Sense {
        /// What the abbreviation is read as.
        var entry: Int32
        /// Word numbers.
        var context: [UInt16]
        /// Whether it must be written in capitals, among words that are not.
        var isCapital: Bool
    }

    private struct Abbreviation {
        /// What it is read as where no context decides; nil where the tables say nothing else of it.
        var entry: Int32?
        var senses: [Sense] = []
    }

    /// By the entry of the abbreviation as a phrase.
    private var abbreviations: [Int32: Abbreviation] = [:]

    /// - Parameters:
    ///   - entryOf: the entry of an abbreviation.
    ///   - entries: gets one more for each sense.
    init(_ rows: [HilumOntology.Sense], vocabulary: Vocabulary, entryOf: (String) -> Int32?, entries: inout [Lexicon.Entry]) {
        for row in rows {
            guard let index = entryOf(row.abbreviation) else { continue }
            let old = entries[Int(index)]
            var entry = old
            entry.state = nil
            entry.laterality = nil
            entry.concept = row.concept
            abbreviations[index, default: Abbreviation(entry: old != Lexicon.Entry() ? index : nil)].senses.append(
                Sense(
                    entry: Int32(entries.count), context: row.context.map(vocabulary.number(of:)),
                    isCapital: row.abbreviation.utf8.allSatisfy(ASCII.isUpper)))
            entries.append(entry)
        }
    }

    func hasSenses(_ entry: Int32) -> Bool { abbreviations[entry] != nil }

    /// The entry in whose sense an abbreviation is to be read; nil where it stays unread.
    func entry(_ entry: Int32, at index: Int, in tokens: Tokens) -> Int32? {
        guard let abbreviation = abbreviations[entry] else { return entry }
        let senses = abbreviation.senses
        if senses.contains(where: \.isCapital), !tokens[index].isCapital || areAllCapital(tokens) { return abbreviation.entry }
        func sense(at neighbour: Int) -> Sense? {
            guard tokens.indices.contains(neighbour), tokens[neighbour].word != Vocabulary.unknown else { return nil }
            return senses.first { $0.context.contains(tokens[neighbour].word) }
        }
        for distance in 1..<SentenceReading.reach {
            if let sense = sense(at: index - distance) ?? sense(at: index + distance) { return sense.entry }
        }
        return abbreviation.entry
    }

    /// Whether a sentence of several words is written in capitals throughout, so that they tell nothing.
    private func areAllCapital(_ tokens: Tokens) -> Bool {
        let words = tokens.lazy.filter { $0.kind == .word && $0.end - $0.start > 2 }
        return !words.isEmpty && words.allSatisfy(\.isCapital)
    }
}
