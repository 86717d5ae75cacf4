import HilumReports

/// The text of a completion, in whatever wrapping a file holds it.
public enum CompletionText {
    /// - Parameter cell: UTF-8: the text itself, or as JSON a chat of which the last message counts, or what an endpoint of
    ///   chat completions answers (also within the `response` and `body` of a batch), with `choices`.
    public static func of(_ cell: [UInt8]) -> String {
        String(decoding: wrapped(in: cell) ?? cell, as: UTF8.self)
    }

    private static func wrapped(in cell: [UInt8]) -> [UInt8]? {
        switch cell.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["): break
        default: return nil
        }
        // Text that looks like JSON and is none: a list in square brackets.
        guard let value = try? JSONValue(parsing: cell) else { return nil }
        return text(of: value)
    }

    /// Nil for a value that is no wrapping: counts in JSON are text to read.
    private static func text(of value: JSONValue) -> [UInt8]? {
        if let body = value["response"] ?? value["body"] { return text(of: body) }
        if let choice = value["choices"]?.elements?.first {
            return content(of: choice["message"]) ?? choice["text"]?.text
        }
        return content(of: value.elements?.last) ?? content(of: value)
    }

    private static func content(of message: JSONValue?) -> [UInt8]? {
        switch message?["content"] {
        case .string(let text): text
        case .array(let parts): parts.compactMap { $0["text"]?.text }.reduce([], +)
        // A refusal has no content.
        case .null: message?["refusal"]?.text ?? []
        default: nil
        }
    }
}
