import HilumScoring

/// What candidates answer, as a pair repeats it.
public struct PreferencePrompt: Sendable, Hashable {
    /// UTF-8.
    public var id: [UInt8]
    /// A text or a chat, a list of objects with `role` and `content`; nil where the input has none.
    public var prompt: JSONValue?
    public var images: [JSONValue]
    public var task: [UInt8]?
    /// Members of a JSON object with commas between them, as `Row.passed`.
    public var passed: [UInt8]

    public init(id: [UInt8], prompt: JSONValue? = nil, images: [JSONValue] = [], task: [UInt8]? = nil, passed: [UInt8] = []) {
        self.id = id
        self.prompt = prompt
        self.images = images
        self.task = task
        self.passed = passed
    }

    /// What two pairs of the same prompt have in common: the same words up to white space and case, about the same images. Nil where the
    /// prompt is not known, so that it is like no other.
    public func key(of pair: PreferencePair) -> [UInt8]? {
        guard prompt != nil || !images.isEmpty else { return nil }
        var writer = JSONWriter()
        writer.array {
            $0.value(.array(images))
            for text in [prompt.map(Self.text) ?? [], pair.chosen.text, pair.rejected.text] {
                $0.string(utf8: PlainWords.of(text))
            }
        }
        return writer.bytes
    }

    private static func text(of value: JSONValue) -> [UInt8] {
        if let text = value.text { return text }
        var writer = JSONWriter()
        writer.value(value)
        return writer.bytes
    }
}

/// Writes preference pairs, one object a pair, as trainers of direct preference optimisation read them.
public struct PreferenceJSON: Sendable {
    /// What the prompt is called.
    public enum Dialect: String, CaseIterable, Sendable {
        /// `prompt`, which TRL's `DPOTrainer` reads.
        case trl
        /// `question`, as in CheXPO's files.
        case chexpo

        var promptKey: String { self == .trl ? "prompt" : "question" }
    }

    private let dialect: Dialect

    public init(dialect: Dialect = .trl) {
        self.dialect = dialect
    }

    /// The keys that every object has, which passed columns may not have.
    public var keys: [String] {
        [
            "id", dialect.promptKey, "chosen", "rejected", "image_ids", "task_name", "reward_chosen", "reward_rejected", "margin",
            "reason",
        ]
    }

    /// Appends one object. The answers to a chat are chats of one message each.
    /// - Parameter hasReason: whether the candidates were compared with a reference; if not, the reason is null.
    public func append(_ pair: PreferencePair, of prompt: PreferencePrompt, hasReason: Bool, to writer: inout JSONWriter) {
        let isChat = prompt.prompt?.elements != nil
        writer.object {
            $0.key("id")
            $0.string(utf8: prompt.id)
            $0.key(dialect.promptKey)
            $0.value(prompt.prompt ?? .string([]))
            $0.key("chosen")
            $0.value(Self.answer(pair.chosen.text, isChat: isChat))
            $0.key("rejected")
            $0.value(Self.answer(pair.rejected.text, isChat: isChat))
            $0.key("image_ids")
            $0.value(.array(prompt.images))
            $0.key("task_name")
            $0.value(prompt.task.map { .string($0) } ?? .null)
            $0.key("reward_chosen")
            $0.number(pair.chosen.reward)
            $0.key("reward_rejected")
            $0.number(pair.rejected.reward)
            $0.key("margin")
            $0.number(pair.margin)
            $0.key("reason")
            if hasReason { Self.append(PreferenceReason(of: pair), to: &$0) } else { $0.null() }
            if !prompt.passed.isEmpty { $0.fragment(prompt.passed) }
        }
    }

    private static func answer(_ text: [UInt8], isChat: Bool) -> JSONValue {
        guard isChat else { return .string(text) }
        return .array([
            .object([
                JSONValue.Member(key: "role", value: .string(Array("assistant".utf8))),
                JSONValue.Member(key: "content", value: .string(text)),
            ])
        ])
    }

    private static func append(_ reason: PreferenceReason, to writer: inout JSONWriter) {
        writer.object {
            $0.key("explanation")
            $0.string(reason.explanation)
            $0.key("errors")
            $0.array { for error in reason.errors { ScoreJSON.append(error, to: &$0) } }
        }
    }

    /// Appends `{"id", "reason", "candidates", "distinct", "best", "worst"}` of a prompt that gave no pair.
    public static func append(
        skipped id: [UInt8], _ refusal: PairSelection.Refusal, candidates: Int, selection: PairSelection.Selection,
        to writer: inout JSONWriter
    ) {
        writer.object {
            $0.key("id")
            $0.string(utf8: id)
            $0.key("reason")
            $0.string(refusal.rawValue)
            $0.key("candidates")
            $0.integer(candidates)
            $0.key("distinct")
            $0.integer(selection.distinctCount)
            $0.key("best")
            $0.number(selection.best)
            $0.key("worst")
            $0.number(selection.worst)
        }
    }
}
