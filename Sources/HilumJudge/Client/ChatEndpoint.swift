#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where chat completions are asked for, by the protocol of OpenAI.
///
///     try ChatEndpoint(url: "http://localhost:11434/v1")           // Ollama; vLLM and llama.cpp's server alike
///     try ChatEndpoint(url: "https://api.openai.com/v1")
///     try ChatEndpoint(url: "https://NAME.openai.azure.com/openai/deployments/D/chat/completions?api-version=2024-06-01")
public struct ChatEndpoint: Sendable, Hashable {
    /// In which header the key goes.
    public enum Style: String, Sendable, CaseIterable {
        /// `Authorization: Bearer KEY`
        case openAI = "openai"
        /// `api-key: KEY`
        case azure
    }

    public let style: Style
    /// The whole URL that requests go to.
    let url: String
    /// Scheme, host and port: where the reports go, as messages name it.
    public let place: String
    /// The URL that requests go to without its query, by which answers are told from those of other endpoints.
    public let address: String
    private let host: String
    private let isEncrypted: Bool

    /// - Parameters:
    ///   - url: the base, such as `https://…/v1`, or the whole that ends in `/chat/completions`. A query goes along, as Azure's
    ///     `api-version` does.
    ///   - style: nil to take Azure's for Azure's hosts and OpenAI's for all others.
    /// - Throws: `EndpointError.badURL`.
    public init(url: String, style: Style? = nil) throws(EndpointError) {
        // Only what every reader of URLs reads alike: what is checked here has to be where the request goes.
        guard url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else {
            throw .badURL(reason: "has spaces or other characters that a URL has not")
        }
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https"
        else { throw .badURL(reason: "has to begin with http:// or https://, such as http://localhost:8000/v1") }
        guard let host = parts.host?.lowercased(), !host.isEmpty else { throw .badURL(reason: "names no host") }
        guard parts.user == nil, parts.password == nil else {
            throw .badURL(reason: "holds a user name or password; a key goes into the environment")
        }
        guard parts.port.map({ (1...65_535).contains($0) }) ?? true else { throw .badURL(reason: "has a port that is none") }
        guard parts.fragment == nil else { throw .badURL(reason: "has a fragment (#), which is never sent") }
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        guard bare.utf8.allSatisfy(Self.isHostByte) else { throw .badURL(reason: "has a host that is none") }

        let shownHost = bare.contains(":") ? "[\(bare)]" : bare
        place = "\(scheme)://\(shownHost)\(parts.port.map { ":\($0)" } ?? "")"
        var path = parts.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
        if !path.hasSuffix(Self.call) { path += Self.call }
        address = place + path
        self.url = address + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
        self.host = bare
        isEncrypted = scheme == "https"
        self.style = style ?? (Self.isAzure(bare) ? .azure : .openAI)
    }

    private static let call = "/chat/completions"

    /// Whether the host is this machine.
    public var isLoopback: Bool {
        host == "localhost" || host == "::1" || Self.isLoopbackAddress(host)
    }

    /// Refuses to send a key where others could read it on the way.
    /// - Throws: `EndpointError.keyInTheOpen`.
    public func checkKeyMayGo() throws(EndpointError) {
        if !isEncrypted, !isLoopback { throw .keyInTheOpen(host: host) }
    }

    private static func isAzure(_ host: String) -> Bool {
        host.hasSuffix(".openai.azure.com") || host.hasSuffix(".cognitiveservices.azure.com")
            || host.hasSuffix(".services.ai.azure.com")
    }

    /// 127.0.0.0/8, in the usual form: others, such as `127.1`, are not taken for it.
    private static func isLoopbackAddress(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { $0.utf8.allSatisfy { $0.isASCIIDigit } && UInt8($0) != nil }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        byte.isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || "-._:".utf8.contains(byte)
    }
}

extension UInt8 {
    fileprivate var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
