import Hilum
import HilumJudge

/// What a run of a judge says of itself to people.
struct JudgeRunTexts {
    /// The URL of the endpoint without its query, so that a path that is wrong is seen.
    let address: String
    /// Nil if nothing is kept.
    let cache: String?
    let prices: TokenPrices?

    private static let mostReasons = 10

    /// Where the reports go, before the first does.
    /// - Parameter estimate: nil if it is not known yet how many there are.
    func announcement(_ estimate: JudgeEstimate?) -> String {
        guard let estimate else { return "hilum: sends pairs of reports to \(address)\n" }
        guard estimate.requests > 0 else { return "hilum: sends nothing, as all answers are there\n" }
        return "hilum: sends \(Self.count(estimate.requests, "pair")) of reports to \(address)\n"
    }

    /// What stands behind the rows that are done.
    static func progress(_ account: JudgeAccount, prices: TokenPrices?) -> String {
        var text = ", \((account.usage.prompt + account.usage.completion).grouped) tokens"
        if let prices { text += ", cost \(money(prices.cost(of: account.usage)))" }
        if account.unreadable.total > 0 { text += ", \(account.unreadable.total.grouped) unreadable" }
        if account.failed.total > 0 { text += ", \(account.failed.total.grouped) failed" }
        return text
    }

    func account(_ account: JudgeAccount) -> String {
        var text = "hilum: \(Self.count(account.pairs, "pair")): \(account.answered.grouped) answered"
        text += ", \(account.unreadable.total.grouped) unreadable, \(account.failed.total.grouped) failed\n"
        text += lines(account.unreadable, "unreadable") + lines(account.failed, "failed")
        text += "hilum: \(account.asked.grouped) asked, \(account.cached.grouped) known already"
        if let cache { text += " (\(cache))" }
        text += "; \(account.usage.prompt.grouped) tokens sent, \(account.usage.completion.grouped) received"
        if account.uncounted > 0 {
            text += " besides \(Self.count(account.uncounted, "answer")) whose tokens the endpoint does not tell"
        }
        if let prices { text += ", cost \(Self.money(prices.cost(of: account.usage)))" }
        return text + "\n"
    }

    /// - Parameter maxTokens: the most tokens of an answer.
    func estimate(_ estimate: JudgeEstimate, maxTokens: Int) -> String {
        let most = TokenUsage(prompt: estimate.promptTokens, completion: estimate.requests * maxTokens)
        var text = "\(Self.count(estimate.pairs, "pair")): \(Self.count(estimate.requests, "request")) would go to \(address)"
        text += "; the cache has \(estimate.cached.grouped)\n"
        text +=
            "about \(most.prompt.grouped) tokens to send (estimated as characters / 4), at most \(most.completion.grouped) to receive\n"
        if let prices {
            let sent = prices.cost(of: TokenUsage(prompt: most.prompt, completion: 0))
            text += "cost: about \(Self.money(sent)) to send, and with answers at most \(Self.money(prices.cost(of: most)))\n"
        }
        return text + "nothing was sent\n"
    }

    /// What is asked about a pair.
    static func prompt(_ messages: [ChatMessage]) -> String {
        messages.map { "--- \($0.role.rawValue) ---\n\($0.content)\n" }.joined()
    }

    private func lines(_ counts: ReasonCounts, _ kind: String) -> String {
        let sorted = counts.sorted
        var text = sorted.prefix(Self.mostReasons).map { "  \($0.count.grouped) \(kind): \($0.reason)\n" }.joined()
        if sorted.count > Self.mostReasons { text += "  and \(sorted.count - Self.mostReasons) more reasons\n" }
        return text
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number.grouped) \(noun)\(number == 1 ? "" : "s")" }

    private static func money(_ amount: Double) -> String { amount.fixed(decimals: 4) }
}

extension Int {
    /// With commas: `1,000`.
    fileprivate var grouped: String {
        var digits = String(magnitude)
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits.removeLast(3)
        }
        return (self < 0 ? "-" : "") + ([Substring(digits)] + groups).joined(separator: ",")
    }
}
