import Hilum

/// Makes a generated report say what was asked, all of it and nothing else.
///
/// A sentence is kept as it is if it is whole and all that extraction reads in it was asked, with the same status, side, degree and
/// whatever else, and is said neither before nor twice in it. What then is missing is added in canonical sentences, each where
/// reports have it; a finding that no phrase says in full, as far as its phrase says it. The whole is read again: as long as it says
/// anything that was not asked, the sentence that does so goes, a generated one first. So it ends, gives the same report each time,
/// and never says what was not asked; without a generated text it writes the report from the list alone.
public struct ReportRepair: Sendable {
    private let phrases: FindingPhrases
    private let sentences: ReportSentence
    private let order: ReportOrder
    private let ends: SentenceEnds

    public init(phrases: FindingPhrases) {
        self.phrases = phrases
        sentences = ReportSentence(phrases: phrases)
        order = ReportOrder(ontology: phrases.ontology)
        ends = SentenceEnds(ontology: phrases.ontology)
    }

    private var reader: FindingReader { phrases.reader }

    /// - Parameters:
    ///   - text: a generated report; empty for a report in canonical sentences alone.
    ///   - asked: what the report is to say.
    public func report(from text: String, saying asked: FindingList) -> RepairedReport {
        var assembly = ReportAssembly(asked: asked.entries.map { Asked($0, reader: reader) })
        var result = RepairedReport(text: "")
        for piece in pieces(of: text) {
            if let refusal = assembly.refusal(of: piece) {
                result.dropped.append(RepairedReport.Dropped(sentence: piece.text, reason: words(for: refusal)))
            } else {
                assembly.keep(piece, rank: rank(of: piece.findings))
            }
        }
        addMissing(to: &assembly)
        while let index = offender(in: assembly) {
            let piece = assembly.remove(at: index)
            assembly.refused.append(piece.text)
            if !piece.isAdded {
                result.dropped.append(RepairedReport.Dropped(sentence: piece.text, reason: "reads otherwise beside the others"))
            }
            addMissing(to: &assembly)
        }
        let said = Set(reader.findings(of: reader.extractor.graph(of: assembly.text)))
        result.text = assembly.text
        result.kept = assembly.pieces.filter { !$0.isAdded }.map(\.text)
        result.added = assembly.pieces.filter(\.isAdded).map(\.text)
        result.leftovers = assembly.asked.filter { !$0.entry.isExact || !said.isSuperset(of: $0.said) }.map(\.entry.phrase)
        return result
    }

    // MARK: The given text

    /// The sentences of a text, as extraction cuts it, and what it reads in each.
    private func pieces(of text: String) -> [ReportAssembly.Piece] {
        let graph = reader.extractor.graph(of: text)
        return graph.sentences.map { span in
            let holds = { (other: TextSpan) in span.start <= other.start && other.end <= span.end }
            let isStrange =
                graph.unrecognised.contains(where: holds) || graph.unasserted.contains { holds($0.span) }
                || graph.comparisons.contains { holds($0.span) }
            let words = graph.words(at: span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return ReportAssembly.Piece(
                text: ReportSentence.sentence(words),
                findings: graph.observations.filter { holds($0.span) }.map(reader.finding),
                isStrange: isStrange, isFragment: ends.breaksOff(words))
        }
    }

    private func words(for refusal: ReportAssembly.Refusal) -> String {
        switch refusal {
        case .unasked(let findings): "not asked: \(FindingList(findings, phrases: phrases).text)"
        case .repeated: "says what is said before"
        case .redundant: "says a finding more than once"
        case .strange: "says something that is no finding"
        case .fragment: "breaks off"
        }
    }

    // MARK: What is missing

    private func rank(of findings: [Finding]) -> Int { findings.map(order.rank).min() ?? Int.max }

    private func addMissing(to assembly: inout ReportAssembly) {
        let missing = assembly.missing.enumerated()
            .sorted { (rank(of: $0.element.said), $0.offset) < (rank(of: $1.element.said), $1.offset) }.map(\.element)
        for sentence in sentences.sentences(missing.map(\.entry), besides: assembly.refused)
        where !assembly.refused.contains(sentence.text) {
            let findings = sentence.entries.flatMap { missing[$0].said }
            assembly.add(ReportAssembly.Piece(text: sentence.text, findings: findings, isAdded: true), rank: rank(of: findings))
        }
    }

    // MARK: The whole

    /// The place of a sentence in which the report says what was not asked; a generated one before one that was added.
    private func offender(in assembly: ReportAssembly) -> Int? {
        let graph = reader.extractor.graph(of: assembly.text)
        let spans = assembly.spans
        var offenders: [Int] = []
        for observation in graph.observations where !assembly.isAsked(reader.finding(observation)) {
            if let index = spans.firstIndex(where: { $0.contains(observation.span.start) }) { offenders.append(index) }
        }
        return offenders.first { !assembly.pieces[$0].isAdded } ?? offenders.first
    }
}

/// What a list asks for, and what its phrase says of it: all of it where the phrase is exact, else the part of it that the phrase
/// reads as; nothing where it reads as something else.
struct Asked: Sendable {
    var entry: FindingList.Entry
    var said: [Finding]

    init(_ entry: FindingList.Entry, reader: FindingReader) {
        self.entry = entry
        said =
            entry.isExact
            ? [entry.finding]
            : reader.findings(of: reader.extractor.graph(of: entry.phrase)).filter { $0.isSaid(by: entry.finding) }
    }
}
