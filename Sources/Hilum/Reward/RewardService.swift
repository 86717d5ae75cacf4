/// Answers requests for rewards, line by line: what `hilum reward` and the C library have in common. A value that any number of
/// threads may share.
package struct RewardService: Sendable {
    private let scorer: CompletionScorer
    private let options: RewardOptions
    /// What the rewards depend on; the same for every line.
    private let signature: String

    package init(hilum: Hilum, options: RewardOptions) {
        self.options = options
        scorer = hilum.completionScorer(mode: options.effectiveMode, weights: options.weights)
        // Given graphs take no ontology.
        signature = ScoreSignature.text(
            task: "reward", ontology: options.isOfGraphs ? nil : hilum.ontology,
            policies: ["mode:\(options.effectiveMode.rawValue)"] + (options.isOfGraphs ? [] : ["weights:\(options.weights.text)"])
        )
    }

    /// Below this it takes longer to hand the work over than to do it.
    private static let completionsPerPiece = 8

    /// The answer to a line, as a line: what cannot be served is answered with an error. A large group is worked on by several threads.
    package func answer(_ line: LineReader.Line, threads: Int) async -> [UInt8] {
        let work = RewardWork(line, isOfGraphs: options.isOfGraphs, scorer: scorer)
        var start = 0
        var rewards: [CompletionReward] = []
        do {
            try await OrderedWork.run(
                threads: threads,
                next: { () throws -> Range<Int>? in
                    guard start < work.completions.count else { return nil }
                    defer { start += Self.completionsPerPiece }
                    return start..<min(start + Self.completionsPerPiece, work.completions.count)
                },
                work: { [scorer, options] in work.rewards($0, scorer, explains: options.explains) },
                deliver: { rewards += $0 })
        } catch {
            return Self.failure(error, id: work.id, line: line.number)
        }
        return answer(to: work, rewards, line: line.number)
    }

    /// The same answer, worked out by the thread that asks, which starts no other.
    package func answer(_ line: LineReader.Line) -> [UInt8] {
        let work = RewardWork(line, isOfGraphs: options.isOfGraphs, scorer: scorer)
        let rewards = work.rewards(work.completions.indices, scorer, explains: options.explains)
        return answer(to: work, rewards, line: line.number)
    }

    // MARK: Writing

    /// - Parameter rewards: of the completions, in their order.
    private func answer(to work: RewardWork, _ rewards: [CompletionReward], line: Int) -> [UInt8] {
        var writer = JSONWriter()
        do {
            try append(rewards, of: try work.content.get(), id: work.id, to: &writer)
        } catch {
            return Self.failure(error, id: work.id, line: line)
        }
        writer.newline()
        return writer.bytes
    }

    private static func failure(_ error: any Error, id: JSONValue?, line: Int) -> [UInt8] {
        var writer = JSONWriter()
        writer.object {
            append(id, to: &$0)
            $0.key("error")
            $0.string((error as? InputError)?.explanation ?? "\(error)")
            $0.key("line")
            $0.integer(line)
        }
        writer.newline()
        return writer.bytes
    }

    private func append(
        _ rewards: [CompletionReward], of content: RewardRequest.Content, id: JSONValue?, to writer: inout JSONWriter
    ) throws(RequestError) {
        if case .pair = content, options.givesAdvantages {
            throw RequestError(description: "advantages need a group: give 'completions', a list, instead of 'completion'")
        }
        for reward in rewards where reward.reward == nil {
            throw RequestError(description: "the solution has no <answer>, and only answer and format count: give --weights kg=…")
        }
        let advantages = try advantages(of: rewards.compactMap(\.reward))
        writer.object {
            Self.append(id, to: &$0)
            switch content {
            case .graphs(let candidate, let reference):
                let consistency = GraphConsistency(candidate: candidate, reference: reference)
                $0.key("reward")
                $0.number(consistency.reward(scorer.mode.spelled ?? .chexpo))
                RewardJSON.appendMembers(of: consistency, to: &$0)
            case .pair:
                for reward in rewards { RewardJSON.appendMembers(of: reward, to: &$0) }
            case .group:
                $0.key("rewards")
                $0.array { for reward in rewards { $0.number(reward.reward) } }
                if let advantages {
                    $0.key("advantages")
                    $0.array { for advantage in advantages { $0.number(advantage) } }
                }
                $0.key("results")
                $0.array { for reward in rewards { $0.object { RewardJSON.appendMembers(of: reward, to: &$0) } } }
            }
            $0.key("signature")
            $0.string(signature)
        }
    }

    private static func append(_ id: JSONValue?, to writer: inout JSONWriter) {
        guard let id else { return }
        writer.key("id")
        writer.value(id)
    }

    /// Of each reward, group by group; nil in a group without spread, and all nil where none are wanted.
    private func advantages(of rewards: [Double]) throws(RequestError) -> [Double?]? {
        guard options.givesAdvantages else { return nil }
        let size = options.groupSize ?? rewards.count
        guard rewards.count.isMultiple(of: size) else {
            throw RequestError(description: "\(rewards.count) completions cannot be split into groups of \(size)")
        }
        return stride(from: 0, to: rewards.count, by: size).flatMap { start -> [Double?] in
            let group = Array(rewards[start..<start + size])
            return GroupAdvantage.values(of: group) ?? [Double?](repeating: nil, count: size)
        }
    }
}
