/// A request for a completion.
public struct ChatRequest: Sendable {
    let messages: [ChatMessage]
    let body: [UInt8]
    /// Two requests with the same one are answered by the same completion.
    public let identity: RequestIdentity
}

/// A hash of 128 bits of an endpoint and all that it is asked.
public struct RequestIdentity: Sendable, Hashable {
    // In halves: tasks that capture a UInt128, which is aligned to 16 bytes, crash with Swift 6.3 on Linux.
    let high: UInt64
    let low: UInt64

    init(_ hash: UInt128) {
        high = UInt64(truncatingIfNeeded: hash >> 64)
        low = UInt64(truncatingIfNeeded: hash)
    }

    /// 32 digits.
    var hexadecimal: String {
        [high, low].map { half in
            let digits = String(half, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
