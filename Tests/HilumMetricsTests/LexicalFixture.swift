import Foundation
import Testing

/// A line of Fixtures/lexical.jsonl: a pair and what the original packages make of it (pycocoevalcap 1.2, RadEval 2.2.1, rouge-score
/// 0.1.2 with NLTK 3.10.4; Benchmarks/parity/expectations.py writes it).
struct LexicalFixture: Decodable, Sendable, CustomTestStringConvertible {
    var id: String
    var candidate: String
    var reference: String
    var scores: [String: Double]

    var testDescription: String { id }
}

/// Its last line: all pairs as one corpus.
struct LexicalCorpusFixture: Decodable {
    var id: String
    var scores: [String: Double]
}

enum LexicalFixtures {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    static let pairs = lines(of: "lexical.jsonl").compactMap { try? JSONDecoder().decode(LexicalFixture.self, from: $0) }

    static var corpus: LexicalCorpusFixture? {
        lines(of: "lexical.jsonl").last.flatMap { try? JSONDecoder().decode(LexicalCorpusFixture.self, from: $0) }
    }

    /// Words and their stems (Fixtures/stems.tsv, written with the pairs), without the heading.
    static let stems = lines(of: "stems.tsv").dropFirst().map { line in
        String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }

    static func lines(of name: String) -> [Data] {
        ((try? Data(contentsOf: folder.appending(path: name))) ?? Data()).split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }
}
