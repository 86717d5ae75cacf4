import HilumReports

extension Completion {
    /// Reads a completion in whatever wrapping a file holds it.
    /// - Parameter cell: UTF-8: the text itself, or as JSON a chat of which the last message counts, or what an endpoint of
    ///   chat completions answers (also within the `response` and `body` of a batch), with `choices`, which tells how it ended, too.
    public init(cell: [UInt8]) {
        self = Self.wrapped(in: cell) ?? Completion(text: String(decoding: cell, as: UTF8.self))
    }

    private static func wrapped(in cell: [UInt8]) -> Completion? {
        switch cell.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["): break
        default: return nil
        }
        // Text that looks like JSON and is none: a list in square brackets.
        guard let value = try? JSONValue(parsing: cell) else { return nil }
        return completion(in: value)
    }

    /// Nil for a value that is no wrapping: counts in JSON are text to read.
    private static func completion(in value: JSONValue) -> Completion? {
        if let body = value["response"] ?? value["body"] { return completion(in: body) }
        if let completion = Completion(response: value) { return completion }
        let message = value.elements?.last ?? value
        return message["content"] == nil ? nil : Completion(message: message)
    }
}
