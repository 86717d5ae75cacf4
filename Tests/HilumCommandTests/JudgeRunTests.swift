import Foundation
import HilumTestSupport
import Testing

@Suite("hilum judge run", .timeLimit(.minutes(10)))
struct JudgeRunTests {
    /// A pair in twenty meets trouble, most of it once, each kind in turn.
    @Sendable static func everyKind(pair: Int, before: Int) -> LoopbackServer.Reply? {
        guard pair % 20 == 7 else { return nil }
        let kinds: [LoopbackServer.Reply] = [
            .answer(500, ""), .hangUp, .answer(503, "{\"error\":{\"message\":\"overloaded\"}}"), .reset,
            .truncated("{\"choices\": [{\"message\":"), .answer(200, "<html>a page</html>"), .answer(429, ""), .cutHeader,
            .silence,
            .raw("nonsense\r\n\r\n"), .answer(502, "bad gateway"), .answer(200, "{\"error\":\"busy\"}"), .answer(408, ""),
            .chunked(["{\"choices\": []}"]),
        ]
        if pair == 507, before == 0 { return .answer(429, headers: ["Retry-After: 1"], "") }
        let kind = kinds[pair / 20 % kinds.count]
        // One is enough: it takes the whole time-out, which is long, so that a busy machine is not taken for silence.
        if case .silence = kind, before > 0 || pair != 167 { return nil }
        return before < 1 + pair % 3 % 2 ? kind : nil
    }

    @Test("answers a thousand pairs in order, each once, whatever the endpoint does to a twentieth of them")
    func thousand() throws {
        let bench = try JudgeBench(pairs: 1000, trouble: Self.everyKind)
        let outcome = try bench.run([
            "--timeout", "4", "-o", "\(bench.folder.path)/out.jsonl", "--summary", "\(bench.folder.path)/s.json",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = try bench.folder.text(of: "out.jsonl").split(separator: "\n")
        #expect(lines.count == 1000)
        for (index, line) in lines.enumerated() { try JudgeBench.expect(line, answers: index + 1) }
        #expect(bench.answered.all.count == 1000)
        #expect(bench.answered.all.values.allSatisfy { $0 == 1 })
        #expect(bench.asked.total >= 1050)
        #expect((2...8).contains(bench.server.mostUnderWay))
        #expect(outcome.errors.contains("hilum: sends 1,000 pairs of reports to \(bench.server.url)/v1/chat/completions\n"))
        #expect(outcome.errors.contains("hilum: 1,000 pairs: 1,000 answered, 0 unreadable, 0 failed\n"))
        #expect(outcome.errors.contains("100,000 tokens sent, 10,000 received"))
        let summary = try HilumProcess.object(bench.folder.text(of: "s.json"))
        #expect(summary["answered"] as? Int == 1000)
        #expect(
            ((summary["metrics"] as? [String: Any])?["clinically_significant_errors"] as? [String: Any])?["n"] as? Int == 1000)
        #expect(try !bench.folder.contents.contains { $0.hasSuffix(".partial") })
    }

    @Test(
        "goes on after it was stopped, asks again only what was under way, and writes what an undisturbed run writes",
        arguments: [(SIGKILL, pairs: 1000), (SIGINT, pairs: 200)])
    func stopped(signal: Int32, pairs: Int) throws {
        let bench = try JudgeBench(pairs: pairs, trouble: Self.everyKind)
        let out = ["--timeout", "4", "-o", "\(bench.folder.path)/out.jsonl"]
        let process = Process()
        process.executableURL = HilumProcess.executable
        process.arguments = bench.arguments(out + ["--quiet"])
        process.standardError = FileHandle.nullDevice
        try process.run()
        while bench.answered.total < pairs / 2, process.isRunning { usleep(1000) }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(try !bench.folder.contents.contains("out.jsonl"))
        if signal == SIGINT { #expect(try !bench.folder.contents.contains { $0.hasSuffix(".partial") }) }
        #expect(bench.answered.all.count < pairs)

        #expect(try bench.run(out).status == 0)
        #expect(bench.answered.all.count == pairs)
        #expect(bench.answered.total <= pairs + 8)
        let undisturbed = try bench.run(["--no-cache", "--concurrency", "3"])
        #expect(undisturbed.status == 0)
        #expect(try JudgeBench.withoutCached(bench.folder.text(of: "out.jsonl")) == undisturbed.output)
        #expect(undisturbed.lines.count == pairs)
    }

    @Test("keeps the rate, and waits when the endpoint asks it to")
    func rate() throws {
        let bench = try JudgeBench(pairs: 6)
        let start = ContinuousClock.now
        #expect(try bench.run(["--requests-per-minute", "600"]).status == 0)
        #expect(ContinuousClock.now - start >= .milliseconds(500))

        let limited = try JudgeBench(pairs: 6) { pair, before in
            pair == 1 && before == 0 ? .answer(429, headers: ["Retry-After: 1"], "") : nil
        }
        let limitedStart = ContinuousClock.now
        #expect(try limited.run(["--concurrency", "1"]).status == 0)
        #expect(ContinuousClock.now - limitedStart >= .seconds(1))
        #expect(limited.asked.total == 7)
    }

    @Test("costs nothing the second time, and says so")
    func again() throws {
        let bench = try JudgeBench(pairs: 30)
        let first = try bench.run()
        let second = try bench.run(["--price-in", "2", "--price-out", "8"])
        #expect(bench.asked.total == 30)
        #expect(second.output == first.output.replacingOccurrences(of: "\"cached\":false", with: "\"cached\":true"))
        #expect(second.errors.contains("hilum: sends nothing, as all answers are there\n"))
        #expect(second.errors.contains("0 asked, 30 known already"))
        #expect(second.errors.contains("cost 0.0000"))
        // Other parameters are another question.
        #expect(try bench.run(["--seed", "7"]).status == 0)
        #expect(bench.asked.total == 60)
    }

    @Test("asks about the same pair once")
    func samePairs() throws {
        let bench = try JudgeBench(pairs: 1)
        let rows = (1...50).map { "r\($0),Same.,Candidate \($0 % 2) of many.\n" }
        try bench.folder.file("pairs.csv", "id,reference,candidate\n" + rows.joined())
        let outcome = try bench.run(["--no-cache"])
        #expect(outcome.lines.count == 50)
        #expect(bench.asked.all == [0: 1, 1: 1])
        #expect(try !bench.folder.contents.contains { $0.contains("sqlite") })
    }

    @Test("sends the key in the header of the endpoint's kind, and never shows it", arguments: ["openai", "azure"])
    func key(api: String) throws {
        let bench = try JudgeBench(
            pairs: 5,
            trouble: { pair, _ in pair == 3 ? .answer(400, "{\"error\":{\"message\":\"hidden-key-123456 is it\"}}") : nil })
        let outcome = try bench.run(["--api", api], environment: ["HILUM_JUDGE_KEY": "hidden-key-123456"])
        #expect(outcome.status == 75, "\(outcome.errors)")
        for request in bench.server.requests {
            #expect(request.header("Authorization") == (api == "openai" ? "Bearer hidden-key-123456" : nil))
            #expect(request.header("api-key") == (api == "azure" ? "hidden-key-123456" : nil))
            #expect(!request.text.contains("hidden"))
            #expect(request.path == "/v1/chat/completions")
        }
        let kept = try bench.folder.contents.map {
            String(decoding: try Data(contentsOf: URL(filePath: "\(bench.folder.path)/\($0)")), as: UTF8.self)
        }
        for text in kept + [outcome.output, outcome.errors] { #expect(!text.contains("hidden")) }
    }

    @Test(
        "refuses numbers that no run can mean",
        arguments: [
            "--max-tokens=0", "--max-tokens=9223372036854775807", "--requests-per-minute=0", "--requests-per-minute=nan",
            "--timeout=inf", "--backoff=nan", "--concurrency=257", "--retries=-1",
        ])
    func numbers(option: String) throws {
        let bench = try JudgeBench(pairs: 3)
        #expect(try bench.run([option, "--dry-run"]).status == 64)
    }

    @Test("takes the key from the variable that is named")
    func keyVariable() throws {
        let bench = try JudgeBench(pairs: 1)
        let missing = try bench.run(["--key-variable", "HILUM_TEST_NONE"])
        #expect(missing.status == 64)
        #expect(missing.errors.contains("HILUM_TEST_NONE"))
        let mistaken = try bench.run(["--key-variable", "sk-hidden-123456"])
        #expect(mistaken.status == 64)
        #expect(!mistaken.errors.contains("hidden"))
        #expect(try bench.run(["--key-variable", "HILUM_TEST_KEY"], environment: ["HILUM_TEST_KEY": "k1"]).status == 0)
        #expect(bench.server.requests.map { $0.header("Authorization") } == ["Bearer k1"])
    }

    @Test("keeps answers in a file of whatever name")
    func cacheName() throws {
        let bench = try JudgeBench(pairs: 2)
        for _ in 1...2 { #expect(try bench.run(["--cache", ":memory:"]).status == 0) }
        #expect(bench.asked.total == 2)
        #expect(try bench.folder.contents.contains(":memory:"))
    }

    @Test("keeps no report in the cache, and the cache to its owner")
    func cacheContents() throws {
        let bench = try JudgeBench(pairs: 3)
        #expect(try bench.run().status == 0)
        for name in try bench.folder.contents where name.hasPrefix("cache") {
            let file = "\(bench.folder.path)/\(name)"
            #expect(!String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self).contains("secret"))
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test("stops at once where the endpoint refuses all", arguments: [401, 403, 404, 308])
    func refused(status: Int) throws {
        let bench = try JudgeBench(
            pairs: 300,
            trouble: { _, _ in
                .answer(status, headers: ["Location: /elsewhere"], "{\"error\":{\"code\":\"some_code\",\"message\":\"no\"}}")
            })
        let outcome = try bench.run(["-o", "\(bench.folder.path)/out.jsonl"])
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("\(bench.server.url) answers HTTP \(status) (some_code"))
        #expect(bench.asked.total <= 8)
        #expect(try !bench.folder.contents.contains("out.jsonl"))
    }

    @Test("stops where nobody is there, without trying every pair")
    func nobody() throws {
        let bench = try JudgeBench(pairs: 300)
        bench.server.stop()
        let outcome = try bench.run(["--retries", "1"])
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("cannot be reached"))
        #expect(outcome.output.isEmpty)
    }

    @Test("stops when twenty pairs in a row got no answer, and keeps what it has")
    func keepsFailing() throws {
        let bench = try JudgeBench(pairs: 300, trouble: { pair, _ in pair > 100 ? .answer(500, "") : nil })
        let outcome = try bench.run(["--retries", "1", "--concurrency", "4"])
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("20 pairs in a row"))
        #expect(bench.asked.all.keys.allSatisfy { $0 <= 100 + 20 + 4 })
        #expect(bench.answered.all.count == 100)
    }

    @Test("gives a pair that failed no score, says why, counts it, and asks for it alone the next time")
    func failedPair() throws {
        let bench = try JudgeBench(pairs: 10, trouble: { pair, before in pair == 4 && before < 3 ? .answer(500, "") : nil })
        let outcome = try bench.run(["--retries", "2"])
        #expect(outcome.status == 75)
        #expect(outcome.lines.count == 10)
        let failed = try HilumProcess.object(outcome.lines[3])
        #expect(failed["factuality"] is NSNull)
        #expect(failed["completion"] is NSNull)
        #expect(failed["reason"] as? String == "HTTP 500 after 3 attempts")
        #expect(outcome.errors.contains("10 pairs: 9 answered, 0 unreadable, 1 failed\n  1 failed: HTTP 500 after 3 attempts\n"))
        #expect(outcome.errors.contains("1 pair has no answer from the endpoint; the same command asks for it again\n"))
        let second = try bench.run(["--retries", "2"])
        #expect(second.status == 0)
        try JudgeBench.expect(second.lines[3], answers: 4)
        #expect(bench.asked.total == 13)
    }

    @Test("gives a completion that is no answer no score, keeps it, and asks again when told to")
    func unreadable() throws {
        let bench = try JudgeBench(
            pairs: 6,
            trouble: { pair, before in
                guard pair == 2, before == 0 else { return nil }
                return .answer(200, LoopbackServer.completion("I am sorry, but I cannot help with that."))
            })
        let outcome = try bench.run()
        #expect(outcome.status == 0, "\(outcome.errors)")
        let line = try HilumProcess.object(outcome.lines[1])
        #expect(line["factuality"] is NSNull)
        #expect(line["completion"] as? String == "I am sorry, but I cannot help with that.")
        #expect((line["reason"] as? String)?.isEmpty == false)
        #expect(outcome.errors.contains("5 answered, 1 unreadable, 0 failed\n  1 unreadable: "))
        #expect(try bench.run().lines[1].contains("\"factuality\":null"))
        #expect(bench.asked.total == 6)
        try JudgeBench.expect(try bench.run(["--ask-again-unreadable"]).lines[1], answers: 2)
        #expect(bench.asked.total == 7)
    }

    @Test("says in a dry run what it would send and where, and sends nothing")
    func dryRun() throws {
        let bench = try JudgeBench(pairs: 20)
        let options = ["--dry-run", "--price-in", "1000000", "--price-out", "1", "--url", "\(bench.server.url)/v1?secret=1"]
        let before = try bench.run(options)
        #expect(before.status == 0)
        let address = "\(bench.server.url)/v1/chat/completions"
        #expect(before.output.hasPrefix("20 pairs: 20 requests would go to \(address); the cache has 0\n"))
        #expect(before.output.contains("at most 2,560 to receive"))
        #expect(before.output.hasSuffix("nothing was sent\n"))
        #expect(bench.asked.total == 0)
        #expect(try bench.folder.contents == ["pairs.csv"])
        _ = try bench.run()
        #expect(
            try bench.run(options).output.hasPrefix(
                "20 pairs: 0 requests would go to \(address); the cache has 20\nabout 0 tokens"))
    }

    @Test("shows what it would ask about the first pair, and sends nothing", arguments: ["chexprompt", "green"])
    func showPrompt(name: String) throws {
        let bench = try JudgeBench(pairs: 3)
        let shown = try bench.run(["--protocol", name, "--show-prompt"])
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(bench.asked.total == 0)
        #expect(try bench.folder.contents == ["pairs.csv"])
        // Word for word what is sent then.
        _ = try bench.run(["--protocol", name, "--concurrency", "1"])
        let body = try HilumProcess.object(try #require(bench.server.requests.first).text)
        let messages = try #require(body["messages"] as? [[String: String]])
        #expect(shown.output == messages.map { "--- \($0["role"] ?? "") ---\n\($0["content"] ?? "")\n" }.joined())
        #expect(shown.output.contains("Small secret effusion 1."))
    }

    @Test("has no prompt to show of a file without pairs")
    func noPrompt() throws {
        let bench = try JudgeBench(pairs: 0)
        let outcome = try bench.run(["--show-prompt"])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("no pair"))
    }

    @Test("sends nothing of a file that has a bad row")
    func badRow() throws {
        let bench = try JudgeBench(pairs: 1)
        let path = try bench.folder.file("pairs.csv", "id,reference,candidate\n1,a,b\n2,secret\n")
        let outcome = try bench.run()
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("\(path):3: 2 cells under 3 columns"))
        #expect(bench.asked.total == 0)
    }

    @Test("goes to the URL alone: not to a proxy of the environment, not where a redirect leads")
    func nowhereElse() throws {
        let elsewhere = try LoopbackServer { _ in .answer(200, LoopbackServer.completion(JudgeBench.answer(1))) }
        defer { elsewhere.stop() }
        let bench = try JudgeBench(
            pairs: 2,
            trouble: { pair, _ in pair == 2 ? .answer(307, headers: ["Location: \(elsewhere.url)/v1/chat/completions"], "") : nil
            })
        let outcome = try bench.run(
            ["--concurrency", "1"], environment: ["http_proxy": elsewhere.url, "ALL_PROXY": elsewhere.url, "no_proxy": ""])
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("redirects"))
        #expect(bench.asked.total == 2)
        #expect(elsewhere.requests.isEmpty)
    }

    struct Call: CustomTestStringConvertible {
        var testDescription: String
        var options: [String]
        var status: Int32
        var says: String
    }

    static let calls = [
        Call(testDescription: "no http", options: ["--url", "ftp://localhost/"], status: 64, says: "http://"),
        Call(
            testDescription: "a password in the URL", options: ["--url", "http://a:b@localhost/v1"], status: 64,
            says: "environment"),
        Call(
            testDescription: "a key over http", options: ["--url", "http://judge.example/v1"], status: 64,
            says: "--allow-key-over-http"),
        Call(testDescription: "no object", options: ["--extra", "[1]"], status: 64, says: "--extra"),
        Call(testDescription: "messages", options: ["--extra", "{\"messages\":[]}"], status: 64, says: "--extra"),
        Call(testDescription: "too many at a time", options: ["--concurrency", "257"], status: 64, says: "--concurrency"),
        Call(
            testDescription: "two ways to send nothing", options: ["--dry-run", "--show-prompt"], status: 64,
            says: "--show-prompt"),
        Call(testDescription: "one price", options: ["--price-in", "1"], status: 64, says: "--price-out"),
        Call(
            testDescription: "an unknown column", options: ["--reference", "nowhere"], status: 64,
            says: "'reference', 'candidate'"),
        Call(testDescription: "a cache that is none", options: ["--cache", "pairs.csv"], status: 65, says: "is no cache"),
        Call(
            testDescription: "a cache without a folder", options: ["--cache", "/nowhere/c.sqlite"], status: 74, says: "/nowhere"),
        Call(testDescription: "a cache for an output", options: ["--cache", "c", "-o", "c"], status: 64, says: "the same file"),
    ]

    @Test("refuses what cannot be, and then sends nothing", arguments: calls)
    func refusal(call: Call) throws {
        let bench = try JudgeBench(pairs: 2)
        let outcome = try bench.run(call.options, environment: ["HILUM_JUDGE_KEY": "hidden-key-123456"])
        #expect(outcome.status == call.status, "\(outcome.errors)")
        #expect(outcome.errors.contains(call.says), "\(outcome.errors)")
        #expect(!outcome.errors.contains("secret"))
        #expect(!outcome.errors.contains("hidden"))
        #expect(bench.asked.total == 0)
    }

    @Test("reads standard input, and has the matched findings of GREEN")
    func green() throws {
        let server = try LoopbackServer { _ in
            .answer(
                200,
                LoopbackServer.completion(
                    """
                    [Explanation]: The effusion is missed.

                    [Clinically Significant Errors]:
                    (a) False report: 0.
                    (b) Missing finding: 1. effusion

                    [Clinically Insignificant Errors]:
                    No errors.

                    [Matched Findings]:
                    3. heart, bones, devices
                    """))
        }
        defer { server.stop() }
        let outcome = try HilumProcess.run(
            [
                "judge", "run", "-", "--protocol", "green", "--reference", "r", "--candidate", "c", "--url", server.url,
                "--model", "m",
                "--no-cache",
            ], input: "{\"id\":\"x\",\"r\":\"Effusion.\",\"c\":\"\"}\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let line = try HilumProcess.object(outcome.output)
        #expect(line["green"] as? Double == 0.75)
        #expect(line["matched_findings"] as? Int == 3)
        #expect(line["model"] as? String == "test-judge-1")
        #expect((line["usage"] as? [String: Int]) == ["prompt_tokens": 100, "completion_tokens": 10])
        #expect(line["finish_reason"] as? String == "stop")
        let body = try HilumProcess.object(try #require(server.requests.first).text)
        #expect(body["max_tokens"] as? Int == 1024)
        #expect(body["temperature"] as? Int == 0)
        #expect(body["top_p"] as? Double == 0.9)
    }
}
