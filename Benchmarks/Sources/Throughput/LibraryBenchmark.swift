import ArgumentParser
import Hilum

/// The library alone, in this process.
struct LibraryBenchmark: Sendable {
    private let corpus: Corpus
    private let pairs: [ReportPair]
    /// Of as many pairs as there are before reports repeat.
    private let graphs: [(candidate: ReportGraph, reference: ReportGraph)]
    private let hilum: Hilum
    private let graphJSON: GraphJSON
    private let signature: String

    private static let itemsPerPiece = 64

    /// - Parameters:
    ///   - pairs: how many pairs a measurement of scores takes.
    ///   - keepsGraphs: whether to read the pairs' graphs in advance, for the measure that begins with them.
    init(_ corpus: Corpus, pairs count: Int, keepsGraphs: Bool = true) throws {
        let hilum = try Hilum()
        self.corpus = corpus
        self.hilum = hilum
        pairs = (0..<count).map { ReportPair($0, of: corpus) }
        graphs = pairs.prefix(keepsGraphs ? 2 * corpus.distinctCount : 0).map {
            (hilum.extract(Report(text: $0.candidate)), hilum.extract(Report(text: $0.reference)))
        }
        graphJSON = GraphJSON(ontology: hilum.ontology)
        signature = Scorer(ontology: hilum.ontology).signature
    }

    /// Measures all reports, or all pairs, once.
    func measure(_ measure: Measure, threads: Int) async throws -> Measurement {
        let count = measure.isOfPairs ? pairs.count : corpus.texts.count
        let clock = ContinuousClock()
        let cpu = CPUTime.own
        let start = clock.now
        let found = await withTaskGroup(of: Int.self) { group in
            for thread in 0..<threads {
                group.addTask { work(measure, stride(from: thread, to: count, by: threads)) }
            }
            return await group.reduce(0, +)
        }
        let measurement = Measurement(
            items: count, bytes: bytes(of: measure), cpu: CPUTime.own - cpu, wall: (clock.now - start).seconds)
        guard found > 0 else { throw ValidationError("nothing was found: there is nothing to measure") }
        return measurement
    }

    /// Does the work of a measurement on the first reports or pairs, once.
    func work(_ measure: Measure, first count: Int) -> Int { work(measure, stride(from: 0, to: count, by: 1)) }

    private func bytes(of measure: Measure) -> Int {
        measure.isOfPairs ? pairs.reduce(0) { $0 + $1.candidate.count + $1.reference.count } : corpus.bytes
    }

    /// - Returns: how much was found, so that no work can be optimised away.
    private func work(_ measure: Measure, _ indices: StrideTo<Int>) -> Int {
        var found = 0
        var lines = JSONWriter()
        let id = Array("CXR1".utf8)
        let scoreJSON = ScoreJSON(parts: measure.parts, signature: signature)
        for (number, index) in indices.enumerated() {
            switch measure {
            case .extractGraph:
                found += hilum.extract(Report(text: corpus.texts[index])).observations.count
            case .extractJSON:
                graphJSON.append(hilum.extract(Report(text: corpus.texts[index])), id: id, to: &lines)
            case .scoreGraphs:
                let (candidate, reference) = graphs[index % graphs.count]
                found += Self.reasons(hilum.score(candidate: candidate, reference: reference, parts: measure.parts))
            case .scoreTexts:
                found += Self.reasons(score(pairs[index], measure))
            case .scoreJSON, .scoreEverything:
                scoreJSON.append(score(pairs[index], measure), id: id, to: &lines)
            }
            if measure == .extractJSON || measure == .scoreJSON || measure == .scoreEverything { lines.newline() }
            // As the command takes what is to be written: a copy a piece.
            if number % Self.itemsPerPiece == Self.itemsPerPiece - 1 {
                found += lines.bytes.count
                lines.removeAll()
            }
        }
        return found + lines.bytes.count
    }

    private func score(_ pair: ReportPair, _ measure: Measure) -> PairScore {
        hilum.score(
            candidate: hilum.extract(Report(text: pair.candidate)), reference: hilum.extract(Report(text: pair.reference)),
            parts: measure.parts)
    }

    private static func reasons(_ score: PairScore) -> Int {
        score.factuality.errors.reduce(0) { $0 + $1.explanation.utf8.count }
    }
}
