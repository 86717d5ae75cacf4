import Hilum

/// Answers the lines of `hilum reward`, one each.
struct RewardService: Sendable {
    /// How completions of a line are grouped for their advantages.
    struct Groups: Sendable {
        /// Nil for all of a line.
        var size: Int?
    }

    let scorer: CompletionScorer
    let isOfGraphs: Bool
    /// What the rewards depend on; the same for every line.
    let signature: String
    let explains: Bool
    /// Nil where no advantages are wanted.
    let groups: Groups?
    let threads: Int

    /// - Parameters:
    ///   - isOfGraphs: whether graphs are given instead of texts, which takes no ontology.
    ///   - groups: nil where no advantages are wanted.
    init(
        scorer: CompletionScorer, ontology: Ontology, isOfGraphs: Bool, explains: Bool, groups: Groups?, threads: Int
    ) {
        self.scorer = scorer
        self.isOfGraphs = isOfGraphs
        self.explains = explains
        self.groups = groups
        self.threads = threads
        signature = ScoreSignature.text(
            task: "reward", ontology: isOfGraphs ? nil : ontology,
            policies: ["mode:\(scorer.mode.rawValue)"] + (isOfGraphs ? [] : ["weights:\(scorer.weights.text)"]))
    }

    /// Below this it takes longer to hand the work over than to do it.
    private static let completionsPerPiece = 8

    /// The answer to a line, as a line: what cannot be served is answered with an error.
    func answer(_ line: LineReader.Line) async -> [UInt8] {
        var writer = JSONWriter()
        var id: JSONValue?
        do {
            let request = try RewardRequest(parsing: line.text.get(), isOfGraphs: isOfGraphs)
            id = request.id
            try await append(request, to: &writer)
        } catch {
            writer.removeAll()
            writer.object {
                if let id = id ?? (error as? RequestError)?.id { Self.append(id, to: &$0) }
                $0.key("error")
                $0.string((error as? InputError)?.explanation ?? "\(error)")
                $0.key("line")
                $0.integer(line.number)
            }
        }
        writer.newline()
        return writer.bytes
    }

    private func append(_ request: RewardRequest, to writer: inout JSONWriter) async throws {
        switch request.content {
        case .graphs(let candidate, let reference):
            let consistency = GraphConsistency(candidate: candidate, reference: reference)
            appendAnswer(to: request, &writer) {
                $0.key("reward")
                $0.number(consistency.reward(scorer.mode.spelled ?? .chexpo))
                RewardJSON.appendMembers(of: consistency, to: &$0)
            }
        case .pair(let completion, let solution):
            guard groups == nil else {
                throw RequestError(description: "advantages need a group: give 'completions', a list, instead of 'completion'")
            }
            let reward = try checked(scorer.reward(completion, against: scorer.read(solution: solution), explains: explains))
            appendAnswer(to: request, &writer) { RewardJSON.appendMembers(of: reward, to: &$0) }
        case .group(let completions, let solutions):
            let rewards = try await rewards(of: completions, against: solutions).map(checked)
            let advantages = try advantages(of: rewards.compactMap(\.reward))
            appendAnswer(to: request, &writer) {
                $0.key("rewards")
                $0.array { for reward in rewards { $0.number(reward.reward) } }
                if let advantages {
                    $0.key("advantages")
                    $0.array { for advantage in advantages { $0.number(advantage) } }
                }
                $0.key("results")
                $0.array { for reward in rewards { $0.object { RewardJSON.appendMembers(of: reward, to: &$0) } } }
            }
        }
    }

    private func rewards(of completions: [[UInt8]], against solutions: [[UInt8]]) async throws -> [CompletionReward] {
        let readings = Self.distinct(solutions).mapValues { scorer.read(solution: $0) }
        var start = 0
        var rewards: [CompletionReward] = []
        try await OrderedWork.run(
            threads: threads,
            next: { () throws -> Range<Int>? in
                guard start < completions.count else { return nil }
                defer { start += Self.completionsPerPiece }
                return start..<min(start + Self.completionsPerPiece, completions.count)
            },
            work: { [scorer, explains] range in
                range.compactMap { index in
                    readings[solutions.count == 1 ? solutions[0] : solutions[index]].map {
                        scorer.reward(completions[index], against: $0, explains: explains)
                    }
                }
            },
            deliver: { rewards += $0 })
        return rewards
    }

    private static func distinct(_ solutions: [[UInt8]]) -> [[UInt8]: [UInt8]] {
        Dictionary(solutions.map { ($0, $0) }) { first, _ in first }
    }

    /// Of each reward, group by group; nil in a group without spread, and all nil where none are wanted.
    private func advantages(of rewards: [Double]) throws(RequestError) -> [Double?]? {
        guard let groups else { return nil }
        let size = groups.size ?? rewards.count
        guard rewards.count.isMultiple(of: size) else {
            throw RequestError(description: "\(rewards.count) completions cannot be split into groups of \(size)")
        }
        return stride(from: 0, to: rewards.count, by: size).flatMap { start -> [Double?] in
            let group = Array(rewards[start..<start + size])
            return GroupAdvantage.values(of: group) ?? [Double?](repeating: nil, count: size)
        }
    }

    private func checked(_ reward: CompletionReward) throws(RequestError) -> CompletionReward {
        guard reward.reward != nil else {
            throw RequestError(description: "the solution has no <answer>, and only answer and format count: give --weights kg=…")
        }
        return reward
    }

    /// Appends the object that answers a request: its id, what `members` writes, and the signature.
    private func appendAnswer(
        to request: RewardRequest, _ writer: inout JSONWriter, members: (inout JSONWriter) -> Void
    ) {
        writer.object {
            if let id = request.id { Self.append(id, to: &$0) }
            members(&$0)
            $0.key("signature")
            $0.string(signature)
        }
    }

    private static func append(_ id: JSONValue, to writer: inout JSONWriter) {
        writer.key("id")
        writer.value(id)
    }
}
