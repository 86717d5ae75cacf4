import CurlShim

/// Sends requests by libcurl, on one thread of its own, over connections that are kept.
///
/// Certificates are checked against the system's, redirects are not followed, and no proxy, cookie or password is taken from the
/// environment. libcurl is loaded at the first request.
final class CurlTransport: Sendable {
    private let queue: TransferQueue

    /// - Parameter connections: how many to keep while they are idle.
    init(connections: Int) {
        queue = TransferQueue(connections: connections)
    }

    deinit { queue.close() }

    /// Sends a request and waits for its answer. A task that is cancelled ends the request.
    /// - Throws: `HTTPFailure`, `EndpointError.noClient` where libcurl is missing, or `CancellationError`.
    func send(_ request: HTTPRequest) async throws -> HTTPAnswer {
        try queue.startThread()
        let ticket = queue.issueTicket()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { queue.add(request, ticket: ticket, continuation: $0) }
        } onCancel: {
            queue.cancel(ticket)
        }
    }
}

extension HTTPRequest {
    /// The most bytes of an answer.
    static let mostBytes = 16 << 20

    /// Begins the request.
    /// - Returns: false where memory is missing.
    func start(on http: OpaquePointer, ticket: UInt64) -> Bool {
        url.withCString { url in
            body.withUnsafeBufferPointer { body in
                withCStrings(headers) { headers in
                    var request = hilum_http_request(
                        url: url, headers: headers, body: body.baseAddress, body_length: body.count,
                        connect_milliseconds: connectTimeout.milliseconds, total_milliseconds: timeout.milliseconds,
                        most_bytes: Self.mostBytes)
                    return hilum_http_start(http, ticket, &request)
                }
            }
        }
    }
}

extension HTTPFailure {
    /// Nil if the result is a whole answer.
    init?(_ result: hilum_http_result) {
        let reason = result.reason.map { String(cString: $0) } ?? ""
        if result.is_too_long {
            self.init(kind: .tooLong, reason: "an answer of more than \(HTTPRequest.mostBytes >> 20) MB")
            return
        }
        switch UInt32(bitPattern: result.code) {
        case HILUM_HTTP_OK.rawValue: return nil
        case HILUM_HTTP_NO_HOST.rawValue, HILUM_HTTP_NO_CONNECTION.rawValue: self.init(kind: .noConnection, reason: reason)
        case HILUM_HTTP_NO_MEMORY.rawValue, HILUM_HTTP_TOO_LARGE.rawValue:
            self.init(kind: .tooLong, reason: "an answer with too long a header")
        case HILUM_HTTP_TIMED_OUT.rawValue: self.init(kind: .timedOut, reason: reason)
        case HILUM_HTTP_OTHER_PROTOCOL.rawValue, HILUM_HTTP_STRANGE_ANSWER.rawValue, HILUM_HTTP_2_BROKEN.rawValue,
            HILUM_HTTP_CUT_OFF.rawValue,
            HILUM_HTTP_NO_TLS.rawValue, HILUM_HTTP_NO_ANSWER.rawValue, HILUM_HTTP_SEND_FAILED.rawValue,
            HILUM_HTTP_RECEIVE_FAILED.rawValue, HILUM_HTTP_2_STREAM_BROKEN.rawValue:
            self.init(kind: .broken, reason: reason)
        default: self.init(kind: .lasting, reason: reason)
        }
    }
}

extension Duration {
    /// At least 1, as 0 means for ever to libcurl.
    fileprivate var milliseconds: Int64 { max(1, Int64(self / .milliseconds(1))) }
}

/// Calls with C strings, ended by a null pointer.
private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    func next(_ index: Int, _ pointers: [UnsafePointer<CChar>?]) -> Result {
        guard index < texts.count else { return (pointers + [nil]).withUnsafeBufferPointer { body($0.baseAddress) } }
        return texts[index].withCString { next(index + 1, pointers + [$0]) }
    }
    return next(0, [])
}
