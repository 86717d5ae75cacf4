import Hilum
import Synchronization

/// How a request for a completion ended.
public enum ChatOutcome: Sendable, Hashable {
    case completion(Completion)
    /// For a person: `HTTP 500 after 6 attempts`. There is no answer, and none is made up.
    case failure(reason: String)
}

/// Asks an endpoint for completions, again where trouble may pass, and no faster than it may be asked.
///
/// Any number of tasks may share one: together they keep the rate, and wait when the endpoint asks any of them to.
public final class ChatClient: Sendable {
    /// How the endpoint may be asked.
    public struct Limits: Sendable {
        public var retry = RetryPolicy()
        /// From sending a request to the end of its answer.
        public var timeout = Duration.seconds(120)
        /// To reach the endpoint.
        public var connectTimeout = Duration.seconds(30)
        /// Nil for as fast as they come.
        public var requestsPerMinute: Double?
        /// How many requests in a row may get no answer after all their repetitions before the client stops for good.
        public var mostFailuresInRow = 20
        /// How many connections are kept.
        public var connections = 8

        public init() {}
    }

    public let endpoint: ChatEndpoint
    public let parameters: ChatParameters
    private let key: JudgeKey?
    private let limits: Limits
    private let pacer: RequestPacer
    private let clock: RequestClock
    private let send: @Sendable (HTTPRequest) async throws -> HTTPAnswer

    private struct Record {
        var failuresInRow = 0
        /// Whether the endpoint ever answered, be it with an error.
        var hasAnswered = false
        var end: EndpointError?
    }
    private let record = Mutex(Record())

    /// - Parameter key: nil for endpoints that need none.
    public convenience init(endpoint: ChatEndpoint, parameters: ChatParameters, key: JudgeKey?, limits: Limits = Limits()) {
        let transport = CurlTransport(connections: limits.connections)
        self.init(endpoint: endpoint, parameters: parameters, key: key, limits: limits) { try await transport.send($0) }
    }

    /// - Parameter send: what sends a request, as `CurlTransport.send` does.
    init(
        endpoint: ChatEndpoint, parameters: ChatParameters, key: JudgeKey?, limits: Limits, clock: RequestClock = .system,
        send: @escaping @Sendable (HTTPRequest) async throws -> HTTPAnswer
    ) {
        self.endpoint = endpoint
        self.parameters = parameters
        self.key = key
        self.limits = limits
        self.clock = clock
        self.send = send
        pacer = RequestPacer(requestsPerMinute: limits.requestsPerMinute, clock: clock)
    }

    /// What would be sent of messages.
    public func request(_ messages: [ChatMessage]) -> ChatRequest {
        let body = parameters.body(messages)
        let identity = RequestIdentity(of: Array("\(endpoint.address)\n".utf8) + body)
        return ChatRequest(messages: messages, body: body, identity: identity)
    }

    /// Asks for a completion.
    /// - Throws: `EndpointError` where asking on is pointless, which then every further call throws; `CancellationError`.
    public func complete(_ request: ChatRequest) async throws -> ChatOutcome {
        var generator = SeededGenerator(seed: request.identity.seed)
        var attempts = 0
        while true {
            if let end = record.withLock(\.end) { throw end }
            try await pacer.admit()
            attempts += 1
            switch try await attempt(request) {
            case .completion(let completion):
                record.withLock { $0.failuresInRow = 0 }
                return .completion(completion)
            case .failed(let trouble): return try failure(trouble, attempts: attempts)
            case .again(let trouble, let asked):
                guard attempts <= retries(after: trouble) else { return try failure(trouble, attempts: attempts) }
                try await clock.sleep(limits.retry.wait(before: attempts - 1, asked: asked, using: &generator))
            }
        }
    }

    /// What one attempt came to.
    private enum Attempt {
        case completion(Completion)
        case again(Trouble, asked: Duration?)
        case failed(Trouble)
    }

    private func attempt(_ request: ChatRequest) async throws -> Attempt {
        let answer: HTTPAnswer
        do {
            answer = try await send(httpRequest(request))
        } catch let error as HTTPFailure {
            let trouble = Trouble(reason: error.reason, isUnreached: error.kind == .noConnection)
            switch error.kind {
            case .noConnection, .broken, .timedOut: return .again(trouble, asked: nil)
            case .tooLong: return .failed(trouble)
            case .lasting: throw end(with: .insecure(place: endpoint.place, reason: error.reason))
            }
        }
        record.withLock { $0.hasAnswered = true }
        switch ChatReply(answer, guarding: GuardedText(messages: request.messages, key: key)) {
        case .completion(let completion): return .completion(completion)
        case .failed(let reason): return .failed(Trouble(reason: reason))
        case .again(let reason, let isLimit):
            if let asked = answer.retryAfter { try take(asked, isForAll: isLimit) }
            return .again(Trouble(reason: reason), asked: answer.retryAfter)
        case .unusable(let status, let says): throw end(with: .refused(status: status, place: endpoint.place, says: says))
        case .exhausted(let says): throw end(with: .exhausted(place: endpoint.place, says: says))
        }
    }

    /// Why an attempt gave no completion.
    private struct Trouble {
        var reason: String
        /// Whether nobody could be reached at all.
        var isUnreached = false
    }

    private func retries(after trouble: Trouble) -> Int {
        let isUnknown = trouble.isUnreached && !record.withLock(\.hasAnswered)
        return isUnknown ? min(limits.retry.retries, limits.retry.retriesUnreached) : limits.retry.retries
    }

    private func httpRequest(_ request: ChatRequest) -> HTTPRequest {
        HTTPRequest(
            url: endpoint.url,
            headers: ["Content-Type: application/json", "Accept: application/json", "User-Agent: hilum/\(HilumVersion.current)"]
                + (key.map { [$0.header(for: endpoint.style)] } ?? []),
            body: request.body, connectTimeout: min(limits.connectTimeout, limits.timeout), timeout: limits.timeout)
    }

    /// Takes note of the time for which the endpoint asks to wait.
    private func take(_ asked: Duration, isForAll: Bool) throws {
        guard asked <= limits.retry.longestAsked else {
            let says = "asks to wait for \(asked.components.seconds) seconds before the next request"
            throw end(with: .exhausted(place: endpoint.place, says: says))
        }
        if isForAll { pacer.pause(for: asked) }
    }

    /// Counts a request that has no answer, and ends it all where that has happened too often.
    private func failure(_ trouble: Trouble, attempts: Int) throws -> ChatOutcome {
        let reason = attempts == 1 ? trouble.reason : "\(trouble.reason) after \(attempts) attempts"
        let error: EndpointError? = record.withLock { record in
            record.failuresInRow += 1
            if trouble.isUnreached, !record.hasAnswered { return .unreachable(place: endpoint.place, reason: reason) }
            guard record.failuresInRow >= limits.mostFailuresInRow else { return nil }
            return .keepsFailing(pairs: record.failuresInRow, place: endpoint.place, reason: reason)
        }
        if let error { throw end(with: error) }
        return .failure(reason: reason)
    }

    /// Ends it all; the first reason holds.
    private func end(with error: EndpointError) -> EndpointError {
        record.withLock { record in
            record.end = record.end ?? error
            return record.end ?? error
        }
    }
}
