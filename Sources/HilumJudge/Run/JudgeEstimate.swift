import HilumReports

/// What asking about some pairs would take, before any of them is sent. Memory: 35 bytes a request.
public struct JudgeEstimate: Sendable {
    public private(set) var pairs = 0
    /// Those that would be sent: neither in the cache nor the same as one before.
    public private(set) var requests = 0
    /// Those that the cache has.
    public private(set) var cached = 0
    private var characters = 0
    private var seen = IDRegister()

    public init() {}

    /// Of what would be sent, at four characters a token: a rule of thumb for English, which the model's own count may miss by a third.
    public var promptTokens: Int { characters / 4 }

    /// - Parameter isCached: whether the cache has the answer.
    public mutating func add(_ request: ChatRequest, isCached: Bool) {
        pairs += 1
        if isCached {
            cached += 1
        } else if seen.register(Array(request.identity.hexadecimal.utf8), line: pairs) == nil {
            requests += 1
            characters += request.messages.reduce(0) { $0 + $1.content.unicodeScalars.count }
        }
    }
}
