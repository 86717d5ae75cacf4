import Hilum

/// What an answer of an endpoint amounts to.
enum ChatReply: Sendable {
    case completion(Completion)
    /// Passing trouble. `isLimit`: the endpoint wants fewer requests, from whomever they come.
    case again(reason: String, isLimit: Bool)
    /// Trouble with this request that asking again does not mend.
    case failed(reason: String)
    /// Trouble with all requests.
    case unusable(status: Int, says: String?)
    /// The quota is used up.
    case exhausted(says: String)

    /// - Parameter guarded: what no message may repeat.
    init(_ answer: HTTPAnswer, guarding guarded: GuardedText) {
        let body = String(validating: answer.body, as: UTF8.self).flatMap { _ in try? JSONValue(parsing: answer.body) }
        guard answer.status == 200 else {
            self.init(status: answer.status, error: body.flatMap { ServerError($0) }, guarding: guarded)
            return
        }
        guard let body else {
            self = .again(reason: "an answer that is no JSON", isLimit: false)
            return
        }
        if let completion = Completion(response: body) {
            self = guarded.holdsKey(completion) ? .failed(reason: "an answer that repeats the key") : .completion(completion)
        } else if let error = ServerError(body) {
            self = .again(
                reason: "an error in place of an answer\(error.text(guarding: guarded).map { ": \($0)" } ?? "")", isLimit: false)
        } else {
            self = .again(reason: "an answer without a completion", isLimit: false)
        }
    }

    private init(status: Int, error: ServerError?, guarding guarded: GuardedText) {
        let says = error?.text(guarding: guarded)
        let reason = "HTTP \(status)\(says.map { ": \($0)" } ?? "")"
        switch status {
        case _ where error?.code == "insufficient_quota": self = .exhausted(says: "has no quota left (insufficient_quota)")
        case 400 where error?.code == "content_filter":
            self = .completion(Completion(text: "", finishReason: "content_filter"))
        // What is said of a key may hold a part of it.
        case 401, 403: self = .unusable(status: status, says: error?.name(guarding: guarded))
        case 300..<400, 402, 404, 405: self = .unusable(status: status, says: says)
        case 429, 503: self = .again(reason: reason, isLimit: true)
        case 408, 409, 425, 500, 502, 504, 506...: self = .again(reason: reason, isLimit: false)
        default: self = .failed(reason: reason)
        }
    }
}

extension Completion {
    /// Reads `{"model", "choices": [{"message", "finish_reason"}], "usage": {"prompt_tokens", "completion_tokens"}}`, or with `text` in
    /// place of the message, as older endpoints have it; nil if it is none.
    init?(response: JSONValue) {
        guard let choice = response["choices"]?.elements?.first else { return nil }
        if let message = choice["message"] {
            self.init(message: message)
        } else if let text = choice["text"]?.string {
            self.init(text: text)
        } else {
            return nil
        }
        finishReason = finishReason ?? choice["finish_reason"]?.string
        model = response["model"]?.string
        if let prompt = response["usage"]?["prompt_tokens"]?.count,
            let completion = response["usage"]?["completion_tokens"]?.count
        {
            usage = TokenUsage(prompt: prompt, completion: completion)
        }
    }

    /// Reads `{"content", "refusal"}`, whose content is a text or a list of parts with texts; nil if it is something else.
    init?(message: JSONValue) {
        let refusal = message["refusal"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        switch message["content"] {
        case .string(let text): self.init(text: String(decoding: text, as: UTF8.self))
        case .array(let parts): self.init(text: parts.compactMap { $0["text"]?.string }.joined())
        case .null, nil: self.init(text: refusal ?? "")
        default: return nil
        }
        if refusal != nil { finishReason = "refusal" }
    }
}

extension JSONValue {
    /// Nil if this is no string.
    fileprivate var string: String? {
        if case .string(let text) = self { String(decoding: text, as: UTF8.self) } else { nil }
    }

    /// Nil if this is no whole number from 0 to a thousand million.
    fileprivate var count: Int? {
        double.flatMap { Int(exactly: $0) }.flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
    }
}

/// `{"error": {"message", "code", "type"}}`, or as others have it `{"error": "message"}`, `{"message", "code"}`.
private struct ServerError {
    let code: String?
    let type: String?
    let message: String?

    init?(_ body: JSONValue) {
        let error = body["error"] ?? body
        code = error["code"]?.text.map { String(decoding: $0, as: UTF8.self) }
        type = error["type"]?.string
        message = error.string ?? error["message"]?.string
        if code == nil, type == nil, message == nil { return nil }
    }

    /// The code, or else the type, if it looks like one.
    func name(guarding guarded: GuardedText) -> String? { [code, type].compactMap(\.self).first(where: guarded.isName) }

    /// What may be shown: the name, and the message unless it repeats what was sent.
    func text(guarding guarded: GuardedText) -> String? {
        let parts = [name(guarding: guarded), message.flatMap { guarded.shown($0) }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ": ")
    }
}
