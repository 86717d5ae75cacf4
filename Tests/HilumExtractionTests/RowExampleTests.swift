import HilumExtraction
import HilumOntology
import HilumTestSupport
import Testing

/// A row of a table with its example, and what the row must bring about in it; named by the row in test output.
struct RowExample: CustomTestStringConvertible, Sendable {
    let row: String
    let example: String
    /// Whether a graph shows the row at work.
    let isAtWork: @Sendable (ReportGraph) -> Bool
    /// What the row is for, and words of the same kind that do none of it; nil where a row is no words.
    var words: (own: String, plain: String)?

    var testDescription: String { row }

    /// The example with plain words in the place of the row's; nil where they do not stand in it.
    var plainText: String? {
        guard let words else { return nil }
        let text = Array(MarkedSentence(example).text)
        for start in text.indices where start == 0 || !text[start - 1].isLetter {
            guard let end = Self.end(of: words.own, at: start, in: text) else { continue }
            return String(text[..<start]) + words.plain + String(text[end...])
        }
        return nil
    }

    /// Where words that begin at a position end, whatever their case, hyphens and endings; nil where others stand there.
    private static func end(of words: String, at start: Int, in text: [Character]) -> Int? {
        func afterLetters(_ index: Int) -> Int { text[index...].firstIndex { !$0.isLetter } ?? text.endIndex }
        var index = start
        for character in words {
            if character == " " { index = afterLetters(index) }
            guard index < text.endIndex,
                character == " " ? " -".contains(text[index]) : text[index].lowercased() == character.lowercased()
            else { return nil }
            index += 1
        }
        return afterLetters(index)
    }

    /// A word that the ontology has not.
    private static let unknown = "zz"

    static let all: [RowExample] = {
        guard let ontology = try? Ontology.bundled() else { return [] }
        let rows =
            ontology.cues.map(Self.init) + ontology.modifiers.map(Self.init) + ontology.frames.map { Self.init($0, ontology) }
            + ontology.senses.map(Self.init) + ontology.tipWords.map(Self.init)
            + ontology.numberWords.map { Self.init($0, ontology) } + ontology.timeWords.map(Self.init)
            + ontology.connectives.map(Self.init)
        return rows.filter { !$0.example.isEmpty }
    }()

    private init(_ cue: Cue) {
        row = "cue \(cue.text)"
        example = cue.example
        // What looks like a cue is proved by reading it without its row.
        words = cue.kind == .pseudo ? nil : (cue.text, Self.unknown)
        isAtWork = { graph in
            switch cue.kind {
            case .hedge: graph.observations.contains { $0.status == .uncertain && $0.likelihood == cue.likelihood }
            case .negation: graph.observations.contains { $0.status == .absent }
            case .affirmation: graph.observations.contains { $0.status == .present && $0.cue != nil }
            case .history: graph.unasserted.contains { $0.reason == .history }
            case .conditional: graph.unasserted.contains { $0.reason == .conditional }
            case .recommendation: graph.unasserted.contains { $0.reason == .recommendation }
            case .elsewhere: graph.unasserted.contains { $0.reason == .elsewhere }
            case .end, .pseudo: true
            }
        }
    }

    private init(_ modifier: Modifier) {
        row = "modifier \(modifier.text)"
        example = modifier.example
        words = (modifier.text, Self.unknown)
        isAtWork = { graph in
            graph.observations.contains { observation in
                switch modifier.value {
                case .laterality(let laterality): observation.laterality?.value == laterality
                case .severity(let severity): observation.severity?.value == severity
                case .size(let size): observation.size?.value == size
                case .change(let change): observation.change?.value == change ?? modifier.negated
                case .placement(let placement): observation.placement?.value == placement && observation.isPlacementStated
                }
            }
        }
    }

    private init(_ word: TipWord) {
        row = "tip word \(word.text)"
        example = word.example
        words = (word.text, Self.unknown)
        isAtWork = { graph in
            graph.observations.contains { observation in
                switch word.role {
                case .tip, .end: observation.tip?.sites.isEmpty == false
                case .entry: observation.tip == nil && !observation.sites.isEmpty
                case .sidePort: observation.sidePort != nil
                case .unseen: observation.tip?.isVisible == false
                case .above, .from: observation.tip?.relation == .above && observation.tip?.distance != nil
                case .below: observation.tip?.relation == .below && observation.tip?.distance != nil
                case .adjustment, .advice, .loop: observation.placement?.value == .malpositioned
                }
            }
        }
    }

    private init(_ word: NumberWord, _ ontology: Ontology) {
        row = "number word \(word.text)"
        example = word.example
        words = (word.text, Self.unknown)
        isAtWork = { graph in
            graph.observations.contains { observation in
                let levels = observation.sites.compactMap { ontology.level(of: $0.concept)?.number }
                switch word.kind {
                case .cardinal: return observation.count?.value == word.value.map(FindingCount.exactly) ?? .many
                case .ordinal: return levels.count > 1 && levels.contains { $0 == word.value }
                case .range: return levels.count > 2
                }
            }
        }
    }

    private init(_ word: TimeWord) {
        row = "time word \(word.text)"
        example = word.example
        words = (word.text, Self.unknown)
        isAtWork = { graph in
            if word.role == .since { return graph.observations.contains { $0.comparedWith != nil } }
            let lengths = graph.observations.flatMap(\.measurements)
            let isPrior = word.role == .current ? [false] : word.role == .from ? [true, false] : [false, true]
            return lengths.map(\.isPrior) == isPrior
        }
    }

    private init(_ connective: Connective) {
        row = "\(connective.role.rawValue) \(connective.text)"
        example = connective.example
        isAtWork = { !$0.observations.isEmpty }
        let plain =
            switch connective.role {
            case .genitive, .pervading, .landmark, .contact: "in"
            case .alternative: "and"
            case .copula: "shows"
            case .demonstrative: "the"
            case .partitive: "\(Self.unknown) of"
            default: Self.unknown
            }
        words = (connective.text, plain)
    }

    private init(_ frame: Frame, _ ontology: Ontology) {
        row = "frame \(frame.subject.map { ontology[$0].name } ?? "alone") \(ontology[frame.state].name)"
        example = frame.example
        isAtWork = { graph in graph.observations.contains { $0.concept == frame.concept } }
    }

    private init(_ sense: Sense) {
        row = "sense \(sense.abbreviation) near \(sense.context[0])"
        example = sense.example
        isAtWork = { graph in
            let isRead = { (span: TextSpan) in graph.words(at: span).lowercased() == sense.abbreviation.lowercased() }
            let spans = graph.observations.flatMap { [$0.span] + $0.sites.map(\.span) } + graph.unrecognised
            guard let concept = sense.concept else { return !spans.contains(where: isRead) }
            return graph.observations.contains {
                $0.concept == concept && isRead($0.span) || $0.sites.contains { $0.concept == concept && isRead($0.span) }
            }
        }
    }
}

@Suite struct RowExampleTests {
    @Test("A row's example is read as it is marked, and shows the row at work", arguments: RowExample.all)
    func example(_ row: RowExample) throws {
        let sentence = MarkedSentence(row.example)
        let graph = try extractor.get().graph(of: sentence.text)
        #expect(graph.marks == sentence.expected, "\(row.example)")
        #expect(row.isAtWork(graph), "\(row.example)")
    }

    @Test("A row's example is read otherwise with other words in the place of the row's", arguments: RowExample.all)
    func withoutItsWords(_ row: RowExample) throws {
        guard row.words != nil else { return }
        let extractor = try extractor.get()
        let plain = try #require(row.plainText, "\(row.example)")
        #expect(extractor.graph(of: plain).meaning != extractor.graph(of: MarkedSentence(row.example).text).meaning, "\(plain)")
    }

    @Test("What looks like a cue would be read as one, or not be understood, without its row")
    func pseudoCues() throws {
        let rows = try Ontology.bundled().cues.filter { $0.kind == .pseudo }
        let folder = try TemporaryFolder()
        try folder.file("language/cues.tsv", (["cue"] + rows.map { "!\($0.text)" }).joined(separator: "\n") + "\n")
        let without = Extractor(ontology: try Ontology.bundled(with: [folder.path]))
        let extractor = try extractor.get()
        #expect(rows.count > 50)
        for row in rows {
            let text = MarkedSentence(row.example).text
            let (other, graph) = (without.graph(of: text), extractor.graph(of: text))
            #expect(other.meaning != graph.meaning || other.unrecognised != graph.unrecognised, "\(text)")
        }
    }

    @Test("Every cue, frame, sense, tip word, word of number or time and connective that shapes a reading has an example")
    func everyRowHasOne() throws {
        let ontology = try Ontology.bundled()
        #expect(ontology.cues.filter(\.example.isEmpty).map(\.text) == [])
        let plain: [ConnectiveRole] = [.preposition, .verb, .determiner]
        #expect(ontology.connectives.filter { $0.example.isEmpty && !plain.contains($0.role) }.map(\.text) == [])
        #expect(ontology.frames.filter(\.example.isEmpty).count == 0)
        #expect(ontology.senses.filter(\.example.isEmpty).count == 0)
        #expect(ontology.tipWords.filter(\.example.isEmpty).count == 0)
        #expect(
            ontology.numberWords.filter(\.example.isEmpty).count == 0 && ontology.timeWords.filter(\.example.isEmpty).count == 0)
        #expect(RowExample.all.count > 100)
    }
}
