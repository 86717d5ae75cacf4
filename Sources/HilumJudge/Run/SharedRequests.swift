import Synchronization

/// Lets equal requests that come at the same time wait for one answer.
final class SharedRequests: Sendable {
    private enum Turn: Sendable {
        /// Nobody else is asking.
        case own
        case answered(ChatOutcome)
        /// Whoever asked has stopped.
        case abandoned
    }

    /// Those who wait, by what is being asked.
    private let waiting = Mutex<[RequestIdentity: [CheckedContinuation<Turn, Never>]]>([:])

    /// The outcome of a request: of `ask`, or of another task's that is under way.
    /// - Parameter ask: also tells whether it sent nothing, as the outcome was there.
    /// - Returns: also whether nothing was sent for this task.
    func outcome(
        of request: ChatRequest, ask: @Sendable () async throws -> (outcome: ChatOutcome, isCached: Bool)
    ) async throws -> (outcome: ChatOutcome, isCached: Bool) {
        while true {
            switch await turn(request.identity) {
            case .answered(let outcome): return (outcome, true)
            case .abandoned: try Task.checkCancellation()
            case .own:
                do {
                    let (outcome, isCached) = try await ask()
                    end(request.identity, .answered(outcome))
                    return (outcome, isCached)
                } catch {
                    end(request.identity, .abandoned)
                    throw error
                }
            }
        }
    }

    private func turn(_ identity: RequestIdentity) async -> Turn {
        await withCheckedContinuation { continuation in
            let isFirst = waiting.withLock { waiting in
                if waiting[identity]?.append(continuation) != nil { return false }
                waiting[identity] = []
                return true
            }
            if isFirst { continuation.resume(returning: .own) }
        }
    }

    private func end(_ identity: RequestIdentity, _ turn: Turn) {
        for continuation in waiting.withLock({ $0.removeValue(forKey: identity) }) ?? [] { continuation.resume(returning: turn) }
    }
}
