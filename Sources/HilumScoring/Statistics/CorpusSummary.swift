import HilumMetrics

/// The scores of many pairs in a few numbers. Pairs may be added in any order and parts merged in any order: the result is the
/// same. Standard deviations are those of a sample (n − 1), not of a population as in GREEN's own summary.
public struct CorpusSummary: Sendable, Hashable {
    public let signature: String
    /// What was asked for.
    public let parts: Set<ScorePart>
    public private(set) var n = 0
    public private(set) var chexpertF1: CheXpertF1
    /// Of all pairs, for the BLEU of the corpus, which is no mean of theirs.
    public private(set) var bleuCounts = BLEUCounts()
    /// In the order of `Metric.allCases`.
    private var moments = [Moments](repeating: Moments(), count: Metric.allCases.count)
    private var errors = 0
    private var errorFree = 0
    /// Of both texts of each pair.
    public private(set) var coverage = Moments()
    /// Pairs of which a text has a coverage below `CoveragePair.low`.
    public private(set) var pairsOfLowCoverage = 0

    /// - Parameters:
    ///   - signature: what the scores depend on; see `Scorer.signature`.
    ///   - parts: those that the scores have been asked for.
    ///   - uncertain: what an uncertain CheXpert label counts as in their F1.
    public init(signature: String, parts: Set<ScorePart> = .all, uncertain: UncertainPolicy = .positive) {
        self.signature = signature
        self.parts = parts
        chexpertF1 = CheXpertF1(uncertain: uncertain)
    }

    public mutating func add(_ score: PairScore) {
        n += 1
        for (index, metric) in Metric.allCases.enumerated() {
            if let value = metric.value(of: score) { moments[index].add(value) }
        }
        if let counts = score.lexical?.bleuCounts { bleuCounts.merge(counts) }
        errors += score.factuality.total
        if score.factuality.total == 0 { errorFree += 1 }
        chexpertF1.add(score.chexpert)
        coverage.add(score.coverage.reference)
        coverage.add(score.coverage.candidate)
        if score.coverage.isLow { pairsOfLowCoverage += 1 }
    }

    /// Adds another part of the same corpus.
    public mutating func merge(_ other: CorpusSummary) {
        n += other.n
        for index in moments.indices { moments[index].merge(other.moments[index]) }
        errors += other.errors
        errorFree += other.errorFree
        chexpertF1.merge(other.chexpertF1)
        bleuCounts.merge(other.bleuCounts)
        coverage.merge(other.coverage)
        pairsOfLowCoverage += other.pairsOfLowCoverage
    }

    public subscript(metric: Metric) -> Moments {
        zip(Metric.allCases, moments).first { $0.0 == metric }?.1 ?? Moments()
    }

    /// Errors of any kind in a report, on average; nil without reports.
    public var errorsPerReport: Double? { n == 0 ? nil : Double(errors) / Double(n) }

    /// The share of reports without any error, 0–1; nil without reports.
    public var errorFreeRate: Double? { n == 0 ? nil : Double(errorFree) / Double(n) }
}
