import Synchronization

/// When the next request may go: no sooner than the rate allows, and not while the endpoint asks to wait.
struct Pace: Sendable {
    /// Between two requests. No burst: of a minute's requests at once, a limit counted from another moment would see too many.
    private let interval: Duration
    private var next = Duration.zero
    private var pausedUntil = Duration.zero

    /// - Parameter requestsPerMinute: nil for as fast as they come.
    init(requestsPerMinute: Double?) {
        // A day at the most: what is longer may be longer than a `Duration`.
        interval = requestsPerMinute.map { .seconds(min(60 / $0, 86_400)) } ?? .zero
    }

    /// Lets a request go now.
    /// - Returns: nil if it goes; else after what time to ask again.
    mutating func admit(at now: Duration) -> Duration? {
        let free = max(next, pausedUntil)
        guard free <= now else { return free - now }
        next = now + interval
        return nil
    }

    /// Lets none go for a time.
    mutating func pause(until time: Duration) { pausedUntil = max(pausedUntil, time) }
}

/// A clock, and how to wait by it; tests put another in its place.
struct RequestClock: Sendable {
    /// Since whatever moment.
    var now: @Sendable () -> Duration
    var sleep: @Sendable (Duration) async throws -> Void

    static let system = {
        let start = ContinuousClock.now
        return RequestClock(now: { ContinuousClock.now - start }, sleep: { try await Task.sleep(for: $0) })
    }()
}

/// A pace that all requests to an endpoint keep together.
final class RequestPacer: Sendable {
    private let pace: Mutex<Pace>
    private let clock: RequestClock

    init(requestsPerMinute: Double?, clock: RequestClock) {
        pace = Mutex(Pace(requestsPerMinute: requestsPerMinute))
        self.clock = clock
    }

    /// Waits until a request may go.
    func admit() async throws {
        while let wait = pace.withLock({ $0.admit(at: clock.now()) }) { try await clock.sleep(wait) }
    }

    /// Lets no request go for a time, whosever it is.
    func pause(for time: Duration) {
        pace.withLock { $0.pause(until: clock.now() + time) }
    }
}
