import Hilum

/// Makes a generated report say what was asked, all of it and nothing else.
///
/// A sentence is kept as it is if all that extraction reads in it was asked, with the same status, side, degree and whatever
/// else, and if no sentence before it says it. What then is missing is added in canonical sentences, each where reports have it.
/// The whole is read again: as long as it says anything that was not asked, the sentence that does so goes, a generated one
/// first. So it ends, gives the same report each time, and never says what was not asked; without a generated text it writes the
/// report from the list alone.
public struct ReportRepair: Sendable {
    private let phrases: FindingPhrases
    private let sentences: ReportSentence
    private let order: ReportOrder

    public init(phrases: FindingPhrases) {
        self.phrases = phrases
        sentences = ReportSentence(phrases: phrases)
        order = ReportOrder(ontology: phrases.ontology)
    }

    private var reader: FindingReader { phrases.reader }

    /// - Parameters:
    ///   - text: a generated report; empty for a report in canonical sentences alone.
    ///   - asked: what the report is to say.
    public func report(from text: String, saying asked: FindingList) -> RepairedReport {
        var draft = ReportDraft(asked: asked.entries.map { Asked($0, reader: reader) })
        var result = RepairedReport(text: "", f1: 1)
        for piece in pieces(of: text) {
            if let refusal = draft.refusal(of: piece) {
                result.dropped.append(RepairedReport.Dropped(sentence: piece.text, reason: words(for: refusal)))
            } else {
                draft.keep(piece, rank: rank(of: piece.findings))
            }
        }
        addMissing(to: &draft)
        while let index = offender(in: draft) {
            let piece = draft.remove(at: index)
            draft.refused.append(piece.text)
            if !piece.isAdded {
                result.dropped.append(RepairedReport.Dropped(sentence: piece.text, reason: "reads otherwise beside the others"))
            }
            addMissing(to: &draft)
        }
        let graph = reader.extractor.graph(of: draft.text)
        let said = Set(reader.findings(of: graph))
        result.text = draft.text
        result.kept = draft.pieces.filter { !$0.isAdded }.map(\.text)
        result.added = draft.pieces.filter(\.isAdded).map(\.text)
        result.leftovers = draft.asked.filter { !$0.entry.isExact || !said.isSuperset(of: $0.said) }.map(\.entry.phrase)
        result.f1 = reader.scorer.score(candidate: graph, reference: reader.graph(saying: asked), parts: []).kg.f1
        return result
    }

    // MARK: The given text

    /// The sentences of a text, as extraction cuts it, and what it reads in each.
    private func pieces(of text: String) -> [ReportDraft.Piece] {
        let graph = reader.extractor.graph(of: text)
        return graph.sentences.map { span in
            let holds = { (other: TextSpan) in span.start <= other.start && other.end <= span.end }
            let isStrange =
                graph.unrecognised.contains(where: holds) || graph.unasserted.contains { holds($0.span) }
                || graph.comparisons.contains { holds($0.span) }
            return ReportDraft.Piece(
                text: ReportSentence.sentence(graph.words(at: span).split(whereSeparator: \.isWhitespace).joined(separator: " ")),
                findings: graph.observations.filter { holds($0.span) }.map(reader.finding), isStrange: isStrange)
        }
    }

    private func words(for refusal: ReportDraft.Refusal) -> String {
        switch refusal {
        case .unasked(let findings): "not asked: \(FindingList(findings, phrases: phrases).text)"
        case .repeated: "says what is said before"
        case .strange: "says something that is no finding"
        }
    }

    // MARK: What is missing

    private func rank(of findings: [Finding]) -> Int { findings.map(order.rank).min() ?? Int.max }

    private func addMissing(to draft: inout ReportDraft) {
        let missing = draft.missing.enumerated()
            .sorted { (rank(of: $0.element.said), $0.offset) < (rank(of: $1.element.said), $1.offset) }.map(\.element)
        for sentence in sentences.sentences(missing.map(\.entry), besides: draft.refused)
        where !draft.refused.contains(sentence.text) {
            let findings = sentence.entries.flatMap { missing[$0].said }
            draft.add(ReportDraft.Piece(text: sentence.text, findings: findings, isAdded: true), rank: rank(of: findings))
        }
    }

    // MARK: The whole

    /// The place of a sentence in which the report says what was not asked; a generated one before one that was added.
    private func offender(in draft: ReportDraft) -> Int? {
        let graph = reader.extractor.graph(of: draft.text)
        let spans = draft.spans
        var offenders: [Int] = []
        for observation in graph.observations where !draft.isAsked(reader.finding(observation)) {
            if let index = spans.firstIndex(where: { $0.contains(observation.span.start) }) { offenders.append(index) }
        }
        return offenders.first { !draft.pieces[$0].isAdded } ?? offenders.first
    }
}

/// What a list asks for, and what its phrase reads as: the same, where the phrase is exact.
struct Asked: Sendable {
    var entry: FindingList.Entry
    var said: [Finding]

    init(_ entry: FindingList.Entry, reader: FindingReader) {
        self.entry = entry
        said = entry.isExact ? [entry.finding] : reader.findings(of: reader.extractor.graph(of: entry.phrase))
    }
}
