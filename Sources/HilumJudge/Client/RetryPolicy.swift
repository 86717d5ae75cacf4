import Hilum

/// How often a request is repeated, and after what time.
public struct RetryPolicy: Sendable, Hashable {
    /// How often after the first time.
    public var retries: Int
    /// The same while the endpoint has never been reached: whoever mistyped its address is told soon.
    public var retriesUnreached = 2
    /// Before the first repetition; doubled before each further one.
    public var firstWait: Duration
    /// No wait of its own is longer.
    public var longestWait = Duration.seconds(60)
    /// The longest that an endpoint may ask for (`Retry-After`); where it asks for more, the run ends.
    public var longestAsked = Duration.seconds(600)

    public init(retries: Int = 5, firstWait: Duration = .seconds(1)) {
        self.retries = retries
        self.firstWait = firstWait
    }

    /// How long to wait before a repetition: the doubled first wait, of which between a half and the whole is drawn, so that requests
    /// that failed together do not come back together; but at least what the endpoint asks for, and a part of the first wait more.
    /// - Parameters:
    ///   - repetition: from 0.
    ///   - asked: the endpoint's `Retry-After`.
    func wait(before repetition: Int, asked: Duration?, using generator: inout SeededGenerator) -> Duration {
        let doubled = min(longestWait, firstWait * (1 << min(repetition, 30)))
        let share = 0.5 + 0.5 * Double(generator.next() >> 11) / Double(1 << 53)
        return max(doubled * share, asked.map { $0 + firstWait * (share - 0.5) } ?? .zero)
    }
}
