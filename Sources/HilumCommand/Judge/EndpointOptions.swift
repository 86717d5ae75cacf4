import ArgumentParser
import Hilum
import HilumJudge

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Whom to ask, how fast and how often.
struct EndpointOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Where to ask, and the only place that the reports go to: the base (http://localhost:8000/v1) or the whole URL of chat \
            completions (Azure: https://NAME.openai.azure.com/openai/deployments/D/chat/completions?api-version=V).
            """, valueName: "url"))
    var url: String

    @Option(help: ArgumentHelp("The model, as the endpoint names it.", valueName: "name"))
    var model: String

    @Option(
        help: ArgumentHelp(
            "openai or azure, which differ in the header of the key. (default: azure for Azure's hosts, else openai)",
            valueName: "api"))
    var api: ChatEndpoint.Style?

    @Option(
        help: ArgumentHelp(
            "The environment variable that holds the key. (default: HILUM_JUDGE_KEY, if it is set)", valueName: "name"))
    var keyVariable: String?

    @Flag(name: .customLong("allow-key-over-http"), help: "Send the key unencrypted to another machine.")
    var allowKeyOverHTTP = false

    @Option(help: ArgumentHelp("The most tokens of an answer. (default: 128 for chexprompt, 1024 for green)", valueName: "n"))
    var maxTokens: Int?

    @Option(help: ArgumentHelp("The seed to send, where a model takes one.", valueName: "n"))
    var seed: Int?

    @Option(
        help: ArgumentHelp(
            """
            Members to add to each request or to put in place of others; null takes one out: \
            '{"max_tokens": null, "max_completion_tokens": 2000}'.
            """, valueName: "json"))
    var extra: ExtraMembers?

    @Option(help: ArgumentHelp("How many requests are under way at a time, up to 256.", valueName: "n"))
    var concurrency = 8

    @Option(
        help: ArgumentHelp("The most requests a minute, evenly spread. (default: as fast as they are answered)", valueName: "n"))
    var requestsPerMinute: Double?

    @Option(help: ArgumentHelp("How often to ask again after a passing trouble.", valueName: "n"))
    var retries = 5

    @Option(help: ArgumentHelp("The first wait before asking again, doubled each time up to a minute.", valueName: "seconds"))
    var backoff = 1.0

    @Option(help: ArgumentHelp("How long an answer may take.", valueName: "seconds"))
    var timeout = 120.0

    func validate() throws {
        guard (1...256).contains(concurrency) else { throw ValidationError("--concurrency has to be from 1 to 256") }
        guard retries >= 0 else { throw ValidationError("--retries has to be 0 or more") }
        guard timeout > 0, timeout <= 86_400 else {
            throw ValidationError("--timeout has to be above 0 and at most 86400 seconds")
        }
        guard (0...60).contains(backoff) else { throw ValidationError("--backoff has to be from 0 to 60 seconds") }
        guard maxTokens.map({ (1...1_000_000).contains($0) }) ?? true else {
            throw ValidationError("--max-tokens has to be from 1 to 1000000")
        }
        guard requestsPerMinute.map({ $0 > 0 && $0.isFinite }) ?? true else {
            throw ValidationError("--requests-per-minute has to be above 0")
        }
        guard !model.isEmpty else { throw ValidationError("--model has to name a model") }
    }

    /// What asks the endpoint; nothing is sent yet.
    func client(for judgeProtocol: JudgeProtocol) throws -> ChatClient {
        let endpoint = try ChatEndpoint(url: url, style: api)
        let key = try key()
        if key != nil, !allowKeyOverHTTP { try endpoint.checkKeyMayGo() }
        var parameters = ChatParameters(model: model, maxTokens: maxTokens ?? judgeProtocol.usualMaxTokens)
        parameters.seed = seed
        parameters.extra = extra?.members ?? []
        var limits = ChatClient.Limits()
        limits.retry = RetryPolicy(retries: retries, firstWait: .seconds(backoff))
        limits.timeout = .seconds(timeout)
        limits.requestsPerMinute = requestsPerMinute
        limits.connections = concurrency
        return ChatClient(endpoint: endpoint, parameters: parameters, key: key, limits: limits)
    }

    /// Only from the environment, as arguments are for all to see.
    private func key() throws -> JudgeKey? {
        guard let value = getenv(keyVariable ?? "HILUM_JUDGE_KEY") else {
            guard let keyVariable else { return nil }
            // What has not the look of a name may be the key itself.
            let name = keyVariable.utf8.allSatisfy(Self.isUsual) ? ShortLine.quoted(keyVariable) : "of that name"
            throw UsageError(
                description: "--key-variable: there is no environment variable \(name); it takes a name, never a key")
        }
        return try JudgeKey(String(cString: value))
    }

    /// Whether names of variables usually have a byte.
    private static func isUsual(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

extension ChatEndpoint.Style: ExpressibleByArgument {}

/// The value of `--extra`: a JSON object.
struct ExtraMembers: ExpressibleByArgument, Sendable {
    let members: [JSONValue.Member]

    init?(argument: String) {
        guard case .object(let members)? = try? JSONValue(parsing: Array(argument.utf8)),
            !members.contains(where: { ChatParameters.fixedKeys.contains($0.key) })
        else { return nil }
        self.members = members
    }
}
