import Hilum
import Synchronization

/// A candidate report and the reference that it is held against.
public struct ReportPair: Sendable, Hashable {
    public var candidate: String
    public var reference: String

    public init(candidate: String, reference: String) {
        self.candidate = candidate
        self.reference = reference
    }
}

/// A language model that counts what a candidate report gets wrong, by one of the protocols.
///
///     let endpoint = try ChatEndpoint(url: "http://localhost:11434/v1")
///     let parameters = ChatParameters(model: "llama3.1", maxTokens: JudgeProtocol.green.usualMaxTokens)
///     let client = ChatClient(endpoint: endpoint, parameters: parameters, key: nil)
///     let judge = Judge(protocol: .green, client: client, cache: try CompletionCache(path: "judge.sqlite"))
///     let judgement = try await judge.judge(ReportPair(candidate: "Clear lungs.", reference: "Small left effusion."))
///     print(judgement.answer?.green ?? "no answer", judgement.reason ?? "")
///
/// The reports go to the URL of the endpoint and nowhere else. Any number of tasks may share a judge.
public final class Judge: Sendable {
    public let `protocol`: JudgeProtocol
    private let client: ChatClient
    private let cache: CompletionCache
    private let requests = SharedRequests()
    private let asksAgain: Bool
    /// What was asked again, which is not done a third time.
    private let askedAgain = Mutex<Set<RequestIdentity>>([])

    /// - Parameters:
    ///   - cache: what is in it is not asked again; `CompletionCache(path: nil)` for one that is not kept.
    ///   - asksAgainUnreadable: whether to ask again, once, where what is in the cache is no answer.
    public init(
        `protocol`: JudgeProtocol, client: ChatClient, cache: CompletionCache, asksAgainUnreadable: Bool = false
    ) {
        self.protocol = `protocol`
        self.client = client
        self.cache = cache
        asksAgain = asksAgainUnreadable
    }

    /// What an answer depends on: `hilum:0.1.0|ontology:none|task:judge|protocol:green|prompt:green-1|model:…|temperature:0|…|sd:sample`.
    public var signature: String {
        ScoreSignature.text(
            task: "judge", ontology: nil,
            policies: ["protocol:\(self.protocol.rawValue)", "prompt:\(self.protocol.version)"] + client.parameters.policies)
    }

    /// Asks about a pair of reports, unless the cache has the answer.
    /// - Returns: also where there is no score; then with the reason.
    /// - Throws: `EndpointError` where asking on is pointless, `CacheError`, `CancellationError`.
    public func judge(_ pair: ReportPair) async throws -> Judgement {
        let request = request(for: pair)
        if let completion = try kept(request) { return judgement(completion, isCached: true) }
        let (outcome, isCached) = try await requests.outcome(of: request) {
            // Answered while this one waited for its turn.
            if let completion = try kept(request) { return (.completion(completion), true) }
            let outcome = try await client.complete(request)
            if case .completion(let completion) = outcome {
                try cache.keep(completion, of: request)
                if asksAgain { askedAgain.withLock { _ = $0.insert(request.identity) } }
            }
            return (outcome, false)
        }
        switch outcome {
        case .completion(let completion): return judgement(completion, isCached: isCached)
        case .failure(let reason): return Judgement(outcome: .failed(reason: reason), completion: nil, isCached: false)
        }
    }

    /// Asks about many pairs, several at a time.
    /// - Parameter concurrency: how many requests are under way at most, up to 256.
    /// - Returns: a judgement a pair, in their order.
    public func judge(_ pairs: [ReportPair], concurrency: Int = 8) async throws -> [Judgement] {
        var judgements: [Judgement] = []
        judgements.reserveCapacity(pairs.count)
        var rest = pairs[...]
        try await run(concurrency: concurrency, next: { rest.popFirst() }, pair: { $0 }, deliver: { judgements.append($1) })
        return judgements
    }

    /// Asks about pairs that come one after another, in memory that does not depend on their number.
    /// - Parameters:
    ///   - next: the next item; nil at the end. If it throws, what came before is still asked about and delivered.
    ///   - pair: the reports of an item.
    ///   - deliver: called in the order of the items.
    public func run<Item: Sendable>(
        concurrency: Int, next: () throws -> Item?,
        pair: @escaping @Sendable (Item) -> ReportPair, deliver: (Item, Judgement) throws -> Void
    ) async throws {
        try await OrderedWork.run(
            threads: concurrency, window: Self.window * min(concurrency, 256), next: next,
            work: { item in (item, try await self.judge(pair(item))) }, deliver: deliver)
    }

    /// How many pairs may wait, for each that is asked, behind one that takes long.
    private static let window = 64

    /// What would be sent for a pair.
    public func request(for pair: ReportPair) -> ChatRequest {
        client.request(self.protocol.messages(candidate: pair.candidate, reference: pair.reference))
    }

    /// Whether a request would not be sent, as the cache has its answer.
    public func isCached(_ request: ChatRequest) throws -> Bool { try kept(request) != nil }

    /// What the cache has of a request, if that will do.
    private func kept(_ request: ChatRequest) throws -> Completion? {
        guard let completion = try cache.completion(of: request) else { return nil }
        guard asksAgain, !askedAgain.withLock({ $0.contains(request.identity) }) else { return completion }
        if case .unreadable = self.protocol.outcome(of: completion) { return nil }
        return completion
    }

    private func judgement(_ completion: Completion, isCached: Bool) -> Judgement {
        Judgement(outcome: self.protocol.outcome(of: completion), completion: completion, isCached: isCached)
    }
}
