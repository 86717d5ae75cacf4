import Foundation
import HilumTestSupport
import Synchronization
import Testing

/// Numbered pairs, and a judge on loopback that counts errors by the number, so that what is asked and answered can be followed.
final class JudgeBench {
    /// What to reply instead of an answer; gets the number of the pair, and how often it was asked about before.
    typealias Trouble = @Sendable (_ pair: Int, _ before: Int) -> LoopbackServer.Reply?

    /// How often something happened to each pair.
    final class Counts: Sendable {
        private let counts = Mutex<[Int: Int]>([:])

        /// - Returns: how often before.
        func add(_ pair: Int) -> Int {
            counts.withLock { counts in
                counts[pair, default: 0] += 1
                return (counts[pair] ?? 0) - 1
            }
        }

        var all: [Int: Int] { counts.withLock(\.self) }
        var total: Int { all.values.reduce(0, +) }
    }

    let folder: TemporaryFolder
    let server: LoopbackServer
    let asked: Counts
    let answered: Counts

    init(pairs: Int, trouble: @escaping Trouble = { _, _ in nil }) throws {
        let (asked, answered) = (Counts(), Counts())
        folder = try TemporaryFolder()
        let rows = (1...max(1, pairs)).map { "p\($0),Small secret effusion \($0).,Candidate \($0) of many.\n" }
        try folder.file("pairs.csv", "id,reference,candidate\n" + rows.prefix(pairs).joined())
        (self.asked, self.answered) = (asked, answered)
        server = try LoopbackServer { request in
            let number = Self.pair(of: request)
            let before = asked.add(number)
            if let reply = trouble(number, before) { return reply }
            _ = answered.add(number)
            return .answer(200, LoopbackServer.completion(Self.answer(number)))
        }
    }

    deinit { server.stop() }

    /// The number behind `Candidate`; 0 if there is none.
    private static func pair(of request: LoopbackServer.Request) -> Int {
        let body = Data(request.body)
        guard let word = body.range(of: Data("Candidate ".utf8), options: .backwards) else { return 0 }
        return Int(String(decoding: body[word.upperBound...].prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)) ?? 0
    }

    /// In the form of CheXprompt.
    static func answer(_ pair: Int) -> String {
        """
        Number of clinically significant errors by type: ((A, \(pair % 7)), (B, \(pair % 5)), (C, 0), (D, 0), (E, 0), (F, 0))
        Number of clinically insignificant errors by type: ((A, 0), (B, 0), (C, \(pair % 3)), (D, 0), (E, 0), (F, 0))
        """
    }

    /// The arguments of `hilum judge run` over the pairs.
    func arguments(_ more: [String] = []) -> [String] {
        [
            "judge", "run", "\(folder.path)/pairs.csv", "--protocol", "chexprompt", "--reference", "reference", "--candidate",
            "candidate", "--url", "\(server.url)/v1", "--model", "test-judge", "--backoff", "0.01",
        ] + (more.contains("--no-cache") || more.contains("--cache") ? [] : ["--cache", "\(folder.path)/cache.sqlite"]) + more
    }

    func run(_ more: [String] = [], environment: [String: String] = [:]) throws -> Outcome {
        try HilumProcess.run(arguments(more), environment: environment, directory: folder.path)
    }

    /// That a line is the answer to a pair.
    static func expect(_ line: some StringProtocol, answers pair: Int) throws {
        let object = try HilumProcess.object(line)
        #expect(object["id"] as? String == "p\(pair)")
        let factuality = try #require(object["factuality"] as? [String: Any], "pair \(pair) has none")
        let significant = try #require(factuality["clinically_significant"] as? [String: Int])
        #expect(significant["false_positive_finding"] == pair % 7)
        #expect(significant["omission_finding"] == pair % 5)
        #expect((factuality["clinically_insignificant"] as? [String: Int])?["incorrect_location"] == pair % 3)
        #expect(object["completion"] as? String == answer(pair))
    }

    /// Lines without what tells answers from the cache from others.
    static func withoutCached(_ text: String) -> String {
        text.replacingOccurrences(of: "\"cached\":true", with: "\"cached\":false")
    }
}
