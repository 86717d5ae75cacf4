import HilumMetrics
import Testing

@Suite("BLEU and ROUGE are those of the original packages")
struct LexicalScoreTests {
    @Test("Each pair scores as there", arguments: LexicalFixtures.pairs)
    func pair(_ pair: LexicalFixture) {
        let score = LexicalScore(candidate: Array(pair.candidate.utf8), reference: Array(pair.reference.utf8))
        let found = [
            "bleu_1": score.bleu[0], "bleu_2": score.bleu[1], "bleu_3": score.bleu[2], "bleu_4": score.bleu[3],
            "rouge_1": score.rouge1, "rouge_2": score.rouge2, "rouge_l": score.rougeL,
        ]
        expectSame(found, pair.scores)
    }

    @Test("All pairs as one corpus score as there: BLEU by summed counts, ROUGE by the mean")
    func corpus() throws {
        let pairs = LexicalFixtures.pairs.map { (Array($0.candidate.utf8), Array($0.reference.utf8)) }
        let bleu = counts(pairs).scores
        let rouge = pairs.map { ROUGE.scores(candidate: $0, reference: $1) }
        func mean(_ score: (ROUGE.Scores) -> Double) -> Double { rouge.map(score).reduce(0, +) / Double(rouge.count) }
        let found = [
            "bleu_1": bleu[0], "bleu_2": bleu[1], "bleu_3": bleu[2], "bleu_4": bleu[3],
            "rouge_1": mean(\.one), "rouge_2": mean(\.two), "rouge_l": mean(\.l),
        ]
        expectSame(found, try #require(LexicalFixtures.corpus).scores)
    }

    @Test("The file of expectations is read to its end")
    func file() {
        #expect(LexicalFixtures.pairs.count == LexicalFixtures.lines(of: "lexical.jsonl").count - 2)
        #expect(LexicalFixtures.pairs.count >= 50)
        #expect(LexicalFixtures.stems.count >= 300)
    }

    private func expectSame(_ found: [String: Double], _ expected: [String: Double]) {
        #expect(Set(found.keys) == Set(expected.keys))
        for (name, value) in expected {
            let difference = abs((found[name] ?? .nan) - value)
            #expect(difference < 1e-12, "\(name)")
        }
    }

    private func counts(_ pairs: [([UInt8], [UInt8])]) -> BLEUCounts {
        pairs.reduce(into: BLEUCounts()) { $0.merge(BLEUCounts(candidate: $1.0, reference: $1.1)) }
    }

    // MARK: Laws

    @Test("A text of four words or more scores 1 against itself", arguments: LexicalFixtures.pairs.map(\.reference))
    func identical(_ text: String) {
        let bytes = Array(text.utf8)
        let score = LexicalScore(candidate: bytes, reference: bytes)
        let words = text.split(whereSeparator: \.isWhitespace).count
        if words >= 4 { #expect(score.bleu.allSatisfy { abs($0 - 1) < 1e-6 }) }
        let letters = text.filter(\.isASCII).split { !$0.isLetter && !$0.isNumber }.count
        if letters >= 2 { #expect([score.rouge1, score.rouge2, score.rougeL] == [1, 1, 1]) }
    }

    @Test("All scores are from 0 to 1", arguments: LexicalFixtures.pairs)
    func range(_ pair: LexicalFixture) {
        let score = LexicalScore(candidate: Array(pair.reference.utf8), reference: Array(pair.candidate.utf8))
        for value in score.bleu + [score.rouge1, score.rouge2, score.rougeL] { #expect(value >= 0 && value <= 1) }
    }

    @Test("ROUGE is the same with the texts exchanged", arguments: LexicalFixtures.pairs)
    func symmetry(_ pair: LexicalFixture) {
        let one = ROUGE.scores(candidate: Array(pair.candidate.utf8), reference: Array(pair.reference.utf8))
        let other = ROUGE.scores(candidate: Array(pair.reference.utf8), reference: Array(pair.candidate.utf8))
        #expect(abs(one.one - other.one) < 1e-12)
        #expect(abs(one.two - other.two) < 1e-12)
        #expect(abs(one.l - other.l) < 1e-12)
    }

    @Test("The order in which pairs are added up does not matter, nor in which pieces")
    func merging() {
        let pairs = LexicalFixtures.pairs.map { (Array($0.candidate.utf8), Array($0.reference.utf8)) }
        let each = pairs.map { counts([$0]) }
        let forward = counts(pairs)
        var halves = (BLEUCounts(), BLEUCounts())
        for (index, counts) in each.enumerated().reversed() {
            if index.isMultiple(of: 3) { halves.0.merge(counts) } else { halves.1.merge(counts) }
        }
        halves.1.merge(halves.0)
        #expect(forward == halves.1)
        #expect(forward.scores == halves.1.scores)
        #expect(forward != BLEUCounts())
    }
}
