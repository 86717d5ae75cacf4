import HilumScoring
import HilumTestSupport
import Testing

@Suite("Preference pairs")
struct PairSelectionTests {
    private static let seeds = 0..<300 as Range<UInt64>

    private static func candidate(_ text: String, _ reward: Double) -> ScoredCandidate {
        ScoredCandidate(text: Array(text.utf8), reward: reward, content: nil)
    }

    /// Candidates of any rewards, some of which are equal, and some texts come twice in other letters.
    private static func candidates(_ generator: inout SeededGenerator) -> [ScoredCandidate] {
        (0..<Int.random(in: 0...9, using: &generator)).map { _ in
            let word = ["clear", "Clear", "cLear ", "hazy", "dense", "small", "large", "left", "right", ""].randomElement(
                using: &generator)
            return candidate(word ?? "", Double(Int.random(in: 0...10, using: &generator)) / 10)
        }
    }

    private static func selection(_ generator: inout SeededGenerator) -> PairSelection {
        PairSelection(
            margin: [0, 0.1, 0.3].randomElement(using: &generator) ?? 0,
            minimumQuality: [-1, 0.5, 0.8].randomElement(using: &generator) ?? 0,
            most: [1, 2, 5, 100].randomElement(using: &generator) ?? 1)
    }

    @Test("hold the margin and the quality asked for, at most so many, the widest first, none twice", arguments: seeds)
    func laws(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let candidates = Self.candidates(&generator)
        let selection = Self.selection(&generator)
        let result = selection.pairs(among: candidates)
        #expect(result.pairs.isEmpty == (result.refusal != nil))
        #expect(result.pairs.count <= selection.most)
        for pair in result.pairs {
            #expect(pair.margin > 0 && pair.margin >= selection.margin - 1e-9)
            #expect(pair.chosen.reward >= selection.minimumQuality)
            #expect(candidates.contains(pair.chosen) && candidates.contains(pair.rejected))
        }
        let margins = result.pairs.map(\.margin)
        #expect(margins == margins.sorted(by: >))
        let texts = result.pairs.map { [$0.chosen, $0.rejected].map { PlainWords.of($0.text) } }
        #expect(Set(texts).count == texts.count)
    }

    @Test("are those that trying all pairs gives", arguments: seeds)
    func complete(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let candidates = Self.candidates(&generator)
        var selection = Self.selection(&generator)
        let distinct = candidates.distinct()
        let possible = distinct.flatMap { chosen in distinct.map { PreferencePair(chosen: chosen, rejected: $0) } }.filter {
            $0.chosen.reward >= selection.minimumQuality && $0.margin > 1e-9 && $0.margin >= selection.margin - 1e-9
        }
        let margins = possible.map(\.margin).sorted(by: >)
        #expect(selection.pairs(among: candidates).pairs.map(\.margin) == Array(margins.prefix(selection.most)))
        selection.most = 1000
        #expect(Set(selection.pairs(among: candidates).pairs) == Set(possible))
    }

    @Test("do not depend on the order of the candidates", arguments: seeds)
    func order(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let candidates = Self.candidates(&generator)
        let selection = Self.selection(&generator)
        let result = selection.pairs(among: candidates)
        #expect(selection.pairs(among: candidates.shuffled(using: &generator)) == result)
        #expect(selection.pairs(among: candidates.reversed()) == result)
    }

    @Test("are not made where there is no difference, and say why")
    func refusals() {
        let selection = PairSelection(margin: 0.1, minimumQuality: 0.5)
        func refusal(_ candidates: ScoredCandidate...) -> PairSelection.Refusal? { selection.pairs(among: candidates).refusal }
        #expect(refusal() == .oneDistinct)
        #expect(refusal(Self.candidate("Clear lungs.", 1), Self.candidate(" clear\n LUNGS. ", 1)) == .oneDistinct)
        #expect(refusal(Self.candidate("a", 0.4), Self.candidate("b", 0)) == .belowQuality)
        #expect(refusal(Self.candidate("a", 0.6), Self.candidate("b", 0.55)) == .tooClose)
        // 0.5 − 0.4 is a little less than 0.1 in binary.
        #expect(refusal(Self.candidate("a", 0.5), Self.candidate("b", 0.4)) == nil)
        #expect(
            PairSelection(margin: 0, minimumQuality: 0).pairs(among: ["a", "b"].map { Self.candidate($0, 1) }).refusal
                == .tooClose)
    }

    @Test(
        "compare texts by their words in small letters",
        arguments: [
            ("", ""), (" \r\n\t", ""), (" No  Effusion.\n", "no effusion."), ("É\u{A0}tat\u{2003}X", "é tat x"), ("Ä b", "ä b"),
        ])
    func plainWords(text: String, words: String) {
        #expect(PlainWords.of(Array(text.utf8)) == Array(words.utf8))
    }

    @Test("keep the best of those that say the same, then the shortest")
    func duplicates() {
        let distinct = [
            Self.candidate("clear  lungs", 0.3), Self.candidate("Clear lungs", 0.9), Self.candidate("CLEAR   LUNGS", 0.9),
            Self.candidate("hazy", 0.1),
        ].distinct()
        #expect(distinct.map(\.reward) == [0.9, 0.1])
        #expect(distinct.first?.text == Array("Clear lungs".utf8))
    }
}
