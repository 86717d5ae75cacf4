#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What BLEU-1…4 (Papineni et al. 2002) are computed from: a pair's counts, or the sums of a corpus'.
///
/// The arithmetic is that of coco-caption (pycocoevalcap 1.2) and RadEval 2.2.1: words divided by white space, letter case kept, one
/// reference, and two small constants instead of smoothing. They are whole numbers, so that sums are the same in any order.
///
///     var corpus = BLEUCounts()
///     for pair in pairs { corpus.merge(BLEUCounts(candidate: pair.candidate, reference: pair.reference)) }
///     corpus.scores[3]  // BLEU-4 of the corpus: no mean of the pairs' scores
public struct BLEUCounts: Sendable, Hashable {
    private static let order = 4

    private var candidateLength = 0
    private var referenceLength = 0
    /// Of n = 1…4: the candidate's n-grams, and those of them that the reference has, as often as it has them at most.
    private var guessed = [Int](repeating: 0, count: order)
    private var correct = [Int](repeating: 0, count: order)

    /// Of no pairs; all scores are 0.
    public init() {}

    /// - Parameters:
    ///   - candidate: UTF-8, as is `reference`.
    public init(candidate: [UInt8], reference: [UInt8]) {
        var numbers = WordNumbers(capacity: (candidate.count + reference.count) / 2 + 1)
        var words: (candidate: [Int32], reference: [Int32]) = ([], [])
        WhitespaceWords.forEach(in: reference) { words.reference.append(numbers.number(of: $0)) }
        WhitespaceWords.forEach(in: candidate) { words.candidate.append(numbers.number(of: $0)) }
        candidateLength = words.candidate.count
        referenceLength = words.reference.count
        guessed = (0..<Self.order).map { max(0, words.candidate.count - $0) }
        correct = NGramOverlap.shared(candidate: words.candidate, reference: words.reference, order: Self.order)
    }

    /// Adds another pair, or the pairs of another corpus.
    public mutating func merge(_ other: Self) {
        candidateLength += other.candidateLength
        referenceLength += other.referenceLength
        for n in 0..<Self.order {
            guessed[n] += other.guessed[n]
            correct[n] += other.correct[n]
        }
    }

    /// BLEU-1…4, 0–1, higher is better: the geometric mean of the shares of correct 1- to n-grams, less the penalty for brevity.
    ///
    /// A blank candidate scores 0, against a blank reference too. A candidate without any word of the reference has next to nothing
    /// (1e-15 by the constants) instead of 0; a candidate of fewer than n words has next to nothing, even when it is right in all:
    /// "Clear." against "Clear." is 1, 0.001, 0.0001, 0.00003.
    public var scores: [Double] {
        let small = 1e-9
        let tiny = 1e-15
        let ratio = (Double(candidateLength) + tiny) / (Double(referenceLength) + small)
        let penalty = ratio < 1 ? exp(1 - 1 / ratio) : 1
        var product = 1.0
        return (0..<Self.order).map { n in
            product *= (Double(correct[n]) + tiny) / (Double(guessed[n]) + small)
            return pow(product, 1 / Double(n + 1)) * penalty
        }
    }
}
