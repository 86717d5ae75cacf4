import HilumExtraction
import HilumOntology
import Testing

/// A row of a table with its example, and what the row must bring about in it; named by the row in test output.
struct RowExample: CustomTestStringConvertible, Sendable {
    let row: String
    let example: String
    /// Whether a graph shows the row at work.
    let isAtWork: @Sendable (ReportGraph) -> Bool

    var testDescription: String { row }

    static let all: [RowExample] = {
        guard let ontology = try? Ontology.bundled() else { return [] }
        let rows =
            ontology.cues.map(Self.init) + ontology.modifiers.map(Self.init) + ontology.frames.map { Self.init($0, ontology) }
            + ontology.senses.map(Self.init) + ontology.tipWords.map(Self.init)
            + ontology.numberWords.map { Self.init($0, ontology) } + ontology.timeWords.map(Self.init)
        return rows.filter { !$0.example.isEmpty }
    }()

    private init(_ cue: Cue) {
        row = "cue \(cue.text)"
        example = cue.example
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
        isAtWork = { graph in
            graph.observations.contains { observation in
                switch word.role {
                case .tip, .end, .entry: observation.tip?.sites.isEmpty == false
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
        isAtWork = { graph in
            let lengths = graph.observations.flatMap(\.measurements)
            let isPrior = word.role == .current ? [false] : word.role == .from ? [true, false] : [false, true]
            return lengths.map(\.isPrior) == isPrior
        }
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

    @Test("Every cue, frame, sense, tip word and word of number or time has an example")
    func everyRowHasOne() throws {
        let ontology = try Ontology.bundled()
        #expect(ontology.cues.filter { $0.example.isEmpty && $0.kind != .end && $0.kind != .pseudo }.map(\.text) == [])
        #expect(ontology.frames.filter(\.example.isEmpty).count == 0)
        #expect(ontology.senses.filter(\.example.isEmpty).count == 0)
        #expect(ontology.tipWords.filter(\.example.isEmpty).count == 0)
        #expect(
            ontology.numberWords.filter(\.example.isEmpty).count == 0 && ontology.timeWords.filter(\.example.isEmpty).count == 0)
        #expect(RowExample.all.count > 100)
    }
}
