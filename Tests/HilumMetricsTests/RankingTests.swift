import Foundation
import HilumMetrics
import HilumTestSupport
import Testing

@Suite struct RankingTests {
    // scikit-learn 1.9.1: roc_auc_score and average_precision_score.
    @Test(
        "Areas are those of scikit-learn, with and without ties",
        arguments: [
            (
                [0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0], [0.1, 0.9, 0.1, 0.5, 0.2, 0.5, 0.8, 0.8, 0.9, 0.3, 0.8, 0.9], 0.65625,
                0.4444444444444444
            ),
            (
                [0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0],
                [
                    0, 0.75, 0.25, 0.5, 0.5, 0.25, 0.5, 0.5, 0.5, 0, 0.75, 0.75, 0, 0, 0, 0.75, 0.5, 0, 0.25, 0.5, 0.5, 0.5, 0,
                    0.5,
                    0.25,
                ], 0.55, 0.26857142857142857
            ),
            ([0, 0, 0, 0, 0, 0, 1, 0], [0, 0, 0, 0, 0, 0, 0, 0], 0.5, 0.125),
            (
                [1, 0, 0, 0, 0, 0, 1, 1, 0, 1], [0.57, 0.61, 0.11, 0.78, 0.25, 0.27, 0.95, 0.55, 0.32, 0.69], 0.7916666666666667,
                0.7333333333333333
            ),
            ([1, 0], [1, 0], 1, 1), ([1, 0], [0, 1], 0, 0.5),
        ] as [([Int], [Double], Double, Double)])
    func parity(truths: [Int], scores: [Double], area: Double, precision: Double) throws {
        let ranking = Ranking(zip(scores, truths.map { $0 == 1 }).map { ($0, $1) })
        #expect(abs(try #require(ranking.areaUnderROC) - area) < 1e-12)
        #expect(abs(try #require(ranking.averagePrecision) - precision) < 1e-12)
        #expect(ranking.positives == truths.count { $0 == 1 } && ranking.negatives == truths.count { $0 == 0 })
    }

    @Test(
        "Rows of one class, and numbers that are none, have no area",
        arguments: [[], [(0.5, true)], [(0.1, false), (0.2, false)]])
    func oneClass(rows: [(Double, Bool)]) {
        let ranking = Ranking(rows.map { ($0.0, $0.1) })
        #expect(ranking.areaUnderROC == nil && ranking.averagePrecision == nil)
        let notANumber = Ranking([(.nan, true), (0.5, false)])
        #expect(notANumber.areaUnderROC == nil && notANumber.averagePrecision == nil)
    }

    @Test("Only the order counts, and turning it over turns the area over", arguments: 0..<30 as Range<UInt64>)
    func laws(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let rows = (0..<50).map { index in
            (
                score: Double(Int.random(in: 0..<12, using: &generator)) / 12,
                isPositive: index < 2 ? index == 0 : Bool.random(using: &generator)
            )
        }
        let ranking = Ranking(rows)
        let area = try #require(ranking.areaUnderROC)
        // A monotone map.
        let mapped = Ranking(rows.map { (score: exp(3 * $0.score) - 7, isPositive: $0.isPositive) })
        #expect(mapped == ranking)
        #expect(Ranking(rows.shuffled(using: &generator)) == ranking)
        let turned = try #require(Ranking(rows.map { (score: -$0.score, isPositive: $0.isPositive) }).areaUnderROC)
        #expect(abs(turned + area - 1) < 1e-12)
        // Every pair of a row with and one without.
        let positives = rows.filter(\.isPositive)
        let negatives = rows.filter { !$0.isPositive }
        var wins = 0.0
        for one in positives {
            for other in negatives { wins += one.score > other.score ? 1 : one.score == other.score ? 0.5 : 0 }
        }
        #expect(abs(wins / Double(positives.count * negatives.count) - area) < 1e-12)
    }
}
