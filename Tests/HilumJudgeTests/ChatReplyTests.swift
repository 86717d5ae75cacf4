import Hilum
import Testing

@testable import HilumJudge

@Suite("A reply of an endpoint")
struct ChatReplyTests {
    static let guarded = GuardedText(
        messages: [ChatMessage(.user, "Judge: Large  secret effusion\nof the left lung.")],
        key: try? JudgeKey("sk-0123456789abcdef"))

    static func reply(_ body: String, status: Int = 200) -> ChatReply {
        ChatReply(HTTPAnswer(status: status, body: Array(body.utf8), retryAfter: nil), guarding: guarded)
    }

    static func completion(_ body: String, status: Int = 200) -> Completion? {
        if case .completion(let completion) = reply(body, status: status) { completion } else { nil }
    }

    @Test(
        "has its text in every form that endpoints give it",
        arguments: [
            (#"{"choices":[{"message":{"content":"yes"},"finish_reason":"stop"}]}"#, "yes", "stop"),
            (
                #"{"choices":[{"index":0,"message":{"role":"assistant","content":"cut"},"finish_reason":"length"}]}"#, "cut",
                "length"
            ),
            (#"{"choices":[{"message":{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}}]}"#, "ab", nil),
            (#"{"choices":[{"message":{"content":null},"finish_reason":"content_filter"}]}"#, "", "content_filter"),
            (
                #"{"choices":[{"message":{"content":null,"refusal":"I will not."},"finish_reason":"stop"}]}"#, "I will not.",
                "refusal"
            ),
            (#"{"choices":[{"message":{"content":"ok","refusal":null},"finish_reason":"stop"}]}"#, "ok", "stop"),
            (#"{"choices":[{"message":{"content":""},"finish_reason":"stop"}]}"#, "", "stop"),
        ])
    func text(body: String, text: String, finishReason: String?) {
        #expect(Self.completion(body)?.text == text)
        #expect(Self.completion(body)?.finishReason == finishReason)
    }

    @Test("has the tokens and the model where the endpoint tells them")
    func usage() {
        let choices = #""choices":[{"message":{"content":"a"}}]"#
        let told = Self.completion("{\(choices),\"model\":\"m-1\",\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2}}")
        #expect(told?.usage == TokenUsage(prompt: 7, completion: 2))
        #expect(told?.model == "m-1")
        for usage in ["null", "{}", "{\"prompt_tokens\":7}", "{\"prompt_tokens\":-1,\"completion_tokens\":1e99}"] {
            #expect(Self.completion("{\(choices),\"usage\":\(usage)}")?.usage == nil)
        }
    }

    @Test("is asked for again where trouble may pass", arguments: [408, 409, 425, 429, 500, 502, 503, 504, 529])
    func again(status: Int) {
        guard case .again(let reason, let isLimit) = Self.reply("<html>", status: status) else {
            Issue.record("it is not")
            return
        }
        #expect(reason == "HTTP \(status)")
        #expect(isLimit == (status == 429 || status == 503))
    }

    @Test(
        "is asked for again where it is no answer",
        arguments: [
            "", "nonsense", "{\"choices\"", "{}", "[]", #"{"choices":[]}"#, #"{"choices":[{"message":{"content":3}}]}"#,
            "{\"error\":\"busy\"}",
        ])
    func noAnswer(body: String) {
        guard case .again = Self.reply(body) else {
            Issue.record("it is not")
            return
        }
    }

    @Test("ends one request, or all of them", arguments: [400, 413, 422, 501])
    func failed(status: Int) {
        guard
            case .failed(let reason) = Self.reply(#"{"error":{"code":"too_long","message":"at most 10 tokens"}}"#, status: status)
        else {
            Issue.record("it does not")
            return
        }
        #expect(reason == "HTTP \(status): too_long: at most 10 tokens")
    }

    @Test("ends all requests", arguments: [301, 302, 307, 308, 401, 402, 403, 404, 405])
    func unusable(status: Int) {
        guard case .unusable(status, _) = Self.reply("", status: status) else {
            Issue.record("it does not")
            return
        }
    }

    @Test("has a refusal of Azure's filter for an answer, and a quota that is used up for the end")
    func special() {
        #expect(
            Self.completion(#"{"error":{"code":"content_filter","message":"…"}}"#, status: 400)?.finishReason == "content_filter")
        guard case .exhausted = Self.reply(#"{"error":{"code":"insufficient_quota"}}"#, status: 429) else {
            Issue.record("it goes on")
            return
        }
    }

    @Test(
        "does not repeat reports or keys in its reason",
        arguments: [
            "invalid: Large secret effusion of the left lung.", "near 'secret effusion of the left'", "key sk-0123456789abcdef",
            "sk-0123456789*****", "key …456789abcdef", "NEAR: LARGE SECRET EFFUSION",
            String(repeating: "- ", count: 95) + "secret effusion of the left",
        ])
    func guarding(message: String) {
        guard case .failed(let reason) = Self.reply("{\"error\":{\"type\":\"bad\",\"message\":\"\(message)\"}}", status: 400)
        else {
            Issue.record("it does not fail")
            return
        }
        #expect(reason == "HTTP 400: bad")
    }

    @Test("does not repeat a key in the place of a code, whatever the status", arguments: [200, 400, 401, 403, 404, 429, 500])
    func guardingCodes(status: Int) {
        for body in [
            #"{"error":{"code":"sk-0123456789abcdef","message":"no"}}"#,
            #"{"error":{"type":"sk-0123456789abcdef","message":"no"}}"#,
        ] {
            #expect(!"\(Self.reply(body, status: status))".contains("0123456789abcdef"))
        }
    }

    @Test(
        "is none that holds the key, which would be kept",
        arguments: [
            #"{"choices":[{"message":{"content":"Bearer sk-0123456789abcdef"}}]}"#,
            #"{"choices":[{"message":{"content":"a"},"finish_reason":"sk-0123456789abcdef"}]}"#,
            #"{"model":"sk-0123456789abcdef","choices":[{"message":{"content":"a"}}]}"#,
        ])
    func repeatedKey(body: String) {
        guard case .failed(let reason) = Self.reply(body) else {
            Issue.record("it is taken")
            return
        }
        #expect(reason == "an answer that repeats the key")
    }

    @Test("may hold what stands in for a key")
    func standIn() {
        let guarded = GuardedText(messages: [], key: try? JudgeKey("EMPTY"))
        let body = Array(#"{"choices":[{"message":{"content":"EMPTY"}}]}"#.utf8)
        guard case .completion = ChatReply(HTTPAnswer(status: 200, body: body, retryAfter: nil), guarding: guarded) else {
            Issue.record("it may not")
            return
        }
    }

    @Test("shows a long message of several lines on one, cut")
    func longMessage() {
        let message = "line\\n\\u001b[31m" + String(repeating: "ä", count: 300)
        guard case .failed(let reason) = Self.reply("{\"error\":\"\(message)\"}", status: 400) else {
            Issue.record("it does not fail")
            return
        }
        #expect(reason.utf8.count < 230)
        #expect(reason.hasPrefix("HTTP 400: line [31m"))
        #expect(reason.hasSuffix("…"))
    }
}

@Suite("A request")
struct ChatParametersTests {
    @Test("has model, messages and parameters, the same bytes each time")
    func body() {
        let parameters = ChatParameters(model: "m", maxTokens: 128)
        let messages = [ChatMessage(.system, "a\"b"), ChatMessage(.user, "c")]
        #expect(
            String(decoding: parameters.body(messages), as: UTF8.self)
                == #"{"model":"m","messages":[{"role":"system","content":"a\"b"},{"role":"user","content":"c"}],"temperature":0,"top_p":0.9,"max_tokens":128}"#
        )
    }

    @Test("takes members from outside, in place of its own too")
    func extra() throws {
        var parameters = ChatParameters(model: "m", maxTokens: 128)
        parameters.seed = 3
        guard
            case .object(let extra) = try JSONValue(
                parsing: Array(#"{"max_tokens":null,"max_completion_tokens":9,"seed":4}"#.utf8))
        else { return }
        parameters.extra = extra
        #expect(
            String(decoding: parameters.body([]), as: UTF8.self)
                == #"{"model":"m","messages":[],"temperature":0,"top_p":0.9,"max_completion_tokens":9,"seed":4}"#)
        #expect(parameters.policies == ["model:m", "temperature:0", "top_p:0.9", "max_completion_tokens:9", "seed:4"])
    }
}
