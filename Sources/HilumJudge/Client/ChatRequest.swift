import HilumReports

/// A request for a completion.
public struct ChatRequest: Sendable {
    let messages: [ChatMessage]
    let body: [UInt8]
    /// Two requests with the same one are answered by the same completion.
    let identity: RequestIdentity
}

/// A hash of 128 bits of an endpoint and all that it is asked.
struct RequestIdentity: Sendable, Hashable {
    /// Kept in digits: tasks that capture a UInt128, which is aligned to 16 bytes, crash with Swift 6.3 on Linux.
    let hexadecimal: String

    init(of bytes: some Sequence<UInt8>) {
        hexadecimal = TextHash(of: bytes).hexadecimal
    }

    /// For what is drawn by chance, but for this request always the same.
    var seed: UInt64 { UInt64(hexadecimal.suffix(16), radix: 16) ?? 0 }
}
