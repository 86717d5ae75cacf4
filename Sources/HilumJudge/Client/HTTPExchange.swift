/// A POST to a URL.
struct HTTPRequest: Sendable {
    var url: String
    /// `Name: value`, without line ends.
    var headers: [String]
    var body: [UInt8]
    /// To connect, and from beginning to end.
    var connectTimeout: Duration
    var timeout: Duration
}

/// A whole answer, of whatever status.
struct HTTPAnswer: Sendable {
    var status: Int
    var body: [UInt8]
    /// How long the server asks to wait; nil where it does not.
    var retryAfter: Duration?
}

/// Why there is no whole answer.
struct HTTPFailure: Error, Hashable {
    enum Kind: Sendable {
        /// Nobody could be reached.
        case noConnection
        /// Reached, but the answer never came whole.
        case broken
        case timedOut
        /// More than `HTTPRequest.mostBytes`.
        case tooLong
        /// What no repetition mends, such as a certificate that does not hold.
        case lasting
    }

    var kind: Kind
    /// For a person; names neither what was sent nor what came.
    var reason: String
}
