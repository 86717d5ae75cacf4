import Foundation
import HilumTestSupport
import Testing

@testable import HilumJudge

@Suite("The transport", .timeLimit(.minutes(10)))
struct CurlTransportTests {
    static func request(
        _ url: String, body: String = "{}", headers: [String] = [], timeout: Duration = .seconds(60)
    ) -> HTTPRequest {
        HTTPRequest(
            url: url, headers: ["Content-Type: application/json"] + headers, body: Array(body.utf8), connectTimeout: timeout,
            timeout: timeout)
    }

    /// What a reply comes to.
    static func outcome(of reply: LoopbackServer.Reply, timeout: Duration = .seconds(10)) async throws -> Result<
        HTTPAnswer, HTTPFailure
    > {
        let server = try LoopbackServer { _ in reply }
        defer { server.stop() }
        do {
            return .success(try await CurlTransport(connections: 1).send(request(server.url, timeout: timeout)))
        } catch let failure as HTTPFailure {
            return .failure(failure)
        }
    }

    @Test("posts the body and the headers, and gives status and body", arguments: [false, true])
    func exchange(ipv6: Bool) async throws {
        let server = try LoopbackServer(ipv6: ipv6) { .answer(418, "ä: \($0.text)") }
        defer { server.stop() }
        let body = String(repeating: "x", count: 100_000)
        let answer = try await CurlTransport(connections: 1).send(
            Self.request("\(server.url)/v1/chat?a=b", body: body, headers: ["X-Test: 1"]))
        #expect(answer.status == 418)
        #expect(answer.body == Array("ä: \(body)".utf8))
        #expect(answer.retryAfter == nil)
        let request = try #require(server.requests.first)
        #expect(request.method == "POST")
        #expect(request.path == "/v1/chat?a=b")
        #expect(request.header("x-test") == "1")
        #expect(request.header("expect") == nil)
        #expect(request.header("cookie") == nil)
        #expect(request.header("authorization") == nil)
    }

    @Test("keeps a connection for the next request")
    func keepAlive() async throws {
        let server = try LoopbackServer { _ in .answer(200, headers: ["Set-Cookie: a=b"], "") }
        defer { server.stop() }
        let transport = CurlTransport(connections: 1)
        for _ in 1...5 { _ = try await transport.send(Self.request(server.url)) }
        #expect(server.requests.map(\.connection) == [0, 0, 0, 0, 0])
        #expect(server.requests.allSatisfy { $0.header("cookie") == nil })
    }

    @Test("has many requests under way at a time")
    func together() async throws {
        let server = try LoopbackServer { .after(1, .answer(200, $0.text)) }
        defer { server.stop() }
        let transport = CurlTransport(connections: 32)
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<32 {
                group.addTask {
                    String(decoding: try await transport.send(Self.request(server.url, body: "\(number)")).body, as: UTF8.self)
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(answers == Set((0..<32).map(String.init)))
        #expect(server.mostUnderWay > 16)
    }

    @Test("puts chunks together, and takes what drips")
    func parts() async throws {
        #expect(try await Self.outcome(of: .chunked(["{\"a\"", ": 1}"])).get().body == Array("{\"a\": 1}".utf8))
        #expect(try await Self.outcome(of: .drip("slow", every: 0.01)).get().body == Array("slow".utf8))
    }

    @Test(
        "gives no part of an answer that breaks off",
        arguments: [
            .truncated("{\"choices\""), .hangUp, .reset, .raw("nonsense\n\n"),
            .raw("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx"),
        ] as [LoopbackServer.Reply])
    func broken(reply: LoopbackServer.Reply) async throws {
        let outcome = try await Self.outcome(of: reply)
        guard case .failure(let failure) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(failure.kind == .broken, "\(failure)")
    }

    @Test("has nothing of an answer that ends within its header")
    func cutHeader() async throws {
        #expect(try await Self.outcome(of: .cutHeader).get().body.isEmpty)
    }

    @Test(
        "gives up after the time-out, also where bytes still come",
        arguments: [.silence, .drip("0123456789", every: 0.1)] as [LoopbackServer.Reply])
    func timeout(reply: LoopbackServer.Reply) async throws {
        let start = ContinuousClock.now
        let outcome = try await Self.outcome(of: reply, timeout: .milliseconds(250))
        guard case .failure(let failure) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(failure.kind == .timedOut)
        #expect(ContinuousClock.now - start > .milliseconds(240))
    }

    @Test("refuses an answer that is too long")
    func tooLong() async throws {
        let outcome = try await Self.outcome(of: .answer(200, String(repeating: "a", count: HTTPRequest.mostBytes + 1)))
        guard case .failure(let failure) = outcome else {
            Issue.record("it was taken")
            return
        }
        #expect(failure.kind == .tooLong)
        #expect(failure.reason.contains("16 MB"))
    }

    @Test("does not follow a redirect")
    func redirect() async throws {
        let elsewhere = try LoopbackServer { _ in .answer(200, "caught") }
        defer { elsewhere.stop() }
        let answer = try await Self.outcome(of: .answer(307, headers: ["Location: \(elsewhere.url)/"], "")).get()
        #expect(answer.status == 307)
        #expect(elsewhere.requests.isEmpty)
    }

    @Test("says how long the endpoint asks to wait, in seconds or as a date", arguments: [true, false])
    func retryAfter(isDate: Bool) async throws {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let value = isDate ? formatter.string(from: Date(timeIntervalSinceNow: 40)) : "40"
        let asked = try await Self.outcome(of: .answer(429, headers: ["Retry-After: \(value)"], "")).get().retryAfter
        #expect(try (.seconds(30)...(.seconds(40))).contains(#require(asked)))
    }

    @Test("says that nobody is there")
    func nobody() async throws {
        let server = try LoopbackServer { _ in .hangUp }
        server.stop()
        try await Task.sleep(for: .milliseconds(50))
        await #expect {
            _ = try await CurlTransport(connections: 1).send(Self.request(server.url))
        } throws: {
            ($0 as? HTTPFailure)?.kind == .noConnection
        }
    }

    @Test("ends a request whose task is cancelled, before it begins and while it waits", arguments: [0, 100])
    func cancellation(milliseconds: Int) async throws {
        let server = try LoopbackServer { _ in .silence }
        defer { server.stop() }
        let transport = CurlTransport(connections: 1)
        let task = Task { try await transport.send(Self.request(server.url)) }
        if milliseconds > 0 { try await Task.sleep(for: .milliseconds(milliseconds)) }
        task.cancel()
        // Else it would be the time-out.
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("speaks nothing but HTTP", arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:1/"])
    func otherProtocols(url: String) async throws {
        await #expect(throws: HTTPFailure.self) { try await CurlTransport(connections: 1).send(Self.request(url)) }
    }
}
