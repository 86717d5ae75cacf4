import Foundation
import HilumMetrics
import Testing

@Suite struct BLEUTests {
    private func scores(_ candidate: String, _ reference: String) -> [Double] {
        BLEUCounts(candidate: Array(candidate.utf8), reference: Array(reference.utf8)).scores
    }

    private func isNear(_ one: [Double], _ other: [Double], within tolerance: Double = 1e-8) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) < tolerance }
    }

    @Test("Shares of n-grams, their geometric mean and the penalty for brevity are those of the definition")
    func definition() {
        let penalty = exp(1 - 7.0 / 6)
        let found = scores("no small left effusion is seen", "no left effusion is seen today now")
        // Of six words "no left effusion is seen"; of five pairs "left effusion", "effusion is", "is seen"; of four triples "left
        // effusion is", "effusion is seen"; of three fours "left effusion is seen". Six words against seven.
        let expected = [5.0 / 6, 5.0 / 6 * 3 / 5, 5.0 / 6 * 3 / 5 * 2 / 4, 5.0 / 6 * 3 / 5 * 2 / 4 * 1 / 3]
        #expect(isNear(found, (0..<4).map { pow(expected[$0], 1 / Double($0 + 1)) * penalty }))
    }

    @Test("A repeated n-gram counts as often as the reference has it")
    func clipping() {
        // 2 of 4 words, 1 of 3 pairs ("no effusion", once in the reference).
        let found = scores("no effusion no effusion", "no effusion seen here")
        #expect(isNear(Array(found.prefix(2)), [0.5, sqrt(0.5 / 3)]))
    }

    @Test("A longer candidate has no penalty but that of its words")
    func longer() {
        #expect(isNear(Array(scores("clear lungs and heart", "clear lungs").prefix(1)), [0.5]))
    }

    @Test("A corpus is scored by sums, not by a mean of scores")
    func corpus() {
        var corpus = BLEUCounts(candidate: Array("clear lungs".utf8), reference: Array("clear lungs".utf8))
        corpus.merge(BLEUCounts(candidate: Array("an effusion".utf8), reference: Array("a large mass".utf8)))
        // 2 of 4 words; the candidates have 4 words, the references 5.
        #expect(isNear(Array(corpus.scores.prefix(1)), [0.5 * exp(1 - 5.0 / 4)]))
    }

    @Test(
        "A blank candidate, a blank reference, and both score 0, to the upstream constant",
        arguments: [("", ""), ("", "a b"), ("a b", " ")])
    func blank(candidate: String, reference: String) {
        #expect(isNear(Array(scores(candidate, reference).prefix(1)), [0], within: 1e-14))
        #expect(scores(candidate, reference).allSatisfy { $0 < 1e-4 })
    }

    @Test("No pairs score 0")
    func none() {
        #expect(BLEUCounts().scores == [0, 0, 0, 0])
    }
}
