import Foundation
import HilumTestSupport
import Testing

@Suite("hilum judge run, of answers that cannot be read", .timeLimit(.minutes(10)))
struct JudgeRunUnreadableTests {
    private static let advice = "cut off at the most tokens; give more with --max-tokens"

    /// A model that has nothing but prose.
    @Sendable private static func prose(pair: Int, before: Int) -> LoopbackServer.Reply? {
        .answer(200, LoopbackServer.completion("The candidate is quite good."))
    }

    /// A model that is still thinking when its answer ends.
    @Sendable private static func thinking(pair: Int, before: Int) -> LoopbackServer.Reply? {
        .answer(200, LoopbackServer.completion("<think>\nThe candidate says", finishReason: "length"))
    }

    @Test("stops after the first twenty, says why and what helps, and does not ask for them again")
    func stops() throws {
        let bench = try JudgeBench(pairs: 300, trouble: Self.thinking)
        let outcome = try bench.run(["-o", "\(bench.folder.path)/out.jsonl"])
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("hilum: error: 20 answers from \(bench.server.url), and none can be read, most often: "))
        #expect(outcome.errors.hasSuffix("(\(Self.advice))\n"), "\(outcome.errors)")
        #expect(try !bench.folder.contents.contains("out.jsonl"))
        // Some were under way, or had been answered out of turn.
        #expect((20..<300).contains(bench.asked.total))

        let kept = bench.asked.all
        let second = try bench.run(["--concurrency", "1"])
        #expect(second.status == 69)
        #expect(second.lines.count == 20)
        #expect(second.errors.contains("all were kept from before: --ask-again-unreadable asks again\n"))
        #expect((1...20).allSatisfy { bench.asked.all[$0] == kept[$0] })
    }

    @Test("names the commonest reason, and what helps the others")
    func reasons() throws {
        let bench = try JudgeBench(pairs: 40) { pair, before in
            pair % 4 == 0 ? Self.thinking(pair: pair, before: before) : Self.prose(pair: pair, before: before)
        }
        let outcome = try bench.run(["--concurrency", "1"])
        #expect(outcome.status == 69)
        let reason = try #require(try HilumProcess.object(outcome.lines[0])["reason"] as? String)
        #expect(!reason.contains("cut off"))
        #expect(outcome.errors.hasSuffix("none can be read, most often: \(reason); 5 \(Self.advice)\n"), "\(outcome.errors)")
        #expect(bench.asked.total <= 21)
    }

    @Test("writes all of a shorter run before it says so")
    func short() throws {
        let bench = try JudgeBench(pairs: 3, trouble: Self.prose)
        let outcome = try bench.run([
            "-o", "\(bench.folder.path)/out.jsonl", "--summary", "\(bench.folder.path)/summary.json",
        ])
        #expect(outcome.status == 69)
        #expect(try bench.folder.text(of: "out.jsonl").split(separator: "\n").count == 3)
        let summary = try HilumProcess.object(bench.folder.text(of: "summary.json"))
        #expect((summary["unreadable"] as? [String: Any])?["total"] as? Int == 3)
        #expect(outcome.errors.contains("hilum: 3 pairs: 0 answered, 3 unreadable, 0 failed\n"))
        #expect(outcome.errors.contains("hilum: error: 3 answers from \(bench.server.url), and none can be read"))
    }

    @Test("goes on where one of the first twenty can be read", arguments: [1, 20])
    func goesOn(readable: Int) throws {
        let bench = try JudgeBench(pairs: 60) { pair, before in
            pair == readable ? nil : Self.prose(pair: pair, before: before)
        }
        let outcome = try bench.run()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.lines.count == 60)
    }

    @Test("takes one answer to equal pairs for one")
    func equalPairs() throws {
        let bench = try JudgeBench(pairs: 1) { pair, before in
            pair == 1 ? Self.prose(pair: pair, before: before) : nil
        }
        let rows = (1...40).map { "r\($0),Same.,Candidate \($0 < 40 ? 1 : 2) of many.\n" }
        try bench.folder.file("pairs.csv", "id,reference,candidate\n" + rows.joined())
        let outcome = try bench.run()
        #expect(outcome.status == 0, "\(outcome.errors)")
        try #expect(HilumProcess.object(outcome.lines[39])["factuality"] is [String: Any])
    }
}
