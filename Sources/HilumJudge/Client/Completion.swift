/// What a model wrote, and what it took.
public struct Completion: Sendable, Hashable {
    public var text: String
    /// As the endpoint has it: `stop`; `length` where the answer was cut off at the most tokens; `content_filter`; `refusal` where the
    /// model said that it will not answer. Nil where it has none.
    public var finishReason: String?
    /// The model that answered, by the name that it gives itself; nil where it gives none.
    public var model: String?
    public var usage: TokenUsage?

    public init(text: String, finishReason: String? = nil, model: String? = nil, usage: TokenUsage? = nil) {
        self.text = text
        self.finishReason = finishReason
        self.model = model
        self.usage = usage
    }

    /// Whether the text ends where the most tokens were reached.
    public var isCutOff: Bool { finishReason == "length" }
}

/// Tokens of one request, or of many.
public struct TokenUsage: Sendable, Hashable {
    public var prompt: Int
    public var completion: Int

    public init(prompt: Int, completion: Int) {
        self.prompt = prompt
        self.completion = completion
    }

    public static func += (sum: inout TokenUsage, other: TokenUsage) {
        sum.prompt += other.prompt
        sum.completion += other.completion
    }
}
