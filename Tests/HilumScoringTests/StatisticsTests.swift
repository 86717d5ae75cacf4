import Foundation
import HilumMetrics
import HilumOntology
import HilumTestSupport
import Testing

@testable import HilumScoring

@Suite("Statistics of a corpus")
struct StatisticsTests {
    @Test("Mean, standard deviation of a sample and its confidence interval")
    func moments() throws {
        var moments = Moments()
        for value in [0.25, 0.5, 1, -0.75] { moments.add(value) }
        let mean = try #require(moments.mean)
        let sd = try #require(moments.sd)
        let interval = try #require(moments.ci95)
        #expect(abs(mean - 0.25) < 1e-10)
        // √((0² + 0.25² + 0.75² + 1²) / 3)
        #expect(abs(sd - 0.7359800721939872) < 1e-10)
        #expect(abs(interval.low - (0.25 - 1.96 * 0.7359800721939872 / 2)) < 1e-10)
        #expect(abs(interval.high - (0.25 + 1.96 * 0.7359800721939872 / 2)) < 1e-10)
    }

    @Test("Too few values leave it open")
    func few() {
        var moments = Moments()
        #expect(moments.mean == nil && moments.sd == nil && moments.ci95 == nil)
        moments.add(1)
        #expect(moments.mean == 1 && moments.sd == nil && moments.ci95 == nil)
    }

    @Test("Twenty million large values are no more than can be summed, and equal ones have no spread")
    func many() throws {
        var moments = Moments()
        moments.add(10)
        for _ in 0..<25 {
            let half = moments
            moments.merge(half)
        }
        #expect(moments.n == 33_554_432)
        #expect(moments.mean == 10 && moments.sd == 0)
        var opposite = Moments()
        opposite.add(-10)
        for _ in 0..<25 {
            let half = opposite
            opposite.merge(half)
        }
        moments.merge(opposite)
        #expect(moments.mean == 0)
        #expect(abs(try #require(moments.sd) - 10) < 1e-6)
    }

    @Test("However a corpus is divided, the summary is the same")
    func merging() {
        var generator = SeededGenerator(seed: 1)
        let scores = (0..<60).map { _ in score(.random(using: &generator), against: .random(using: &generator)) }
        var whole = CorpusSummary(signature: "s")
        for score in scores { whole.add(score) }
        var first = CorpusSummary(signature: "s")
        var second = CorpusSummary(signature: "s")
        for score in scores[..<17].reversed() { first.add(score) }
        for score in scores[17...] { second.add(score) }
        second.merge(first)
        #expect(second == whole)
        #expect(whole.n == 60)
        #expect(abs((whole[.reward].mean ?? 0) - scores.reduce(0) { $0 + $1.kg.reward } / 60) < 1e-9)
    }

    @Test("Errors are counted by report")
    func errorRates() {
        var summary = CorpusSummary(signature: "s")
        #expect(summary.errorsPerReport == nil && summary.errorFreeRate == nil)
        summary.add(score([Said("effusion"), Said("scoliosis")], against: []))
        summary.add(score([Said("effusion")], against: [Said("effusion")]))
        #expect(summary.errorsPerReport == 1)
        #expect(summary.errorFreeRate == 0.5)
        #expect(summary[.significantErrors].mean == 0.5)
    }

    @Test("The signature names version, ontology and policies")
    func signature() {
        let hash = TinyOntology.shared.hash
        #expect(
            scorer.signature
                == "hilum:\(HilumVersion.current)|ontology:\(hash)|mode:hilum|chexpert-uncertain:positive|blank-pair:1"
                + "|blank-pair-lexical:0|averaging:pairs|sd:sample")
    }

    @Test("Every metric lies in its range, and belongs to a part without which it has no value", arguments: Metric.allCases)
    func ranges(metric: Metric) throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<40 {
            let (candidate, reference) = ([Said].random(using: &generator), [Said].random(using: &generator))
            let value = try #require(metric.value(of: score(candidate, against: reference)))
            #expect(metric.range.contains(value))
        }
        let without = scorer.score(candidate: .saying([]), reference: .saying([]), parts: [])
        #expect((metric.value(of: without) == nil) == [.radgraph, .temporal, .lexical].contains(metric.part))
    }

    @Test("The BLEU of a corpus is that of its words together, in whatever order they come")
    func corpusBLEU() throws {
        let texts = [
            ("left effusion", "small left pleural effusion"), ("no edema is seen here", "no edema is seen"), ("", "clear"),
        ]
        let scores = texts.map { candidate, reference in
            LexicalScore(candidate: Array(candidate.utf8), reference: Array(reference.utf8))
        }
        var one = BLEUCounts()
        for score in scores { one.merge(score.bleuCounts) }
        var other = BLEUCounts()
        for score in scores.reversed() { other.merge(score.bleuCounts) }
        #expect(one == other)
        // 6 of 7 words are right, 7 against 9 words long.
        #expect(abs(one.scores[0] - 6.0 / 7 * exp(1 - 9.0 / 7)) < 1e-8)
    }
}
