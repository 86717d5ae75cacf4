/// The key to an endpoint. It has no text but in the header that carries it: printing one prints stars.
public struct JudgeKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let text: String

    /// - Parameter text: printable ASCII without spaces; white space around it is left out.
    /// - Throws: `EndpointError.badKey`, which does not quote it.
    public init(_ text: String) throws(EndpointError) {
        let trimmed = text.unicodeScalars.drop(while: Self.isSpace).reversed().drop(while: Self.isSpace).reversed()
        guard !trimmed.isEmpty else {
            throw .badKey(reason: "the key is empty; unset its environment variable if none is needed")
        }
        guard trimmed.allSatisfy({ (0x21...0x7E).contains($0.value) }) else {
            throw .badKey(reason: "the key has spaces or other characters that no key has")
        }
        self.text = String(String.UnicodeScalarView(trimmed))
    }

    /// The header that carries it.
    func header(for style: ChatEndpoint.Style) -> String {
        switch style {
        case .openAI: "Authorization: Bearer \(text)"
        case .azure: "api-key: \(text)"
        }
    }

    /// So many bytes in a row are a part of it.
    private static let part = 8
    /// Shorter ones are no secrets, but what stands in for a key where none is needed, such as `EMPTY`.
    private static let leastSecret = 16

    /// Whether a text holds it, or a part of it.
    func isPart(of text: String) -> Bool {
        let bytes = Array(self.text.utf8)
        let length = min(Self.part, bytes.count)
        let parts = Set((0...bytes.count - length).map { bytes[$0..<$0 + length] })
        let given = Array(text.utf8)
        return given.indices.dropLast(length - 1).contains { parts.contains(given[$0..<$0 + length]) }
    }

    /// Whether a text holds the whole of it, if it is a secret.
    func isWhole(in text: String) -> Bool { self.text.utf8.count >= Self.leastSecret && text.contains(self.text) }

    public var description: String { "***" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
