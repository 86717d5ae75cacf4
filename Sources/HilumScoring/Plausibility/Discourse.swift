import HilumExtraction
import HilumOntology

/// The words around a statement that say how it stands to the rest of its report. Looked for only where statements clash, so that
/// other reports cost nothing.
struct Discourse: Sendable {
    private let phrases: [String: [(words: [String], role: DiscourseRole)]]
    private let states: Set<[String]>
    private let connectives: [String: ConnectiveRole]
    /// Descriptors that confine a denial to what is acute.
    let acute: Set<ConceptID>
    /// Descriptors that leave a finding out of what is denied of acute ones: healed, chronic.
    let lasting: Set<ConceptID>

    /// No sentence reaches further than this many bytes, so that the work stays linear in the length of a text.
    private static let reach = 1000

    struct Mark: Sendable {
        var role: DiscourseRole
        var span: TextSpan
    }

    init(ontology: Ontology) {
        var phrases: [String: [(words: [String], role: DiscourseRole)]] = [:]
        var acuteWords: Set<[String]> = []
        // What a finding is seen beside or touches is said by connectives too.
        let beside = ontology.connectives.filter { $0.role == .landmark || $0.role == .contact }
        let roles = ontology.discourse.map { ($0.text, $0.role) } + beside.map { ($0.text, DiscourseRole.landmark) }
        for (text, role) in roles {
            let words = Lexer.words(of: text)
            if role == .acute { acuteWords.insert(words) }
            if let first = words.first { phrases[first, default: []].append((words, role)) }
        }
        self.phrases = phrases
        var states: Set<[String]> = []
        var acute: Set<ConceptID> = []
        var lasting: Set<ConceptID> = []
        for term in ontology.terms {
            switch ontology[term.concept].kind {
            case .state: states.insert(Lexer.words(of: term.text))
            case .descriptor where acuteWords.contains(Lexer.words(of: term.text)):
                acute.insert(term.concept)
                for other in ontology.concepts where ontology.excludes(term.concept, other.id) { lasting.insert(other.id) }
            default: break
            }
        }
        self.states = states
        connectives = Dictionary(ontology.connectives.map { ($0.text, $0.role) }) { first, _ in first }
        self.acute = acute
        self.lasting = lasting
    }

    /// Whether a statement is made by a state, such as "clear", rather than by the name of a finding.
    func isState(_ span: TextSpan, in graph: ReportGraph) -> Bool {
        states.contains(Self.words(span, in: graph).map(\.text))
    }

    /// The sentence that holds a span.
    func sentence(around span: TextSpan, in graph: ReportGraph) -> TextSpan {
        let text = graph.text
        var start = max(0, span.start)
        while start > 0, span.start - start < Self.reach, !Self.endsSentence(text, at: start - 1) { start -= 1 }
        var end = min(span.end, text.count)
        while end < text.count, end - span.end < Self.reach, !Self.endsSentence(text, at: end) { end += 1 }
        return TextSpan(start, max(start, end))
    }

    /// Whether a sentence has no words but those at a span and is the first of its section: "IMPRESSION: Normal." Behind other words
    /// ("Ribs. Normal.") it may be said of what these name.
    func opensSection(_ span: TextSpan, in graph: ReportGraph) -> Bool {
        let sentence = sentence(around: span, in: graph)
        var start = sentence.start
        while start > 0, let byte = graph.text[..<start].last, ASCII.isBlank(byte) || ASCII.isDigit(byte) || byte == ASCII.stop {
            start -= 1
        }
        let isFirst = start == 0 || graph.text[start - 1] == ASCII.newline || graph.text[start - 1] == UInt8(ascii: ":")
        let rest = [TextSpan(sentence.start, span.start), TextSpan(span.end, sentence.end)]
        return isFirst
            && rest.allSatisfy { Self.words($0, in: graph).allSatisfy { !$0.text.utf8.contains(where: ASCII.isLetter) } }
    }

    /// The words of the table within a span.
    func marks(in span: TextSpan, of graph: ReportGraph) -> [Mark] {
        let words = Self.words(span, in: graph)
        var marks: [Mark] = []
        for (index, word) in words.enumerated() {
            for phrase in phrases[word.text] ?? [] {
                let end = index + phrase.words.count
                guard end <= words.count, zip(words[index..<end], phrase.words).allSatisfy({ $0.text == $1 }) else { continue }
                marks.append(Mark(role: phrase.role, span: word.span.union(words[end - 1].span)))
            }
        }
        return marks
    }

    /// Whether a word was taken out of a span to hide the patient: it may have been any.
    func hasMask(in span: TextSpan, of graph: ReportGraph) -> Bool {
        Self.words(span, in: graph).contains { $0.isMask }
    }

    /// Whether a word before a finding, in its noun phrase, is none that the graph has read: "no pelvic fracture".
    /// - Parameters:
    ///   - start: where the noun phrase begins at the earliest.
    ///   - read: the spans that the graph has read.
    func hasUnreadWord(before finding: TextSpan, from start: Int, read: [TextSpan], in graph: ReportGraph) -> Bool {
        for word in Self.words(TextSpan(start, finding.start), in: graph).reversed() {
            switch connectives[word.text] {
            case .coordinator, .alternative: return false
            case .some: continue
            case nil:
                guard word.text.utf8.contains(where: ASCII.isLetter) else {
                    if word.text == "," { return false }
                    continue
                }
                if !read.contains(where: { $0.start <= word.span.start && word.span.end <= $0.end }) { return true }
            }
        }
        return false
    }

    private static func words(_ span: TextSpan, in graph: ReportGraph) -> [(text: String, span: TextSpan, isMask: Bool)] {
        let end = min(max(span.end, 0), graph.text.count)
        let start = min(max(span.start, 0), end)
        return graph.text.withUnsafeBufferPointer { text in
            var lexer = Lexer(text, from: start, to: end)
            var words: [(text: String, span: TextSpan, isMask: Bool)] = []
            while let lexeme = lexer.next() {
                let text = String(decoding: text[lexeme.start..<lexeme.end], as: UTF8.self).lowercased()
                words.append((text, TextSpan(lexeme.start, lexeme.end), lexeme.kind == .mask))
            }
            return words
        }
    }

    /// A stop before a blank, or a line that ends before a capital, a digit or another end of line: what goes on in lower case was
    /// only broken.
    private static func endsSentence(_ text: [UInt8], at index: Int) -> Bool {
        switch text[index] {
        case ASCII.stop, UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
            return index + 1 == text.count || ASCII.isBlank(text[index + 1]) || text[index + 1] == ASCII.newline
        case ASCII.newline:
            var next = index + 1
            while next < text.count, next - index < reach, ASCII.isBlank(text[next]) { next += 1 }
            return next == text.count || !ASCII.isLower(text[next])
        default: return false
        }
    }
}

extension Observation {
    /// The words that say where a finding lies and what it is like.
    var readSpans: [TextSpan] {
        [laterality?.span, severity?.span, size?.span, change?.span].compactMap(\.self) + sites.map(\.span)
            + descriptors.map(\.span)
    }
}
