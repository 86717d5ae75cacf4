import ArgumentParser
import Hilum
import HilumJudge

struct JudgeRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Asks a language model about pairs of reports.",
        discussion: """
            The reports go to --url and nowhere else; the key comes from the environment. Each answer is kept in --cache as it comes: a \
            run that was stopped goes on where it was, and the same pair is not paid for twice, but for the requests that were under way \
            when it stopped. One JSON object a pair, in the order of \
            the input; a pair without an answer has factuality null and a reason, and is no score. If some have none because the endpoint \
            failed, the exit code is 75: the same command asks for them again. If none of the first 20 answers can be read, the run stops.
            """)

    @OptionGroup var input: InputOptions

    @Option(help: "chexprompt (six kinds of error) or green (the same, and matched findings).")
    var `protocol`: JudgeProtocol

    @Option(help: ArgumentHelp("Column of the references.", valueName: "col"))
    var reference: String

    @Option(help: ArgumentHelp("Column of the candidates.", valueName: "col"))
    var candidate: String

    @OptionGroup var endpoint: EndpointOptions
    @OptionGroup var cache: CacheOptions

    @Option(help: ArgumentHelp("The price of a million tokens that are sent, in whatever currency.", valueName: "price"))
    var priceIn: Double?

    @Option(help: ArgumentHelp("The price of a million tokens of answers.", valueName: "price"))
    var priceOut: Double?

    @Flag(help: "Send nothing: say how many pairs would go where, about how many tokens they have and what they would cost.")
    var dryRun = false

    @Flag(help: "Send nothing: print the messages that would be sent for the first pair.")
    var showPrompt = false

    @Option(
        name: .shortAndLong,
        help:
            "Write to a file, which appears when it is complete. (default: standard output, where a stopped run leaves whole rows)"
    )
    var output: String?

    @Option(help: ArgumentHelp("Write counts, tokens, cost and means to a JSON file.", valueName: "file"))
    var summary: String?

    @Flag(help: "Show no progress and no account.")
    var quiet = false

    func validate() throws {
        guard (priceIn == nil) == (priceOut == nil) else {
            throw ValidationError("give both --price-in and --price-out, or neither")
        }
        guard [priceIn, priceOut].compactMap(\.self).allSatisfy({ $0.isFinite && $0 >= 0 }) else {
            throw ValidationError("--price-in and --price-out have to be 0 or more")
        }
        guard !(dryRun && showPrompt) else { throw ValidationError("give --dry-run or --show-prompt, not both") }
        try OutputNames.check(["--cache": cache.path, "--summary": summary, "--output": output ?? "-"])
    }

    func run() async throws {
        let client = try endpoint.client(for: self.protocol)
        if showPrompt { return try writePrompt() }
        // All of a file is read before any of it is sent: a bad row costs nothing.
        let estimate = dryRun || input.isFile ? try estimate(client) : nil
        if dryRun, let estimate {
            let text = texts(client).estimate(estimate, maxTokens: client.parameters.maxTokens)
            return try OutputFile(path: nil).write(Array(text.utf8))
        }
        let reader = try openRows()
        let target = try OutputFile(path: output, input: input.input)
        let summaryFile = try summary.map { try OutputFile(path: $0, input: input.input) }
        target.outlivesReader = summaryFile != nil
        Interruption.removesTemporaryFiles(of: [target, summaryFile].compactMap(\.self))
        let judge = judge(client, cache: try cache.open())
        if !quiet { StandardError.write(texts(client).announcement(estimate)) }

        let account = try await ask(judge, about: reader, of: estimate?.pairs, at: client.endpoint.place, target)
        if let summaryFile {
            var json = JSONWriter()
            JudgementJSON.appendSummary(account, prices: prices, signature: judge.signature, to: &json)
            json.newline()
            try summaryFile.write(json.bytes)
        }
        try target.finish()
        try summaryFile?.finish()
        if !quiet { StandardError.write(texts(client).account(account)) }
        if let error = account.unreadableError(place: client.endpoint.place) { throw error }
        if account.failed.total > 0 { throw PairsWithoutAnswer(count: account.failed.total) }
    }

    /// How many different pairs may have answers that cannot be read before one has an answer that can.
    private static let mostUnreadable = 20

    /// Asks about the rows and writes what comes of them.
    /// - Parameter total: how many there are, if that is known.
    /// - Throws: also `EndpointError.unreadable`, as soon as it is clear that asking on would be money for nothing.
    private func ask(
        _ judge: Judge, about reader: RowReader, of total: Int?, at place: String, _ target: OutputFile
    ) async throws -> JudgeAccount {
        let signature = judge.signature
        var account = JudgeAccount()
        var writer = JSONWriter()
        // Equal pairs share an answer, which says nothing more about the judge.
        var unreadable: Set<ReportPair> = []
        let isShown = !quiet && StandardError.isTerminal && !target.isTerminal
        let progress = WatchedProgress(Progress(isShown: isShown, noun: "pairs", total: total))
        let watch = Task { await progress.watch() }
        defer {
            watch.cancel()
            progress.finish()
        }
        try await judge.run(
            concurrency: endpoint.concurrency, next: { try reader.next() }, pair: { $0.pair },
            deliver: { row, judgement in
                writer.removeAll()
                JudgementJSON.append(judgement, id: row.id, model: endpoint.model, signature: signature, to: &writer)
                writer.newline()
                try Interruption.whole { try target.write(writer.bytes) }
                account.add(judgement)
                progress.advance(JudgeRunTexts.progress(account, prices: prices))
                guard account.answered == 0, case .unreadable = judgement.outcome else { return }
                unreadable.insert(row.pair)
                if unreadable.count == Self.mostUnreadable, let error = account.unreadableError(place: place) { throw error }
            })
        return account
    }

    private var prices: TokenPrices? {
        guard let priceIn, let priceOut else { return nil }
        return TokenPrices(prompt: priceIn, completion: priceOut)
    }

    /// The reader of the pairs, whose rows have the candidate and then the reference.
    private func openRows() throws -> RowReader {
        let reader = try input.open()
        try input.select([candidate, reference], of: reader)
        return reader
    }

    private func judge(_ client: ChatClient, cache: CompletionCache) -> Judge {
        Judge(protocol: self.protocol, client: client, cache: cache, asksAgainUnreadable: self.cache.askAgainUnreadable)
    }

    private func texts(_ client: ChatClient) -> JudgeRunTexts {
        JudgeRunTexts(address: client.endpoint.address, cache: cache.path, prices: prices)
    }

    /// Writes what would be asked about the first pair.
    private func writePrompt() throws {
        guard let row = try openRows().next() else { throw UsageError(description: "there is no pair to show the prompt of") }
        let messages = self.protocol.messages(candidate: row.pair.candidate, reference: row.pair.reference)
        try OutputFile(path: nil).write(Array(JudgeRunTexts.prompt(messages).utf8))
    }

    /// What a run would send.
    private func estimate(_ client: ChatClient) throws -> JudgeEstimate {
        let judge = judge(client, cache: try cache.openIfThere())
        let reader = try openRows()
        var estimate = JudgeEstimate()
        while let row = try reader.next() {
            let request = judge.request(for: row.pair)
            estimate.add(request, isCached: try judge.isCached(request))
        }
        return estimate
    }
}

extension Row {
    /// The reports of a row that has the candidate and then the reference.
    fileprivate var pair: ReportPair {
        ReportPair(candidate: String(decoding: cells[0], as: UTF8.self), reference: String(decoding: cells[1], as: UTF8.self))
    }
}
