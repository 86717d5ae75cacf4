import HilumExtraction
import HilumOntology
import HilumText

/// The words around a statement that say how it stands to the rest of its report.
extension ReportGraph {
    /// The sentence that holds a span, or all that it touches.
    func sentence(around span: TextSpan) -> TextSpan {
        sentences.lazy.drop { $0.end <= span.start }.prefix { $0.start < span.end }.reduce(span) { $0.union($1) }
    }

    /// Whether a sentence has no words but those at a span and is the first under its heading or on its line: "IMPRESSION: Normal."
    /// Behind other words ("Ribs. Normal.") it may be said of what these name.
    func opensSection(_ span: TextSpan) -> Bool {
        guard let index = sentences.firstIndex(where: { $0.end > span.start }), sentences[index] == span else { return false }
        return index == 0
            || text[sentences[index - 1].end..<span.start].contains { $0 == ASCII.newline || $0 == UInt8(ascii: ":") }
    }

    /// Those of `discourse` within a span.
    func discourse(in span: TextSpan) -> some Sequence<Stated<DiscourseRole?>> {
        discourse.lazy.drop { $0.span.start < span.start }.prefix { $0.span.start < span.end }
    }
}

extension Plausibility {
    /// Whether the last noun phrase between two positions has a word of which nothing was made for an observation: "no pelvic fracture".
    func hasUnreadWord(from start: Int, to end: Int, of observation: Observation, in graph: ReportGraph) -> Bool {
        let attributes = [
            observation.laterality?.span, observation.severity?.span, observation.size?.span, observation.change?.span,
        ]
        let read = attributes.compactMap(\.self) + observation.sites.map(\.span) + observation.descriptors.map(\.span)
        return graph.text.withUnsafeBufferPointer { text in
            var lexer = Lexer(text, from: start, to: end)
            var isUnread = false
            while let lexeme = lexer.next() {
                switch connectives[String(decoding: text[lexeme.start..<lexeme.end], as: UTF8.self).lowercased()] {
                case .coordinator, .alternative: isUnread = false
                case .some: break
                case nil where lexeme.kind == .comma: isUnread = false
                case nil where lexeme.kind == .word:
                    if !read.contains(where: { $0.start <= lexeme.start && lexeme.end <= $0.end }) { isUnread = true }
                case nil: break
                }
            }
            return isUnread
        }
    }
}
