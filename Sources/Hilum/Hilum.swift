#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The three calls that most programs need.
///
///     let hilum = try Hilum()
///     let graph = hilum.extract("Small left pleural effusion. No pneumothorax.")
///     for observation in graph.observations {
///         print(observation.status.rawValue, graph.concept(observation.concept).name)
///     }
///     // present pleural effusion
///     // absent pneumothorax
///     let score = hilum.score(candidate: "Clear lungs.", reference: "Small left pleural effusion.")
///
/// A value that any number of threads may share. It takes some milliseconds to make: make one and keep it.
public struct Hilum: Sendable {
    /// What gives the concept numbers in graphs their meaning.
    public let ontology: Ontology
    private let extractor: Extractor
    private let scorer: Scorer

    /// With the ontology that is embedded in the library.
    public init() throws(OntologyError) {
        self.init(ontology: try .bundled())
    }

    /// With an ontology of your own: `Ontology(contentsOf:)` or `Ontology(tables:)`.
    public init(ontology: Ontology) {
        self.ontology = ontology
        extractor = Extractor(ontology: ontology)
        scorer = Scorer(ontology: ontology)
    }

    /// What a report says. Never fails: what is not understood makes no observation.
    public func extract(_ text: String) -> ReportGraph {
        extractor.graph(of: text)
    }

    /// What a report says, whose sections may be known.
    public func extract(_ report: Report) -> ReportGraph {
        extractor.graph(of: report)
    }

    /// What cannot be so in a report: opposite statements, impossible places, a side that changes.
    /// - Parameter graph: made with this ontology.
    public func implausibilities(in graph: ReportGraph) -> [Implausibility] {
        scorer.plausibility.implausibilities(in: graph)
    }

    /// How well a candidate report agrees with a reference, each score with its reasons.
    /// - Parameter parts: without `radgraph`, `temporal` or `lexical` these are not computed, which saves a third of the time.
    public func score(candidate: String, reference: String, parts: Set<ScorePart> = .all) -> PairScore {
        score(candidate: extract(candidate), reference: extract(reference), parts: parts)
    }

    /// How well a candidate agrees with a reference, both as graphs made with this ontology.
    public func score(candidate: ReportGraph, reference: ReportGraph, parts: Set<ScorePart> = .all) -> PairScore {
        scorer.score(candidate: candidate, reference: reference, parts: parts)
    }

    /// Lays a reference out, so that this is done once for all of its candidates.
    /// - Parameter graph: made with this ontology.
    public func reference(_ graph: ReportGraph) -> StatedReport { scorer.read(graph) }

    /// How well a candidate agrees with a reference that has been laid out.
    public func score(candidate: ReportGraph, reference: StatedReport, parts: Set<ScorePart> = .all) -> PairScore {
        scorer.score(candidate: scorer.read(candidate), reference: reference, parts: parts)
    }

    /// The graphs of two reports laid over one another, finding by finding; see `Scorer.comparedFindings`.
    public func comparedFindings(candidate: ReportGraph, reference: ReportGraph) -> [ComparedFinding] {
        scorer.comparedFindings(candidate: scorer.read(candidate), reference: scorer.read(reference))
    }

    /// How far two answers name the same findings, each with the same status and side; see `Scorer.conceptOverlap`.
    public func conceptOverlap(candidate: String, reference: String) -> SetOverlap {
        scorer.conceptOverlap(candidate: extract(candidate), reference: extract(reference))
    }

    /// Rewards completions of a policy for a training loop.
    public func completionScorer(
        mode: RewardMode = .hilum, weights: RewardPartWeights = RewardPartWeights()
    ) -> CompletionScorer {
        CompletionScorer(extractor: extractor, scorer: scorer, mode: mode, weights: weights)
    }

    /// Scores many pairs on all cores.
    /// - Returns: a score a pair, in their order; the same whatever the number of cores.
    /// - Throws: `CancellationError` if the task was cancelled.
    public func score(
        _ pairs: [(candidate: String, reference: String)], parts: Set<ScorePart> = .all
    ) async throws -> [PairScore] {
        let pieceSize = 32
        var start = 0
        var scores: [PairScore] = []
        scores.reserveCapacity(pairs.count)
        try await OrderedWork.run(
            threads: Self.coreCount,
            next: { () throws -> ArraySlice<(candidate: String, reference: String)>? in
                try Task.checkCancellation()
                guard start < pairs.count else { return nil }
                defer { start += pieceSize }
                return pairs[start..<min(start + pieceSize, pairs.count)]
            },
            work: { piece in piece.map { score(candidate: $0.candidate, reference: $0.reference, parts: parts) } },
            deliver: { scores += $0 })
        return scores
    }

    /// How many cores this process may use, at least 1.
    package static var coreCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
