/// ROUGE-1, ROUGE-2 and ROUGE-L (Lin 2004) of two texts, each an F-measure, 0–1, higher is better.
///
/// The arithmetic is that of Google's rouge_score 0.1.2 with `use_stemmer=True`, as RadEval 2.2.1 calls it: lower case, runs of a–z
/// and 0–9 as words, words of more than three letters stemmed. F is 2PR/(P + R) of the shares of the candidate's (P) and of the
/// reference's (R) words, pairs of words, or words in the same order, that both have. Where there is nothing to share it is 0: for two
/// blank texts too, and ROUGE-2 for a text of one word. The score of a corpus is the mean over its pairs.
public enum ROUGE {
    public struct Scores: Sendable, Hashable {
        /// Words.
        public var one: Double
        /// Pairs of words that stand side by side.
        public var two: Double
        /// The longest common subsequence of words.
        public var l: Double
    }

    /// All three, with the words stemmed once.
    /// - Parameters:
    ///   - candidate: UTF-8, as is `reference`.
    public static func scores(candidate: [UInt8], reference: [UInt8]) -> Scores {
        let words = StemmedWords(candidate: candidate, reference: reference)
        let shared = words.shared(order: 2)
        return Scores(
            one: words.fMeasure(shared: shared[0], shorterBy: 0), two: words.fMeasure(shared: shared[1], shorterBy: 1),
            l: words.fMeasure(shared: words.commonSubsequence, shorterBy: 0))
    }
}
