@testable import HilumMetrics
import Testing

@Suite struct ROUGETests {
    private func scores(_ candidate: String, _ reference: String) -> ROUGE.Scores {
        ROUGE.scores(candidate: Array(candidate.utf8), reference: Array(reference.utf8))
    }

    @Test("Shared words, pairs of words and the longest common subsequence are counted as the definition has it")
    func definition() {
        // Words 4 of 5 and 4 of 4; pairs "no effus" alone, 1 of 4 and 1 of 3; in order "no effus seen" or "no effus today", 3 of 5 and 3 of 4.
        let found = scores("No effusion is seen today.", "No effusions today seen")
        #expect(abs(found.one - 2 * 4 / 9.0) < 1e-12)
        #expect(abs(found.two - 2 * 1 / 7.0) < 1e-12)
        #expect(abs(found.l - 2 * 3 / 9.0) < 1e-12)
    }

    @Test("Blank texts share nothing, with one another too", arguments: [("", ""), (" ", "..."), ("a b", ""), ("", "a b")])
    func blank(candidate: String, reference: String) {
        #expect(scores(candidate, reference) == ROUGE.Scores(one: 0, two: 0, l: 0))
    }

    @Test("A text of one word has no pairs of words")
    func single() {
        #expect(scores("clear", "Clear.") == ROUGE.Scores(one: 1, two: 0, l: 1))
    }

    /// Against all subsequences of short texts.
    @Test("The longest common subsequence is the longest of all common ones")
    func subsequences() {
        let texts: [[Int32]] = (0..<81).map { [$0 % 3, $0 / 3 % 3, $0 / 9 % 3, $0 / 27 % 3] } + [[], [1], [2, 1]]
        func subsequences(_ text: [Int32]) -> Set<[Int32]> {
            Set((0..<(1 << text.count)).map { mask in text.indices.filter { mask >> $0 & 1 == 1 }.map { text[$0] } })
        }
        let all = texts.map(subsequences)
        for (one, ofOne) in zip(texts, all) {
            for (other, ofOther) in zip(texts, all) {
                let longest = ofOne.intersection(ofOther).map(\.count).max()
                if CommonSubsequence.length(one, other) != longest { Issue.record("\(one) \(other)") }
            }
        }
    }

    @Test("Words are stemmed as NLTK stems them", arguments: LexicalFixtures.stems)
    func stems(_ row: [String]) throws {
        try #require(row.count == 2)
        var stemmer = PorterStemmer()
        #expect(String(decoding: stemmer.stem(ArraySlice(row[0].utf8)), as: UTF8.self) == row[1])
    }

    @Test("A stemmer keeps nothing of the word before")
    func reuse() {
        var stemmer = PorterStemmer()
        let stems = ["opacifications", "by", "news", "effusions"].map { word in
            String(decoding: stemmer.stem(ArraySlice(word.utf8)), as: UTF8.self)
        }
        #expect(stems == ["opacif", "by", "news", "effus"])
    }
}
