import Hilum
import HilumTestSupport
import Synchronization
import Testing

@testable import HilumJudge

@Suite("A judge")
struct JudgeTests {
    /// A judge whose endpoint does as told, and how often it was asked.
    static func judge(
        _ judgeProtocol: JudgeProtocol = .chexprompt, cache: CompletionCache? = nil, asksAgain: Bool = false,
        asked: AskCount = AskCount(),
        reply: @escaping @Sendable (String) -> String
    ) throws -> Judge {
        let client = ChatClient(
            endpoint: try ChatEndpoint(url: "http://localhost/v1"), parameters: ChatParameters(model: "m", maxTokens: 9),
            key: nil,
            limits: ChatClient.Limits()
        ) { request in
            asked.add()
            try await Task.sleep(for: .milliseconds(2))
            return HTTPAnswer(
                status: 200, body: Array(reply(String(decoding: request.body, as: UTF8.self)).utf8), retryAfter: nil)
        }
        return Judge(
            protocol: judgeProtocol, client: client, cache: try cache ?? CompletionCache(path: nil),
            asksAgainUnreadable: asksAgain)
    }

    final class AskCount: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock(\.self) }
        func add() { count.withLock { $0 += 1 } }
    }

    static func counts(_ first: Int) -> String {
        """
        Number of clinically significant errors by type: ((A, \(first)), (B, 0), (C, 0), (D, 0), (E, 0), (F, 0))
        Number of clinically insignificant errors by type: ((A, 0), (B, 1), (C, 0), (D, 0), (E, 0), (F, 0))
        """
    }

    @Test("asks about equal pairs once, however many come at a time, and answers in order")
    func shared() async throws {
        let asked = AskCount()
        let judge = try Self.judge(asked: asked) { body in
            LoopbackServer.completion(Self.counts(body.contains("Edema 1") ? 1 : 2))
        }
        let pairs = (0..<60).map { ReportPair(candidate: "Edema \($0 % 2).", reference: "") }
        let judgements = try await judge.judge(pairs, concurrency: 16)
        #expect(asked.value == 2)
        #expect(judgements.map { $0.answer?.factuality.significant.total } == (0..<60).map { $0 % 2 == 1 ? 1 : 2 })
        #expect(judgements.count { !$0.isCached } == 2)
    }

    @Test("asks for others who wait when the one that was asking stops")
    func abandoned() async throws {
        let requests = SharedRequests()
        let client = try ChatClientTests.Script([ChatClientTests.answer]).client()
        let request = client.request([])
        let outcome = ChatOutcome.failure(reason: "x")
        let (started, begin) = AsyncStream<Void>.makeStream()
        let first = Task {
            try await requests.outcome(of: request) {
                begin.yield()
                try await Task.sleep(for: .seconds(60))
                return (outcome, false)
            }
        }
        for await _ in started { break }
        let second = Task { try await requests.outcome(of: request) { (outcome, false) } }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        let result = try await second.value
        #expect(result.outcome == outcome)
        #expect(!result.isCached)
    }

    @Test("has no score of what is no answer, and the completion beside the reason")
    func unreadable() async throws {
        let judge = try Self.judge { _ in LoopbackServer.completion("I cannot judge this.") }
        let judgement = try await judge.judge(ReportPair(candidate: "", reference: ""))
        #expect(judgement.answer == nil)
        #expect(judgement.reason?.isEmpty == false)
        #expect(judgement.completion?.text == "I cannot judge this.")
    }

    static let cutTexts: [(JudgeProtocol, String, isAnswer: Bool)] = [
        (.chexprompt, counts(1) + "\nThe candidate says that the", true),
        (.chexprompt, String(counts(1).dropLast(9)), false),
        (.chexprompt, counts(1).split(separator: "\n").first.map(String.init) ?? "", false),
        (
            .green,
            "[Clinically Significant Errors]:\n(a) x: 1. y\n\n[Clinically Insignificant Errors]:\nNo\n\n[Matched Findings]:\n2. heart, bo",
            true
        ),
        (.green, "[Clinically Significant Errors]:\n(a) x: 1. y\n\n[Clinically Insignif", false),
        (.green, "[Clinically Significant Errors]:\nNo errors\n\n[Matched Findings]:\n1", false),
        (.green, "[Clinically Significant Errors]:\nNo errors\n\n[Matched Findings]:\n1. heart\n2. bo", false),
    ]

    @Test("takes of a text that was cut off only an answer that stands before the cut", arguments: cutTexts)
    func cutOff(row: (JudgeProtocol, String, isAnswer: Bool)) async throws {
        let judge = try Self.judge(row.0) { _ in LoopbackServer.completion(row.1, finishReason: "length") }
        let judgement = try await judge.judge(ReportPair(candidate: "", reference: ""))
        #expect((judgement.answer != nil) == row.isAnswer, "\(judgement.outcome)")
        if let reason = judgement.reason { #expect(reason.contains("cut off at the most tokens; give more with --max-tokens")) }
        #expect(judgement.completion?.isCutOff == true)
    }

    @Test("has no score of a refusal or of what a filter held back, whatever the text", arguments: ["refusal", "content_filter"])
    func heldBack(finishReason: String) {
        let outcome = JudgeProtocol.chexprompt.outcome(of: Completion(text: Self.counts(0), finishReason: finishReason))
        guard case .unreadable = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("asks again once about what is unreadable in the cache, if told to")
    func asksAgain() async throws {
        let cache = try CompletionCache(path: nil)
        let asked = AskCount()
        let pair = ReportPair(candidate: "a", reference: "b")
        let first = try Self.judge(cache: cache, asked: asked) { _ in LoopbackServer.completion("?") }
        for _ in 1...2 { #expect(try await first.judge(pair).answer == nil) }
        #expect(asked.value == 1)
        let again = try Self.judge(cache: cache, asksAgain: true, asked: asked) { _ in LoopbackServer.completion("??") }
        for _ in 1...3 { #expect(try await again.judge(pair).completion?.text == "??") }
        #expect(asked.value == 2)
    }

    @Test("names in its signature what an answer depends on")
    func signature() throws {
        let signature = try Self.judge(.green) { _ in "" }.signature
        for part in ["task:judge", "protocol:green", "model:m", "temperature:0", "top_p:0.9", "max_tokens:9"] {
            #expect(signature.split(separator: "|").contains(Substring(part)), "\(signature)")
        }
    }

    @Test("counts what came, of this run alone what it took")
    func account() {
        var account = JudgeAccount()
        let usage = TokenUsage(prompt: 1000, completion: 100)
        let answer = JudgeAnswer(factuality: Factuality(), matchedFindings: 2)
        account.add(Judgement(outcome: .answered(answer), completion: Completion(text: "", usage: usage), isCached: false))
        account.add(Judgement(outcome: .answered(answer), completion: Completion(text: "", usage: usage), isCached: true))
        account.add(Judgement(outcome: .unreadable(reason: "b"), completion: Completion(text: ""), isCached: false))
        for number in 0..<50 {
            account.add(Judgement(outcome: .failed(reason: "r\(number % 40)"), completion: nil, isCached: false))
        }
        #expect([account.pairs, account.answered, account.cached, account.asked, account.uncounted] == [53, 2, 1, 52, 1])
        #expect(account.usage == usage)
        #expect(account.unreadable.total == 1)
        #expect(account.failed.total == 50)
        #expect(account.failed.sorted.map(\.count).reduce(0, +) == 50)
        #expect(account.failed.sorted.count == 33)
        #expect(account.moments[.green]?.mean == 1)
        #expect(TokenPrices(prompt: 2, completion: 10).cost(of: usage) == 0.003)
    }
}
