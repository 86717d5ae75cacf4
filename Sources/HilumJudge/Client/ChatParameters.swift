import Hilum

/// Which model is asked, and how it is to answer: with temperature 0 and a top_p of 0.9, as CheXprompt's judge.
public struct ChatParameters: Sendable, Hashable {
    /// As the endpoint names it.
    public var model: String
    /// The most tokens of an answer.
    public var maxTokens: Int
    public var seed: Int?
    /// Members of the request besides these, or in place of them; null takes one out, as for models that refuse `max_tokens`:
    /// `{"max_tokens": null, "max_completion_tokens": 2000}`.
    public var extra: [JSONValue.Member] = []

    public init(model: String, maxTokens: Int) {
        self.model = model
        self.maxTokens = maxTokens
    }

    /// The members that `extra` cannot have, as the answer is read by them.
    public static let fixedKeys = ["model", "messages", "stream", "n"]

    /// The members besides model and messages, as they are sent.
    private var members: [JSONValue.Member] {
        func member(_ key: String, _ digits: String) -> JSONValue.Member {
            JSONValue.Member(key: key, value: .number(digits: Array(digits.utf8)))
        }
        var members = [member("temperature", "0"), member("top_p", "0.9"), member("max_tokens", String(maxTokens))]
        if let seed { members.append(member("seed", String(seed))) }
        members.removeAll { own in extra.contains { $0.key == own.key } }
        return members + extra.filter { $0.value != .null }
    }

    /// The body of a request; the same bytes for the same messages and parameters.
    func body(_ messages: [ChatMessage]) -> [UInt8] {
        var writer = JSONWriter(room: 512 + messages.reduce(0) { $0 + 2 * $1.content.utf8.count })
        writer.object {
            $0.key("model")
            $0.string(model)
            $0.key("messages")
            $0.array {
                for message in messages {
                    $0.object {
                        $0.key("role")
                        $0.string(message.role.rawValue)
                        $0.key("content")
                        $0.string(message.content)
                    }
                }
            }
            for member in members {
                $0.key(member.key)
                $0.value(member.value)
            }
        }
        return writer.bytes
    }

    /// As parts of a signature: `model:…`, `temperature:0`, `top_p:0.9`, `max_tokens:128`, …
    var policies: [String] {
        var policies = ["model:\(model)"]
        for member in members {
            var writer = JSONWriter()
            writer.value(member.value)
            policies.append("\(member.key):\(writer.text)")
        }
        return policies
    }
}
