import Foundation
import Synchronization

/// An HTTP/1.1 server on this machine that answers as a test tells it to, also as no proper server would: it hangs up, resets, stops in
/// the middle. It remembers what it was asked. Connections are kept.
package final class LoopbackServer: Sendable {
    package struct Request: Sendable {
        package var method: String
        package var path: String
        /// `Name: value`, as they came.
        package var headers: [String]
        package var body: [UInt8]
        /// Of the connection that it came by, from 0.
        package var connection: Int

        package var text: String { String(decoding: body, as: UTF8.self) }

        package func header(_ name: String) -> String? {
            headers.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { $0.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces) }
        }
    }

    package enum Reply: Sendable {
        case answer(Int, headers: [String] = [], String)
        case chunked([String])
        /// A body that ends before the length that was promised.
        case truncated(String)
        /// Ends within the header.
        case cutHeader
        /// Ends without a byte.
        case hangUp
        /// Ends by a reset.
        case reset
        /// Any bytes, and then the end.
        case raw(String)
        /// A byte at a time.
        case drip(String, every: TimeInterval)
        /// Nothing, until the other side goes.
        case silence
        indirect case after(TimeInterval, Reply)
    }

    private struct State {
        var requests: [Request] = []
        var underWay = 0
        var mostUnderWay = 0
        var connections = 0
        var open: Set<Int32> = []
        var isStopped = false
    }

    package let port: Int
    private let host: String
    private let listener: Int32
    private let state = Mutex(State())
    private let reply: @Sendable (Request) -> Reply

    /// - Parameter reply: called from several threads.
    package init(ipv6: Bool = false, reply: @escaping @Sendable (Request) -> Reply) throws {
        self.reply = reply
        host = ipv6 ? "[::1]" : "127.0.0.1"
        (listener, port) = try Self.listen(ipv6: ipv6)
        Thread.detachNewThread { [self] in accept() }
    }

    package var url: String { "http://\(host):\(port)" }

    /// What was asked, in the order in which the requests were whole.
    package var requests: [Request] { state.withLock(\.requests) }

    /// The most requests that were being answered at a time.
    package var mostUnderWay: Int { state.withLock(\.mostUnderWay) }

    /// Ends all connections; call it when the test is over. A second call does nothing.
    package func stop() {
        state.withLock { state in
            // Once closed, its number may be that of another test's socket.
            if !state.isStopped { shutdown(listener, Int32(SHUT_RDWR)) }
            state.isStopped = true
            for connection in state.open { shutdown(connection, Int32(SHUT_RDWR)) }
        }
    }

    // MARK: Connections

    private static func listen(ipv6: Bool) throws -> (socket: Int32, port: Int) {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        let listener = socket(ipv6 ? AF_INET6 : AF_INET, stream, 0)
        var storage = sockaddr_storage()
        var length = socklen_t(ipv6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutableBytes(of: &storage) { bytes -> Int32 in
            guard let start = bytes.baseAddress else { return -1 }
            let address = start.assumingMemoryBound(to: sockaddr.self)
            if ipv6 {
                start.assumingMemoryBound(to: sockaddr_in6.self).pointee.sin6_addr = in6addr_loopback
                address.pointee.sa_family = sa_family_t(AF_INET6)
            } else {
                start.assumingMemoryBound(to: sockaddr_in.self).pointee.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
                address.pointee.sa_family = sa_family_t(AF_INET)
            }
            guard bind(listener, address, length) == 0, Foundation.listen(listener, 256) == 0 else { return -1 }
            return getsockname(listener, address, &length)
        }
        guard status == 0 else { throw POSIXError(POSIXError.Code(rawValue: errno) ?? .EIO) }
        // The port stands at the same place in both kinds of address.
        let port = withUnsafeBytes(of: storage) { Int($0[2]) << 8 | Int($0[3]) }
        return (listener, port)
    }

    private func accept() {
        while true {
            let connection = Foundation.accept(listener, nil, nil)
            guard connection >= 0 else {
                if errno == EINTR || errno == ECONNABORTED { continue }
                break
            }
            let number = state.withLock { state -> Int? in
                guard !state.isStopped else { return nil }
                state.open.insert(connection)
                state.connections += 1
                return state.connections - 1
            }
            guard let number else {
                close(connection)
                break
            }
            Thread.detachNewThread { [self] in serve(connection, number: number) }
        }
        state.withLock { state in
            state.isStopped = true
            close(listener)
        }
    }

    private func serve(_ connection: Int32, number: Int) {
        var unread: [UInt8] = []
        while let request = Self.read(connection, &unread, number: number) {
            state.withLock { state in
                state.requests.append(request)
                state.underWay += 1
                state.mostUnderWay = max(state.mostUnderWay, state.underWay)
            }
            let goesOn = Self.send(reply(request), to: connection)
            state.withLock { $0.underWay -= 1 }
            if !goesOn { break }
        }
        state.withLock { state in
            state.open.remove(connection)
            close(connection)
        }
    }

    // MARK: Requests

    private static func read(_ connection: Int32, _ unread: inout [UInt8], number: Int) -> Request? {
        let end = Array("\r\n\r\n".utf8)
        var header: Range<Int>?
        while header == nil {
            header = unread.firstRange(of: end)
            if header == nil, !receive(connection, &unread) { return nil }
        }
        guard let header else { return nil }
        let lines = String(decoding: unread[..<header.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let start = lines[0].split(separator: " ")
        guard start.count == 3 else { return nil }
        var request = Request(
            method: String(start[0]), path: String(start[1]), headers: Array(lines.dropFirst()), body: [], connection: number)
        let length = request.header("Content-Length").flatMap { Int($0) } ?? 0
        while unread.count < header.upperBound + length { guard receive(connection, &unread) else { return nil } }
        request.body = Array(unread[header.upperBound..<header.upperBound + length])
        unread.removeFirst(header.upperBound + length)
        return request
    }

    private static func receive(_ connection: Int32, _ bytes: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(connection, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        return true
    }

    // MARK: Replies

    /// - Returns: whether the connection is kept.
    private static func send(_ reply: Reply, to connection: Int32) -> Bool {
        switch reply {
        case .answer(let status, let headers, let body):
            let lines =
                ["HTTP/1.1 \(status) Status", "Content-Type: application/json", "Content-Length: \(body.utf8.count)"] + headers
            return write(lines.joined(separator: "\r\n") + "\r\n\r\n" + body, to: connection)
        case .chunked(let parts):
            let chunks = (parts + [""]).map { "\(String($0.utf8.count, radix: 16))\r\n\($0)\r\n" }.joined()
            return write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks, to: connection)
        case .truncated(let body):
            _ = write("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count + 100)\r\n\r\n" + body, to: connection)
            return false
        case .cutHeader:
            _ = write("HTTP/1.1 200 OK\r\nContent-Le", to: connection)
            return false
        case .hangUp: return false
        case .reset:
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Foundation.linger>.size))
            return false
        case .raw(let text):
            _ = write(text, to: connection)
            return false
        case .drip(let body, let interval):
            guard write("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n", to: connection) else { return false }
            for character in body {
                guard write(String(character), to: connection) else { return false }
                Thread.sleep(forTimeInterval: interval)
            }
            return true
        case .silence:
            var nothing: [UInt8] = []
            _ = receive(connection, &nothing)
            return false
        case .after(let delay, let reply):
            Thread.sleep(forTimeInterval: delay)
            return send(reply, to: connection)
        }
    }

    private static func write(_ text: String, to connection: Int32) -> Bool {
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            #if canImport(Darwin)
                let flags: Int32 = 0
            #else
                let flags = Int32(MSG_NOSIGNAL)
            #endif
            let count = bytes.withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress?.advanced(by: written), $0.count - written, flags)
            }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }
}

extension LoopbackServer {
    /// The body of a chat completion.
    package static func completion(_ text: String, finishReason: String = "stop") -> String {
        let object: [String: Any] = [
            "model": "test-judge-1",
            "choices": [["index": 0, "message": ["role": "assistant", "content": text], "finish_reason": finishReason]],
            "usage": ["prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110],
        ]
        let data = try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
        return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
