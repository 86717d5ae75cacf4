/// A request for rewards that has been read: its completions, each with its solution, to be worked on in any order.
struct RewardWork: Sendable {
    /// That of the request, as far as it could be read.
    let id: JSONValue?
    /// What is to be answered, or why nothing can be.
    let content: Result<RewardRequest.Content, any Error>
    /// None where graphs are given, or nothing can be answered.
    let completions: [(text: [UInt8], solution: SolutionReading)]

    /// Reads a line, and the solutions in it, each once.
    /// - Parameter isOfGraphs: whether graphs are asked for instead of texts.
    init(_ line: LineReader.Line, isOfGraphs: Bool, scorer: CompletionScorer) {
        do {
            let request = try RewardRequest(parsing: line.text.get(), isOfGraphs: isOfGraphs)
            id = request.id
            content = .success(request.content)
            switch request.content {
            case .graphs: completions = []
            case .pair(let completion, let solution): completions = [(completion, scorer.read(solution: solution))]
            case .group(let texts, let solutions):
                let distinct = Dictionary(solutions.map { ($0, $0) }) { first, _ in first }
                let readings = distinct.mapValues { scorer.read(solution: $0) }
                completions = texts.indices.compactMap { index in
                    readings[solutions.count == 1 ? solutions[0] : solutions[index]].map { (texts[index], $0) }
                }
            }
        } catch {
            id = (error as? RequestError)?.id
            content = .failure(error)
            completions = []
        }
    }

    /// The rewards of some of the completions, in their order.
    func rewards(_ range: Range<Int>, _ scorer: CompletionScorer, explains: Bool) -> [CompletionReward] {
        completions[range].map { scorer.reward($0.text, against: $0.solution, explains: explains) }
    }
}
