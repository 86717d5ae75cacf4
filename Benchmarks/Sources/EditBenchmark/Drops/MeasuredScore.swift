import Hilum

/// The scores whose drop is measured, as columns of the table.
enum MeasuredScore: String, CaseIterable {
    case bleu4 = "BLEU-4"
    case rougeL = "ROUGE-L"
    case chexpo
    case radgraph = "RadGraph"
    /// Micro F1 of 14 labels over all pairs of a row: of one pair it is no F1.
    case chexpert = "CheXpert"
    case green = "GREEN"
    case crimson = "CRIMSON"
    case reward
}

/// What the scores say of one report against another.
struct MeasuredScores {
    private let score: PairScore
    private let lexical: LexicalScore
    private let chexpo: Double
    private let radgraph: Double

    init(candidate: ReadReport, reference: ReadReport, _ hilum: Hilum) {
        score = hilum.score(
            candidate: candidate.graph, reference: reference.graph, parts: [.kg, .green, .crimson, .chexpert])
        lexical = LexicalScore(candidate: candidate.text, reference: reference.text)
        chexpo = GraphConsistency(candidate: candidate.words, reference: reference.words).reward()
        radgraph = RadGraphF1(candidate: candidate.annotation, reference: reference.annotation).partial
    }

    var labels: CheXpertPair { score.chexpert }

    /// Nil of a score of whole corpora.
    subscript(name: MeasuredScore) -> Double? {
        switch name {
        case .bleu4: lexical.bleu[3]
        case .rougeL: lexical.rougeL
        case .chexpo: chexpo
        case .radgraph: radgraph
        case .chexpert: nil
        case .green: score.green
        case .crimson: score.crimson
        case .reward: score.kg.reward
        }
    }
}
