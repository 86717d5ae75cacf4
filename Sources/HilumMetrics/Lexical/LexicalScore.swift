/// How far two texts share words: BLEU-1…4 and ROUGE-1/2/L of a pair, 0–1, higher is better.
///
/// They know no meaning: "no effusion" and "effusion" differ by a word, and so do "small" and "minute". They are here because the
/// field reports them; the figures are those of RadEval 2.2.1. See `BLEUCounts` and `ROUGE` for their sources and edge cases.
public struct LexicalScore: Sendable, Hashable {
    /// BLEU-1…4 of this pair alone.
    public var bleu: [Double]
    /// To be added up for the BLEU of a corpus.
    public var bleuCounts: BLEUCounts
    public var rouge1: Double
    public var rouge2: Double
    public var rougeL: Double

    /// - Parameters:
    ///   - candidate: UTF-8, as is `reference`.
    public init(candidate: [UInt8], reference: [UInt8]) {
        bleuCounts = BLEUCounts(candidate: candidate, reference: reference)
        bleu = bleuCounts.scores
        let rouge = ROUGE.scores(candidate: candidate, reference: reference)
        (rouge1, rouge2, rougeL) = (rouge.one, rouge.two, rouge.l)
    }
}
