import HilumOntology
import HilumText

/// How much of a report was understood, counted sentence by sentence.
///
/// Coverage is explained / clinical words. Clinical words are
/// * those of phrases that name a concept, a state or an attribute (side, severity, size, change): explained, but
///   for a state of which no statement came ("the gallbladder is distended", where no frame says what that means);
/// * every word that no phrase explains and that is not plain (plain.tsv): unexplained. A word of the vocabulary counts so too where it
///   only begins a phrase that does not follow.
///
/// Words of language (negations, verbs, prepositions, headings), plain words, single letters, numbers, words with digits and marks of
/// de-identification count for nothing; nor does a section that asserts nothing, where nothing can be missed.
struct CoverageCount {
    private var explained = 0
    private var unexplained = 0

    /// 0–1; 1 where there are no clinical words.
    var coverage: Double {
        let clinical = explained + unexplained
        return clinical == 0 ? 1 : Double(explained) / Double(clinical)
    }

    /// Adds a sentence of an asserted section, and its unexplained words to those of the graph; neighbours make one span.
    /// - Parameters:
    ///   - graph: holds what the sentence states.
    ///   - observed: how many observations there were before it.
    ///   - mentioned: how many unasserted mentions.
    mutating func add(_ reading: SentenceReading, to graph: inout ReportGraph, observed: Int, mentioned: Int) {
        var previous = -2
        // What is borrowed from the sentence before was counted there.
        for index in reading.items.indices where reading.items[index].clinicalWords > 0 && !reading.borrowed.contains(index) {
            let item = reading.items[index]
            if item.entry >= 0, item.kind != .other, item.kind != .state || states(item.span, graph, observed, mentioned) {
                explained += Int(item.clinicalWords)
                continue
            }
            if item.entry < 0, !Self.isWord(graph.text[item.span.start..<item.span.end]) { continue }
            unexplained += Int(item.clinicalWords)
            if previous == index - 1, let last = graph.unrecognised.popLast() {
                graph.unrecognised.append(last.union(item.span))
            } else {
                graph.unrecognised.append(item.span)
            }
            previous = index
        }
    }

    /// Whether a statement of the sentence came of the head at a span.
    private func states(_ span: TextSpan, _ graph: ReportGraph, _ observed: Int, _ mentioned: Int) -> Bool {
        graph.observations[observed...].contains { $0.span == span }
            || graph.unasserted[mentioned...].contains { $0.span == span }
    }

    /// Two letters or more, and nothing else; signs beyond ASCII are no letters.
    private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count > 1, bytes.allSatisfy(ASCII.isLetter) else { return false }
        return bytes.contains { $0 < 0x80 }
            || String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(where: \.properties.isAlphabetic)
    }
}
