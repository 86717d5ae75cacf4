import Hilum
import HilumTestSupport
import Synchronization
import Testing

@testable import HilumJudge

/// A clock that stands still until somebody sleeps, and then is where he wakes.
final class SleptClock: Sendable {
    private let time = Mutex(Duration.zero)

    var now: Duration { time.withLock(\.self) }

    var clock: RequestClock {
        RequestClock(
            now: { [self] in now },
            sleep: { [self] in
                let end = now + $0
                time.withLock { $0 = max($0, end) }
                await Task.yield()
            })
    }
}

@Suite("A client")
struct ChatClientTests {
    /// What the endpoint does, one reply after another, the last for ever; and what came of it.
    final class Script: Sendable {
        private let replies: [Result<HTTPAnswer, HTTPFailure>]
        private let times = Mutex<[Duration]>([])
        let clock = SleptClock()

        init(_ replies: [Result<HTTPAnswer, HTTPFailure>]) {
            self.replies = replies
        }

        /// When a request came.
        var sent: [Duration] { times.withLock(\.self) }

        func client(retries: Int = 5, requestsPerMinute: Double? = nil) throws -> ChatClient {
            var limits = ChatClient.Limits()
            limits.retry.retries = retries
            limits.requestsPerMinute = requestsPerMinute
            return ChatClient(
                endpoint: try ChatEndpoint(url: "http://localhost/v1"), parameters: ChatParameters(model: "m", maxTokens: 9),
                key: nil,
                limits: limits, clock: clock.clock
            ) { [self] _ in
                let number = times.withLock { times in
                    times.append(clock.now)
                    return times.count - 1
                }
                return try replies[min(number, replies.count - 1)].get()
            }
        }
    }

    static func status(_ status: Int, body: String = "", retryAfter: Duration? = nil) -> Result<HTTPAnswer, HTTPFailure> {
        .success(HTTPAnswer(status: status, body: Array(body.utf8), retryAfter: retryAfter))
    }

    static func failure(_ kind: HTTPFailure.Kind) -> Result<HTTPAnswer, HTTPFailure> {
        .failure(HTTPFailure(kind: kind, reason: "\(kind)"))
    }

    static let answer = status(200, body: LoopbackServer.completion("yes"))

    static func ask(_ client: ChatClient, _ text: String = "") async throws -> ChatOutcome {
        try await client.complete(client.request([ChatMessage(.user, text)]))
    }

    @Test(
        "asks again after passing trouble",
        arguments: [
            status(429), status(500), status(503), failure(.broken), failure(.timedOut), failure(.noConnection),
            status(200, body: "{"),
        ])
    func again(trouble: Result<HTTPAnswer, HTTPFailure>) async throws {
        let script = Script([Self.answer, trouble, trouble, trouble, Self.answer])
        let client = try script.client()
        _ = try await Self.ask(client)
        guard case .completion(let completion) = try await Self.ask(client) else {
            Issue.record("there is no answer")
            return
        }
        #expect(completion.text == "yes")
        let waits = zip(script.sent.dropFirst(), script.sent.dropFirst(2)).map { $1 - $0 }
        #expect(waits.count == 3)
        for (wait, doubled) in zip(waits, [1, 2, 4]) { #expect(wait >= .seconds(doubled) / 2 && wait <= .seconds(doubled)) }
    }

    @Test(
        "gives up after so many attempts, and says what the last trouble was",
        arguments: [
            (status(500), "HTTP 500 after 3 attempts"), (failure(.timedOut), "timedOut after 3 attempts"),
            (status(200, body: "<"), "an answer that is no JSON after 3 attempts"),
        ])
    func givesUp(trouble: Result<HTTPAnswer, HTTPFailure>, reason: String) async throws {
        let script = Script([trouble])
        #expect(try await Self.ask(script.client(retries: 2)) == .failure(reason: reason))
        #expect(script.sent.count == 3)
    }

    @Test("does not ask again what will not do", arguments: [400, 413, 422])
    func failed(status: Int) async throws {
        let script = Script([Self.status(status)])
        #expect(try await Self.ask(script.client()) == .failure(reason: "HTTP \(status)"))
        #expect(script.sent.count == 1)
    }

    @Test("is of no more use once the endpoint refused it", arguments: [401, 403, 404, 302])
    func refused(status: Int) async throws {
        let script = Script([Self.status(status), Self.answer])
        let client = try script.client()
        for _ in 1...2 {
            await #expect(throws: EndpointError.refused(status: status, place: "http://localhost", says: nil)) {
                try await Self.ask(client)
            }
        }
        #expect(script.sent.count == 1)
    }

    @Test("waits as long as the endpoint asks for, with all requests")
    func retryAfter() async throws {
        let script = Script([Self.status(429, retryAfter: .seconds(30)), Self.answer])
        let client = try script.client()
        _ = try await Self.ask(client)
        #expect(try #require(script.sent.last) >= .seconds(30))

        let paused = Script([Self.status(503, retryAfter: .seconds(30)), Self.answer])
        let other = try paused.client(retries: 0)
        #expect(try await Self.ask(other) == .failure(reason: "HTTP 503"))
        _ = try await Self.ask(other)
        #expect(paused.sent == [.zero, .seconds(30)])
    }

    @Test("does not wait for hours")
    func longWait() async throws {
        let script = Script([Self.status(429, retryAfter: .seconds(3600)), Self.answer])
        let client = try script.client()
        let error = await #expect(throws: EndpointError.self) { try await Self.ask(client) }
        #expect(error?.description.contains("asks to wait for 3600 seconds") == true)
        #expect(script.sent.count == 1)
    }

    @Test("keeps the rate, repetitions included")
    func rate() async throws {
        let script = Script([Self.status(500), Self.answer])
        let client = try script.client(requestsPerMinute: 30)
        for _ in 1...10 { _ = try await Self.ask(client) }
        #expect(script.sent.count == 11)
        for (one, next) in zip(script.sent, script.sent.dropFirst()) { #expect(next - one >= .seconds(2)) }
        #expect(try #require(script.sent.last) <= .seconds(22))
    }

    @Test("stops after twenty failures in a row, and not after more that are not in a row")
    func inRow() async throws {
        let mixed = Script((0..<100).map { $0 % 20 == 19 ? Self.answer : Self.status(400) })
        let client = try mixed.client()
        for _ in 1...99 { _ = try await Self.ask(client) }

        let bad = Script([Self.answer, Self.status(400)])
        let stopped = try bad.client()
        for _ in 1...20 { _ = try await Self.ask(stopped) }
        await #expect(throws: EndpointError.keepsFailing(pairs: 20, place: "http://localhost", reason: "HTTP 400")) {
            try await Self.ask(stopped)
        }
    }

    @Test("stops at once where nobody ever answered")
    func unreachable() async throws {
        let script = Script([Self.failure(.noConnection)])
        let client = try script.client(retries: 1)
        let error = await #expect(throws: EndpointError.self) { try await Self.ask(client) }
        #expect(error?.description.contains("cannot be reached") == true)
        let reached = Script([Self.status(500), Self.failure(.noConnection)])
        #expect(try await Self.ask(reached.client(retries: 1)) == .failure(reason: "noConnection after 2 attempts"))
        let patient = Script([Self.failure(.noConnection)])
        await #expect(throws: EndpointError.self) { try await Self.ask(try patient.client(retries: 9)) }
        #expect(patient.sent.count == 3)
    }

    @Test("stops where a certificate does not hold")
    func lasting() async throws {
        let script = Script([Self.failure(.lasting)])
        let client = try script.client()
        await #expect(throws: EndpointError.insecure(place: "http://localhost", reason: "lasting")) {
            try await Self.ask(client)
        }
        #expect(script.sent.count == 1)
    }

    @Test("tells requests apart by all that is asked")
    func identity() throws {
        let client = try Script([Self.answer]).client()
        let requests =
            ["", "a", "b", "a "].map { client.request([ChatMessage(.user, $0)]) }
            + [client.request([ChatMessage(.system, "a")]), client.request([ChatMessage(.user, ""), ChatMessage(.user, "")])]
        #expect(Set(requests.map(\.identity)).count == requests.count)
        #expect(client.request([ChatMessage(.user, "a")]).identity == requests[1].identity)
    }
}

@Suite("How long a request waits")
struct RetryPolicyTests {
    @Test("is between a half and the whole of the doubled first wait, and no less than asked for")
    func bounds() {
        let policy = RetryPolicy(retries: 100, firstWait: .milliseconds(100))
        var generator = SeededGenerator(seed: 1)
        var drawn: Set<Duration> = []
        for repetition in 0..<80 {
            let doubled = min(Duration.seconds(60), .milliseconds(100) * (1 << min(repetition, 20)))
            let wait = policy.wait(before: repetition, asked: nil, using: &generator)
            #expect(wait >= doubled / 2 && wait <= doubled)
            let asked = policy.wait(before: repetition, asked: .seconds(61), using: &generator)
            #expect(asked >= .seconds(61) && asked <= .milliseconds(61_050))
            drawn.insert(wait)
        }
        #expect(drawn.count > 70)
    }

    @Test("lets requests go at their distance, from whatever time they come", arguments: [1.0, 30, 600])
    func pace(requestsPerMinute: Double) {
        var pace = Pace(requestsPerMinute: requestsPerMinute)
        var generator = SeededGenerator(seed: 2)
        var now = Duration.zero
        var gone: [Duration] = []
        while gone.count < 200 {
            if let wait = pace.admit(at: now) {
                #expect(wait > .zero)
                now += generator.next() % 2 == 0 ? wait : wait / 2
            } else {
                gone.append(now)
                if generator.next() % 4 == 0 { now += .seconds(Int(generator.next() % 100)) }
            }
        }
        for (one, next) in zip(gone, gone.dropFirst()) { #expect(next - one >= .seconds(60) / requestsPerMinute) }
    }

    @Test("is a day at the most", arguments: [1e-300, Double.leastNonzeroMagnitude])
    func slowest(requestsPerMinute: Double) {
        var pace = Pace(requestsPerMinute: requestsPerMinute)
        #expect(pace.admit(at: .zero) == nil)
        #expect(pace.admit(at: .zero) == .seconds(86_400))
    }

    @Test("is not shortened by a shorter pause")
    func pauses() {
        var pace = Pace(requestsPerMinute: nil)
        #expect(pace.admit(at: .zero) == nil)
        pace.pause(until: .seconds(10))
        pace.pause(until: .seconds(5))
        #expect(pace.admit(at: .seconds(4)) == .seconds(6))
        #expect(pace.admit(at: .seconds(10)) == nil)
    }
}
