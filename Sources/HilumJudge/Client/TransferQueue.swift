import CurlShim
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What tasks hand to the thread that sends, and what it hands back.
final class TransferQueue: Sendable {
    typealias Continuation = CheckedContinuation<HTTPAnswer, any Error>

    /// Where a request is, from its ticket to its end.
    private enum Phase {
        case issued
        case cancelled
        case waiting(Continuation)
    }

    private struct State {
        var lastTicket: UInt64 = 0
        var phases: [UInt64: Phase] = [:]
        /// News for the thread.
        var added: [(ticket: UInt64, request: HTTPRequest)] = []
        var cancelled: [UInt64] = []
        var isClosed = false
        /// There while the thread runs.
        var http: Connections?

        /// Makes the thread look at the news.
        func wake() {
            if let http { hilum_http_wake(http.pointer) }
        }
    }

    /// Made and destroyed by the thread; only woken by others, under the lock.
    private struct Connections: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private let state = Mutex(State())
    private let connections: Int

    init(connections: Int) {
        self.connections = connections
    }

    // MARK: For the tasks

    /// Starts the thread if it does not run yet.
    func startThread() throws(EndpointError) {
        if let reason = hilum_http_load() { throw .noClient(reason: String(cString: reason)) }
        let isRunning = state.withLock { state in
            guard state.http == nil else { return true }
            guard let http = hilum_http_create(connections) else { return false }
            let queue = Unmanaged.passRetained(self)
            guard hilum_http_run({ runQueue($0) }, queue.toOpaque()) else {
                queue.release()
                hilum_http_destroy(http)
                return false
            }
            state.http = Connections(pointer: http)
            return true
        }
        guard isRunning else { throw .noClient(reason: "the system has no room for a thread that sends") }
    }

    func issueTicket() -> UInt64 {
        state.withLock { state in
            state.lastTicket += 1
            state.phases[state.lastTicket] = .issued
            return state.lastTicket
        }
    }

    /// Sends a request.
    /// - Parameter continuation: resumed when it ends.
    func add(_ request: HTTPRequest, ticket: UInt64, continuation: Continuation) {
        let refusal: (any Error)? = state.withLock { state in
            if case .cancelled? = state.phases[ticket] {
                state.phases[ticket] = nil
                return CancellationError()
            }
            guard state.http != nil else {
                state.phases[ticket] = nil
                return Self.threadEnded
            }
            state.phases[ticket] = .waiting(continuation)
            state.added.append((ticket, request))
            state.wake()
            return nil
        }
        if let refusal { continuation.resume(throwing: refusal) }
    }

    /// Ends a request, at whatever time: before it is added, while it is under way, or when it has ended.
    func cancel(_ ticket: UInt64) {
        let continuation: Continuation? = state.withLock { state in
            switch state.phases[ticket] {
            case .issued:
                state.phases[ticket] = .cancelled
                return nil
            case .waiting(let continuation):
                state.phases[ticket] = nil
                state.added.removeAll { $0.ticket == ticket }
                state.cancelled.append(ticket)
                state.wake()
                return continuation
            case .cancelled, nil: return nil
            }
        }
        continuation?.resume(throwing: CancellationError())
    }

    /// Lets the thread end; nothing is added any more.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.wake()
        }
    }

    // MARK: On the thread

    fileprivate func run() {
        guard let http = state.withLock(\.http)?.pointer else { return }
        while takeNews(http), hilum_http_wait(http, 60_000) {
            var result = hilum_http_result()
            while hilum_http_next(http, &result) { finish(result) }
        }
        let left = state.withLock { state in
            state.http = nil
            return state.phases.keys.filter { if case .waiting = state.phases[$0] { true } else { false } }
        }
        hilum_http_destroy(http)
        for ticket in left { end(ticket, .failure(Self.threadEnded)) }
    }

    /// The queue was closed, or libcurl could not go on.
    private static let threadEnded = HTTPFailure(kind: .lasting, reason: "the thread that sends has ended")

    /// Starts and ends requests as told.
    /// - Returns: false when the queue is closed.
    private func takeNews(_ http: OpaquePointer) -> Bool {
        let (added, cancelled, isClosed) = state.withLock { state in
            defer { (state.added, state.cancelled) = ([], []) }
            return (state.added, state.cancelled, state.isClosed)
        }
        for ticket in cancelled { hilum_http_cancel(http, ticket) }
        for (ticket, request) in added where !request.start(on: http, ticket: ticket) {
            end(ticket, .failure(HTTPFailure(kind: .lasting, reason: "the request cannot be made")))
        }
        return !isClosed
    }

    private func finish(_ result: hilum_http_result) {
        defer { free(result.body) }
        if let failure = HTTPFailure(result) { return end(result.ticket, .failure(failure)) }
        let body = [UInt8](UnsafeBufferPointer(start: result.body, count: result.body_length))
        let retryAfter = result.retry_after_seconds > 0 ? Duration.seconds(result.retry_after_seconds) : nil
        end(result.ticket, .success(HTTPAnswer(status: Int(result.status), body: body, retryAfter: retryAfter)))
    }

    private func end(_ ticket: UInt64, _ result: Result<HTTPAnswer, any Error>) {
        guard case .waiting(let continuation)? = state.withLock({ $0.phases.removeValue(forKey: ticket) }) else { return }
        continuation.resume(with: result)
    }
}

/// What the thread does.
/// - Parameter queue: a `TransferQueue`, retained for it.
private func runQueue(_ queue: UnsafeMutableRawPointer?) {
    guard let queue else { return }
    Unmanaged<TransferQueue>.fromOpaque(queue).takeRetainedValue().run()
}
