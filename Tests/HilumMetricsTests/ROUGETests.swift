import HilumTestSupport
import Testing

@testable import HilumMetrics

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

    @Test("The longest subsequence of long texts is that of the plain table", arguments: 0..<40 as Range<UInt64>)
    func longSubsequences(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = Int32.random(in: 1...60, using: &generator)
        func text() -> [Int32] {
            (0..<Int.random(in: 0...200, using: &generator)).map { _ in Int32.random(in: 0..<words, using: &generator) }
        }
        let (one, other) = (text(), text())
        var row = [Int](repeating: 0, count: other.count + 1)
        for word in one {
            let above = row
            for column in other.indices {
                row[column + 1] = other[column] == word ? above[column] + 1 : max(above[column + 1], row[column])
            }
        }
        #expect(CommonSubsequence.length(one, other) == row[other.count])
    }

    private func stem(_ word: String, by stemmer: inout PorterStemmer) -> String {
        Array(word.utf8).withUnsafeBufferPointer { stemmer.stem($0) { String(decoding: $0, as: UTF8.self) } }
    }

    @Test("Words are stemmed as NLTK stems them", arguments: LexicalFixtures.stems)
    func stems(_ row: [String]) throws {
        try #require(row.count == 2)
        var stemmer = PorterStemmer()
        #expect(stem(row[0], by: &stemmer) == row[1])
    }

    @Test("A stemmer keeps nothing of the word before")
    func reuse() {
        var stemmer = PorterStemmer()
        let stems = ["opacifications", "by", "news", "effusions"].map { word in
            stem(word, by: &stemmer)
        }
        #expect(stems == ["opacif", "by", "news", "effus"])
    }
}
