import HilumExtraction
import HilumMetrics
import HilumScoring

/// What the page holds of many pairs: counts over all of them, and the worst of them in full. Parts may be merged in their order,
/// however the work was divided.
public struct PageCorpus: Sendable {
    /// So many pairs are kept, those with the lowest reward or, without that, by the first score that was asked for. It is what a
    /// browser opens without a wait, some tens of megabytes.
    public static let mostPairs = 10_000

    private(set) var histograms: [Histogram]
    private(set) var significant = ErrorCounts()
    private(set) var insignificant = ErrorCounts()
    /// 1 for a pair without errors, else 0.
    private(set) var errorFree = Moments()
    private(set) var errors = Moments()
    /// Pairs whose reference a model has written.
    private(set) var generatedReferences = 0
    private(set) var pairs: [PagePair] = []
    /// Whether a judge's counts stand beside Hilum's.
    let isJudged: Bool
    private let writer: PagePairWriter
    private let isHigherBetter: Bool
    private let most: Int

    /// - Parameters:
    ///   - parts: of the scores, those to show.
    ///   - isJudged: whether to show a judge's counts.
    ///   - most: how many pairs to keep.
    public init(parts: Set<ScorePart>, isJudged: Bool = false, most: Int = Self.mostPairs) {
        histograms = PageMeasure.plotted(of: parts).map { Histogram(of: $0) }
        self.isJudged = isJudged
        writer = PagePairWriter(parts: parts, isJudged: isJudged)
        isHigherBetter = PageMeasure.columns(of: parts, isJudged: isJudged).first?.isHigherBetter ?? true
        self.most = most
    }

    /// - Parameters:
    ///   - id: UTF-8.
    ///   - findings: of the two graphs; see `Scorer.comparedFindings`.
    ///   - judge: the judge's counts; nil without an answer, or where no judge is shown.
    ///   - isReferenceGenerated: whether a model has written the reference.
    public mutating func add(
        _ score: PairScore, id: [UInt8], candidate: ReportGraph, reference: ReportGraph, findings: [ComparedFinding],
        judge: Factuality? = nil, isReferenceGenerated: Bool = false
    ) {
        for index in histograms.indices {
            if let value = histograms[index].measure.value(of: score, judge: judge) { histograms[index].add(value) }
        }
        for category in ErrorCategory.allCases {
            significant[category] += score.factuality.significant[category]
            insignificant[category] += score.factuality.insignificant[category]
        }
        errors.add(Double(score.factuality.total))
        errorFree.add(score.factuality.total == 0 ? 1 : 0)
        if isReferenceGenerated { generatedReferences += 1 }
        pairs.append(
            writer.pair(
                score, id: id, candidate: candidate, reference: reference, findings: findings, judge: judge,
                isReferenceGenerated: isReferenceGenerated))
        dropBest()
    }

    /// Adds the pairs that follow.
    public mutating func merge(_ other: PageCorpus) {
        for index in histograms.indices { histograms[index].merge(other.histograms[index]) }
        for category in ErrorCategory.allCases {
            significant[category] += other.significant[category]
            insignificant[category] += other.insignificant[category]
        }
        generatedReferences += other.generatedReferences
        errors.merge(other.errors)
        errorFree.merge(other.errorFree)
        pairs += other.pairs
        dropBest()
    }

    /// Drops what cannot be among those to keep, now and then.
    private mutating func dropBest() {
        if pairs.count >= 2 * most { pairs = kept }
    }

    /// The worst, in the order of the input.
    var kept: [PagePair] {
        guard pairs.count > most else { return pairs }
        func badness(_ pair: PagePair) -> Double {
            let value = pair.values.first.flatMap(\.self) ?? 0
            return isHigherBetter ? -value : value
        }
        // Of equals those that come first, so that it does not matter when others were dropped.
        let order = pairs.indices.sorted { (badness(pairs[$0]), $1) > (badness(pairs[$1]), $0) }
        return order.prefix(most).sorted().map { pairs[$0] }
    }
}
